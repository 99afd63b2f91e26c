"""The page of a notice says whether it still holds."""

import datetime

import pytest

from tests.factories import at, make_notice

pytestmark = pytest.mark.django_db

TEXT = [("paragraph", "<p>The whole appeal.</p>")]
LAST_DAY = datetime.date(2026, 5, 3)


def page_of(client, **fields) -> str:
    notice = make_notice(kind="appeal", body=TEXT, date=datetime.date(2026, 4, 1), **fields)
    return client.get(notice.url).content.decode()


def test_a_notice_says_until_when_it_holds(client, freeze):
    freeze(at(2026, 5, 3, 22, 59))

    html = page_of(client, show_until=LAST_DAY)

    assert 'until <time datetime="2026-05-03">3 May 2026</time>' in html
    assert "ended" not in html


def test_a_notice_that_ended_says_so_and_leads_to_those_that_have_not(client, freeze):
    freeze(at(2026, 5, 3, 23, 1))  # in May London is an hour ahead of UTC

    html = page_of(client, show_until=LAST_DAY)

    assert "Appeal, ended" in html
    assert "This notice ended on 3 May 2026." in html
    assert '<a href="/notices/">Current notices</a>' in html
    assert "until <time" not in html


def test_a_notice_for_ever_says_nothing_of_an_end(client):
    html = page_of(client)

    assert "until <time" not in html
    assert "ended" not in html


def test_after_its_end_the_button_is_a_plain_link(client, freeze):
    freeze(at(2026, 5, 4, 12))
    address = "https://example.org/give"

    pages = [page_of(client, target_url=address, show_until=day) for day in (None, LAST_DAY)]

    assert [f'<a class="btn" href="{address}"' in page for page in pages] == [True, False]
    assert [f'<a href="{address}"' in page for page in pages] == [False, True]
