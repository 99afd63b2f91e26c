import datetime
import re
from unittest.mock import patch

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import Site

from home import sending
from home.models import FormField
from tests.factories import make_form, make_user

pytestmark = pytest.mark.django_db

QUESTIONS = (("Name", "singleline"), ("Your e-mail", "email"), ("Words", "multiline"))
ANSWER = {"name": "Rosa Illa", "your_e_mail": "rosa@example.org", "words": "The ferry runs."}
HERE = {"Origin": "http://testserver"}


def a_form(questions=QUESTIONS, **fields):
    form = make_form(thank_you="<p>We shall write back.</p>", button="Send it", **fields)
    for order, (label, kind) in enumerate(questions):
        FormField.objects.create(
            page=form,
            label=label,
            field_type=kind,
            required=kind != "multiline",
            sort_order=order,
            choices="Tea,Coffee",
        )
    return form


def token_of(form, seconds: int = 60) -> str:
    """What the form carried when it was opened so many seconds ago."""
    then = timezone.now() - datetime.timedelta(seconds=seconds)
    with patch.object(timezone, "now", lambda: then):
        return sending.token(form)


def send(client, form, answer, headers=HERE, **others):
    """As a browser sends it from the form, unless told otherwise."""
    carried = {sending.TOKEN: token_of(form), sending.TRAP: "", **others}
    return client.post(form.url, {**answer, **carried}, headers=headers)


def kept() -> list[dict]:
    return [submission.form_data for submission in FormSubmission.objects.all()]


def all_of(answer, html: str) -> bool:
    return all(words in html for words in answer.values())


# --- asking


def test_a_form_shows_its_questions_and_its_button(client):
    html = client.get(a_form().url).content.decode()

    for words in ("Name", "Your e-mail", "Words", "(optional)", "Send it"):
        assert words in html


def test_opening_and_sending_a_form_leaves_no_cookie(client):
    form = a_form()

    client.get(form.url)
    send(client, form, {**ANSWER, "name": ""})
    send(client, form, ANSWER)

    assert dict(client.cookies) == {}
    assert len(kept()) == 1


def test_a_form_and_its_thanks_are_kept_by_no_cache(client):
    form = a_form()

    said = [client.get(address)["Cache-Control"] for address in (form.url, f"{form.url}thanks/")]

    assert all("no-store" in words and "private" in words for words in said)


def test_two_visitors_get_tokens_of_their_own(client):
    form = a_form()
    pattern = rf'name="{sending.TOKEN}" value="([^"]+)"'

    tokens = {re.search(pattern, client.get(form.url).content.decode())[1] for _ in range(2)}

    assert len(tokens) == 2


@pytest.mark.parametrize(
    ("label", "kind", "told"),
    [
        ("Name", "singleline", 'autocomplete="name"'),
        ("Your e-mail", "email", 'autocomplete="email"'),
        ("Telephone", "singleline", 'autocomplete="tel"'),
        ("Postcode", "singleline", 'autocomplete="postal-code"'),
        ("Address", "multiline", 'autocomplete="street-address"'),
        ("Day of arrival", "date", 'type="date"'),
        ("Hour of arrival", "datetime", 'type="datetime-local"'),
    ],
)
def test_a_browser_is_told_what_it_may_fill_in(client, label, kind, told):
    html = client.get(a_form([(label, kind)]).url).content.decode()

    assert told in html


def test_a_moment_is_read_as_a_browser_sends_it(client):
    form = a_form([("Arrival", "datetime")])

    send(client, form, {"arrival": "2026-12-01T18:30"})

    assert "2026-12-01T18:30" in kept()[0]["arrival"]


def test_a_hidden_question_owes_no_answer(client):
    form = a_form([("Campaign", "hidden"), ("Name", "singleline")])

    send(client, form, {"campaign": "", "name": "Ana"})

    assert [answer["name"] for answer in kept()] == ["Ana"]


def test_a_browser_is_not_told_to_fill_in_what_is_about_somebody_else(client):
    html = client.get(a_form([("Name of the village", "singleline")]).url).content.decode()

    assert 'autocomplete="name"' not in html


