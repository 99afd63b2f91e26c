import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import CollectionViewRestriction

from base.models import SiteDocument
from site_config.middleware import PASSWORDS, SEARCHES, SIGN_INS
from tests.factories import make_document, make_page, make_user, restrict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("counting")]


@pytest.fixture
def door():
    page = make_page()
    restriction = restrict(page)
    return reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])


def guess(client, door: str, word: str = "wrong"):
    return client.post(door, {"password": word, "return_url": "/about/"})


def codes(answers) -> list[int]:
    return [answer.status_code for answer in answers]


def test_a_password_may_be_guessed_five_times(client, door):
    answers = [guess(client, door) for _ in range(6)]

    assert codes(answers) == [200] * PASSWORDS.most + [429]
    assert answers[-1]["Retry-After"] == str(PASSWORDS.seconds)
    assert "10 minutes" in answers[-1].content.decode()


def test_the_right_password_opens_nothing_to_whoever_has_guessed_too_often(client, door):
    for _ in range(5):
        guess(client, door)

    answer = guess(client, door, "secret")

    assert answer.status_code == 429
    assert "sessionid" not in client.cookies


def test_another_visitor_may_still_enter(client, door):
    for _ in range(6):
        guess(client, door)

    answer = guess(Client(REMOTE_ADDR="192.0.2.9"), door, "secret")

    assert answer.status_code == 302


def test_right_passwords_count_for_nothing(client, door):
    for _ in range(6):
        guess(client, door, "secret")

    assert guess(client, door).status_code == 200


def test_the_page_that_asks_for_a_password_may_be_opened_as_often_as_one_likes(client, door):
    answers = [client.get(door) for _ in range(8)]

    assert codes(answers) == [200] * 8


def test_the_password_of_a_file_may_be_guessed_five_times(client):
    document = make_document()
    restriction = CollectionViewRestriction.objects.create(
        collection=SiteDocument.objects.get(pk=document.pk).collection,
        restriction_type=CollectionViewRestriction.PASSWORD,
        password="secret",
    )
    door = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])

    answers = [guess(client, door) for _ in range(6)]

    assert codes(answers) == [200] * 5 + [429]


@pytest.mark.parametrize("name", ["wagtailcore_login", "wagtailadmin_login"])
def test_wrong_sign_ins_come_to_an_end(client, name):
    wrong = {"username": "nobody", "password": "wrong"}

    answers = [client.post(reverse(name), wrong) for _ in range(SIGN_INS.most + 1)]

    assert codes(answers) == [200] * SIGN_INS.most + [429]


def test_both_doors_to_sign_in_count_together(client):
    wrong = {"username": "nobody", "password": "wrong"}
    for _ in range(SIGN_INS.most):
        client.post(reverse("wagtailcore_login"), wrong)

    assert client.post(reverse("wagtailadmin_login"), wrong).status_code == 429


def test_whoever_signs_in_rightly_is_never_turned_away():
    user = make_user("Editor")
    right = {"username": user.username, "password": "a-long-password"}

    answers = [Client().post(reverse("wagtailadmin_login"), right) for _ in range(25)]

    assert codes(answers) == [302] * 25


def test_the_search_answers_a_person_and_turns_a_flood_away(client):
    answers = [client.get("/search/", {"q": "water"}) for _ in range(SEARCHES.most + 1)]

    assert codes(answers) == [200] * SEARCHES.most + [429]
    assert answers[-1]["Retry-After"] == "60"
    assert "a minute" in answers[-1].content.decode()
    assert client.get("/").status_code == 200


def test_a_flood_that_asks_for_headers_alone_is_turned_away_as_well(client):
    answers = [client.head("/search/", {"q": "water"}) for _ in range(SEARCHES.most + 1)]

    assert codes(answers) == [200] * SEARCHES.most + [429]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("csrftoken", "x"),
        ("csrftoken", "x" * 4000),
        ("csrftoken", "é" * 32),
        ("sessionid", "bogus"),
        ("sessionid", "A" * 32),
        ("sessionid", "a" * 4000),
        ("messages", "garbage"),
    ],
)
@pytest.mark.parametrize("place", ["/", "/search/", "/feed/", "/no-such-place/"])
def test_a_cookie_that_is_not_ours_is_answered_with_none(client, place, name, value):
    pristine = client.get(place).content
    client.cookies[name] = value

    answer = client.get(place)

    assert not answer.cookies
    assert answer.content == pristine


def test_a_page_with_the_editors_bar_is_kept_by_no_cache(client, admin_client):
    answers = [visitor.get("/") for visitor in (admin_client, client)]

    assert "no-store" in answers[0]["Cache-Control"] and "private" in answers[0]["Cache-Control"]
    assert "Cache-Control" not in answers[1]


def test_a_closed_file_is_kept_by_no_cache(client, admin_client):
    document = make_document()
    everybody = client.get(document.url)
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="login"
    )

    signed_in = admin_client.get(document.url)

    assert "no-store" in signed_in["Cache-Control"] and "private" in signed_in["Cache-Control"]
    assert "Cache-Control" not in everybody


def test_a_file_claims_no_encoding_and_no_digest_that_it_has_not(client):
    document = make_document()

    answer = client.get(document.url)

    assert answer.getvalue().startswith(b"%PDF")
    assert "Content-Encoding" not in answer
    assert "ETag" not in answer


def test_a_file_with_a_digest_is_asked_for_again_by_it(client):
    document = make_document(file_hash="a1b2")

    answers = [client.get(document.url, headers={"If-None-Match": tag}) for tag in ("", '"a1b2"')]

    assert (codes(answers), answers[0]["ETag"]) == ([200, 304], '"a1b2"')


def test_who_is_turned_away_gets_no_cookie(client, door):
    for _ in range(6):
        answer = guess(client, door)

    assert answer.status_code == 429
    assert dict(answer.cookies) == {}
