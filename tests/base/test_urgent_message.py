"""The one sentence that may stand on top of every page, and when it goes by itself."""

import datetime

import pytest
from wagtail.models import Site

from base.models import OrganisationSettings
from tests.factories import at, make_page, restrict

pytestmark = pytest.mark.django_db

MESSAGE = "Eleven neighbours stand trial on Friday."


@pytest.fixture
def say(home):
    """The urgent message as an admin enters it."""

    def said(**fields) -> None:
        OrganisationSettings.objects.create(
            site=Site.objects.get(), urgent_text=MESSAGE, urgent_link_text="Write now", **fields
        )

    return said


def shown(client) -> str:
    return client.get("/").content.decode()


def test_an_urgent_message_stands_on_the_page_with_its_link(client, say):
    letters = make_page(slug="letters")

    say(urgent_page=letters)

    assert MESSAGE in shown(client)
    assert '<a href="/letters/">Write now</a>' in shown(client)


def test_a_message_without_an_end_stays(client, say, freeze):
    say()

    freeze(at(2031, 1, 1))

    assert MESSAGE in shown(client)


@pytest.mark.parametrize(
    ("moment", "is_shown"),
    [
        (at(2026, 7, 3, 22, 59), True),  # a minute before midnight in London
        (at(2026, 7, 3, 23, 1), False),
    ],
)
def test_a_message_is_gone_at_the_midnight_after_its_last_day(
    client, say, freeze, moment, is_shown
):
    freeze(at(2026, 7, 3, 12))
    say(urgent_until=datetime.date(2026, 7, 3))
    assert MESSAGE in shown(client)

    freeze(moment)

    assert (MESSAGE in shown(client)) == is_shown


@pytest.mark.parametrize("reason", ["draft", "private"])
def test_a_message_does_not_link_to_what_a_stranger_may_not_read(client, say, reason):
    page = make_page(slug="plans", title="Secret plans", live=reason != "draft")
    if reason == "private":
        restrict(page)

    say(urgent_page=page)

    assert MESSAGE in shown(client)
    assert "/plans/" not in shown(client)


def test_a_message_is_not_shown_where_there_is_none(client, home):
    assert 'class="urgent"' not in shown(client)