def test_people_are_not_asked_the_question_that_must_stay_empty(client):
    html = client.get(a_form().url).content.decode()

    trap = re.search(rf'<div class="vh" aria-hidden="true">.*?{sending.TRAP}.*?</div>', html)[0]
    assert 'tabindex="-1"' in trap and 'autocomplete="off"' in trap


# --- sending


def test_an_answer_is_kept_and_thanked_for(client):
    form = a_form()

    answer = send(client, form, ANSWER)

    assert kept() == [ANSWER]
    assert (answer.status_code, answer["Location"]) == (303, f"{form.url}thanks/")
    assert "We shall write back." in client.get(answer["Location"]).content.decode()


def test_a_double_click_keeps_one_answer(client, counting):
    form = a_form()
    token = token_of(form)

    answers = [send(client, form, ANSWER, **{sending.TOKEN: token}) for _n in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(kept()) == 1


def test_whoever_goes_back_and_says_something_else_is_kept_twice(client, counting):
    form = a_form()
    token = token_of(form)

    for words in ("The ferry runs.", "The ferry stopped."):
        send(client, form, {**ANSWER, "words": words}, **{sending.TOKEN: token})

    assert [answer["words"] for answer in kept()] == ["The ferry runs.", "The ferry stopped."]


def test_an_answer_that_could_not_be_kept_can_be_sent_again(client, counting):
    form = a_form()
    token = {sending.TOKEN: token_of(form)}
    broken = patch.object(FormSubmission.objects, "create", side_effect=RuntimeError)
    with broken, pytest.raises(RuntimeError):
        send(client, form, ANSWER, **token)

    send(client, form, ANSWER, **token)

    assert len(kept()) == 1


def test_without_the_cache_an_answer_is_kept(client):
    form = a_form()

    with patch.multiple(sending.caches["throttle"], add=lambda *a: False, get=lambda *a: None):
        send(client, form, ANSWER)

    assert len(kept()) == 1


def test_the_address_of_the_thanks_sends_nothing(client):
    form = a_form(to_address="office@example.org")

    answers = [client.get(f"{form.url}thanks/"), client.post(f"{form.url}thanks/", ANSWER)]

    assert answers[0].status_code == 200
    assert (kept(), mail.outbox) == ([], [])


def test_an_answer_is_sent_where_there_is_an_address(client):
    form = a_form(to_address="office@example.org", from_address="site@example.org", subject="Join")

    send(client, form, ANSWER)

    assert [(m.subject, m.to, m.from_email) for m in mail.outbox] == [
        ("Join", ["office@example.org"], "site@example.org")
    ]
    assert "The ferry runs." in mail.outbox[0].body
    assert sending.TOKEN not in mail.outbox[0].body


def test_without_an_address_an_answer_is_kept_and_nothing_sent(client):
    send(client, a_form(), ANSWER)

    assert len(kept()) == 1
    assert mail.outbox == []


def test_somebody_who_has_signed_in_can_use_a_form(client):
    client.force_login(make_user("Editor"))
    form = a_form()

    shown = client.get(form.url).status_code
    sent = send(client, form, ANSWER)

    assert (shown, sent.status_code, len(kept())) == (200, 303, 1)


def test_an_answer_that_cannot_be_sent_is_kept_and_thanked_for(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    form = a_form(to_address="office@example.org")

    answer = send(client, form, ANSWER)

    assert kept() == [ANSWER]
    assert answer.status_code == 303


def test_a_draft_form_takes_no_answer(client):
    form = a_form(live=False)

    answer = client.post("/" + form.slug + "/", ANSWER, headers=HERE)

    assert answer.status_code == 404
    assert kept() == []


# --- mistakes


def test_a_mistake_costs_nothing_that_was_typed(client):
    form = a_form(to_address="office@example.org")

    html = send(client, form, {**ANSWER, "your_e_mail": "rosa at home"}).content.decode()

    assert "Rosa Illa" in html and "The ferry runs." in html and "rosa at home" in html
    assert "Nothing you wrote is lost" in html
    assert (kept(), mail.outbox) == ([], [])


def test_a_mistake_is_told_in_the_title_at_the_top_and_at_its_field(client):
    html = send(client, a_form(), {**ANSWER, "your_e_mail": "rosa at home"}).content.decode()

    assert "<title>Error: " in html
    assert '<a href="#id_your_e_mail">Your e-mail: Enter a valid email address.</a>' in html
    field = re.search(r'<input[^>]+name="your_e_mail"[^>]*>', html)[0]
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="id_your_e_mail_error"' in field
    assert 'id="id_your_e_mail_error">Error: Enter a valid email address.</p>' in html


@pytest.mark.parametrize("kind", ["radio", "checkboxes", "dropdown", "checkbox", "date"])
def test_the_summary_of_mistakes_leads_to_every_kind_of_field(client, kind):
    html = send(client, a_form([("Drink", kind)]), {}).content.decode()

    place = re.search(r'<a href="#(id_drink\w*)">', html)[1]
    assert re.search(rf'<(?:input|select)[^>]+id="{place}"', html)


@pytest.mark.parametrize("missing", ["name", "your_e_mail"])
def test_a_required_question_must_be_answered(client, missing):
    send(client, a_form(), {**ANSWER, missing: ""})

    assert kept() == []


def test_markup_in_an_answer_is_shown_as_it_was_typed(client):
    answer = {**ANSWER, "name": "<script>x</script>", "your_e_mail": ""}

    html = send(client, a_form(), answer).content.decode()

    assert "<script>x" not in html
    assert "&lt;script&gt;x" in html


def test_nobody_is_thanked_for_what_is_sent_to_the_address_of_the_thanks(client):
    form = a_form()

    answer = client.post(f"{form.url}thanks/", ANSWER, headers=HERE)

    assert (answer.status_code, kept()) == (405, [])
    assert "We shall write back." not in answer.content.decode()


# --- the letter


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_no_answer_becomes_a_line_of_the_letters_head(client, line_end):
    form = a_form(to_address="office@example.org", from_address="site@example.org", subject="Join")
    injected = f"Rosa{line_end}Bcc: everyone@example.org"

    send(client, form, {**ANSWER, "name": injected})

    assert [message.recipients() for message in mail.outbox] == [["office@example.org"]]
    head = mail.outbox[0].message().as_string().split("\n\n")[0]
    assert "everyone@example.org" not in head


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_no_address_typed_by_a_visitor_becomes_a_line_of_the_head(client, line_end):
    form = a_form(to_address="office@example.org")

    send(client, form, {**ANSWER, "your_e_mail": f"a@example.org{line_end}Bcc: b@example.org"})

    assert mail.outbox == []


def test_a_subject_of_two_lines_is_sent_as_one(client):
    form = a_form(to_address="office@example.org", subject="Join\r\nBcc: everyone@example.org")

    send(client, form, ANSWER)

    assert mail.outbox[0].subject == "Join Bcc: everyone@example.org"
    assert mail.outbox[0].recipients() == ["office@example.org"]


# --- doubts


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "quicker than we expected"), (12 * 3600 + 60, "open for a very long time")],
)
def test_a_form_sent_too_soon_or_too_late_is_shown_again_with_all_that_was_written(
    client, seconds, words
):
    form = a_form()

    answer = send(client, form, ANSWER, **{sending.TOKEN: token_of(form, seconds)})

    html = answer.content.decode()
    assert answer.status_code == 200
    assert words in html and "Please send it once more" in html
    assert all_of(ANSWER, html)
    assert kept() == []


