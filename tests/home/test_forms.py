import pytest
from django.core import mail
from wagtail.contrib.forms.models import FormSubmission

from home.models import FormField
from tests.factories import make_form

pytestmark = pytest.mark.django_db


def a_form(**fields):
    form = make_form(thank_you="<p>We shall write back.</p>", button="Send it", **fields)
    questions = (("Name", "singleline"), ("Your e-mail", "email"), ("Words", "multiline"))
    for order, (label, kind) in enumerate(questions):
        FormField.objects.create(
            page=form, label=label, field_type=kind, required=kind != "multiline", sort_order=order
        )
    return form


ANSWER = {"name": "Rosa Illa", "your_e_mail": "rosa@example.org", "words": "The ferry runs."}


def kept() -> list[dict]:
    return [submission.form_data for submission in FormSubmission.objects.all()]


def test_a_form_shows_its_questions_and_its_button(client):
    html = client.get(a_form().url).content.decode()

    for words in ("Name", "Your e-mail", "Words", "(optional)", "Send it"):
        assert words in html


def test_an_answer_is_kept_and_thanked_for(client):
    form = a_form()

    answer = client.post(form.url, ANSWER)

    assert kept() == [ANSWER]
    assert "We shall write back." in answer.content.decode()


def test_an_answer_is_sent_where_there_is_an_address(client):
    form = a_form(to_address="office@example.org", from_address="site@example.org", subject="Join")

    client.post(form.url, ANSWER)

    assert [(m.subject, m.to, m.from_email) for m in mail.outbox] == [
        ("Join", ["office@example.org"], "site@example.org")
    ]
    assert "The ferry runs." in mail.outbox[0].body


def test_without_an_address_an_answer_is_kept_and_nothing_sent(client):
    client.post(a_form().url, ANSWER)

    assert len(kept()) == 1
    assert mail.outbox == []


def test_a_mistake_costs_nothing_that_was_typed(client):
    form = a_form(to_address="office@example.org")

    html = client.post(form.url, {**ANSWER, "your_e_mail": "rosa at home"}).content.decode()

    assert "Rosa Illa" in html and "The ferry runs." in html and "rosa at home" in html
    assert "Nothing you wrote is lost" in html
    assert (kept(), mail.outbox) == ([], [])


@pytest.mark.parametrize("missing", ["name", "your_e_mail"])
def test_a_required_question_must_be_answered(client, missing):
    client.post(a_form().url, {**ANSWER, missing: ""})

    assert kept() == []


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_no_answer_becomes_a_line_of_the_letters_head(client, line_end):
    form = a_form(to_address="office@example.org", from_address="site@example.org", subject="Join")
    injected = f"Rosa{line_end}Bcc: everyone@example.org"

    client.post(form.url, {**ANSWER, "name": injected})

    assert [message.recipients() for message in mail.outbox] == [["office@example.org"]]
    head = mail.outbox[0].message().as_string().split("\n\n")[0]
    assert "everyone@example.org" not in head


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_no_address_typed_by_a_visitor_becomes_a_line_of_the_head(client, line_end):
    form = a_form(to_address="office@example.org")

    client.post(form.url, {**ANSWER, "your_e_mail": f"a@example.org{line_end}Bcc: b@example.org"})

    assert mail.outbox == []


def test_markup_in_an_answer_is_shown_as_it_was_typed(client):
    html = client.post(a_form().url, {**ANSWER, "name": "<script>x</script>", "your_e_mail": ""})

    assert "<script>x" not in html.content.decode()
    assert "&lt;script&gt;x" in html.content.decode()


def test_an_answer_that_cannot_be_sent_is_kept_and_thanked_for(client, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    form = a_form(to_address="office@example.org")

    answer = client.post(form.url, ANSWER)

    assert kept() == [ANSWER]
    assert "We shall write back." in answer.content.decode()


def test_a_draft_form_takes_no_answer(client):
    form = a_form(live=False)

    answer = client.post("/" + form.slug + "/", ANSWER)

    assert answer.status_code == 404
    assert kept() == []