def test_what_was_shown_again_can_be_sent(client, freeze):
    form = a_form()
    html = send(client, form, ANSWER, **{sending.TOKEN: token_of(form, 50000)}).content.decode()
    token = re.search(rf'name="{sending.TOKEN}" value="([^"]+)"', html)[1]

    freeze(timezone.now() + datetime.timedelta(seconds=5))
    send(client, form, ANSWER, **{sending.TOKEN: token})

    assert kept() == [ANSWER]


@pytest.mark.parametrize("seconds", [3, 12 * 3600 - 60])
def test_people_may_be_quick_and_may_be_slow(client, seconds):
    form = a_form()

    send(client, form, ANSWER, **{sending.TOKEN: token_of(form, seconds)})

    assert kept() == [ANSWER]


@pytest.mark.parametrize(
    "token", ["", "x", "1.a:b", "1790000000.abc:forged", "٣", "\x00", "a" * 9999]
)
def test_a_token_that_is_not_ours_keeps_nothing_and_loses_nothing(client, token):
    answer = send(client, a_form(), ANSWER, **{sending.TOKEN: token})

    assert answer.status_code == 400
    assert all_of(ANSWER, answer.content.decode())
    assert kept() == []


def test_a_token_of_another_form_is_not_ours(client):
    form, other = a_form(), make_form()

    answer = send(client, form, ANSWER, **{sending.TOKEN: token_of(other)})

    assert (answer.status_code, kept()) == (400, [])


def test_whoever_fills_in_the_field_that_must_stay_empty_is_asked_again(client):
    answer = send(client, a_form(), ANSWER, **{sending.TRAP: "http://example.org"})

    html = answer.content.decode()
    assert (answer.status_code, kept()) == (400, [])
    assert all_of(ANSWER, html) and "http://example.org" not in html


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": "http://testserver.example.org"},
        {"Origin": "http://testserver:8001"},
        {"Origin": "http://["},
        {"Origin": "http://ex\u2100mple.org"},
        {"Referer": "http://a]b/"},
        {"Origin": "testserver"},
        {"Referer": "https://example.org/http://testserver/"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "none"},
        {"Origin": "null", "Sec-Fetch-Site": "same-site"},
        {"Origin": "https://example.org", "Sec-Fetch-Site": "same-origin"},
        {},
    ],
)
def test_what_is_not_sent_from_our_own_page_keeps_nothing_and_loses_nothing(client, headers):
    answer = send(client, a_form(), ANSWER, headers=headers)

    html = answer.content.decode()
    assert (answer.status_code, kept()) == (403, [])
    assert "from our own page" in html and all_of(ANSWER, html)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://testserver"},
        {"Referer": "http://testserver/contact/?a=b"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://www.example.org", "Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_is_sent_from_our_own_page_is_kept(client, headers):
    Site.objects.update(hostname="www.example.org", port=80)

    send(client, a_form(), ANSWER, headers=headers)

    assert kept() == [ANSWER]


def test_no_cookie_stands_for_a_token(client):
    strict = Client(enforce_csrf_checks=True)
    form = a_form()

    strict.cookies["csrftoken"] = "a" * 32
    answer = strict.post(form.url, {**ANSWER, "csrfmiddlewaretoken": "a" * 32}, headers=HERE)

    assert (answer.status_code, kept()) == (400, [])


def test_whoever_sends_too_often_is_asked_to_wait_and_loses_nothing(client, counting):
    form = a_form()

    answers = [send(client, form, ANSWER) for _ in range(11)]

    last = answers[-1]
    assert [answer.status_code for answer in answers] == [303] * 10 + [429]
    assert last["Retry-After"] == "600"
    assert all_of(ANSWER, last.content.decode())
    assert len(kept()) == 10


def test_mistakes_do_not_count_as_sending(client, counting):
    form = a_form()

    for _ in range(12):
        send(client, form, {**ANSWER, "name": ""})
    answer = send(client, form, ANSWER)

    assert (answer.status_code, len(kept())) == (303, 1)


# --- previews


@pytest.mark.parametrize(
    ("mode", "words"), [("form", "Send it"), ("landing", "We shall write back.")]
)
def test_an_editor_sees_the_form_and_its_thanks_before_they_are_public(client, mode, words):
    form = a_form(live=False)

    answer = form.make_preview_request(preview_mode=mode)

    assert answer.status_code == 200
    assert words in answer.content.decode()


# --- other pages


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_that_asks_nothing_takes_nothing(client, home, method):
    answer = getattr(Client(enforce_csrf_checks=True), method)("/")

    assert answer.status_code == 405
