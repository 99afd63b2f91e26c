"""How a notice stands, said in words: one row of the admins' list for each state there is."""

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from notices.board import Board
from notices.models import FeaturedNotice
from tests.factories import at, make_notice, make_page, make_user, restrict

pytestmark = pytest.mark.django_db

NOON = at(2026, 5, 4, 11)  # twelve o'clock in London


@pytest.fixture
def said(home, freeze):
    """What the list says of a notice, at noon on 4 May 2026."""
    freeze(NOON)

    def words(notice) -> list[str]:
        rows = Board(home, make_user("Admin")).described_rows
        return [state.words for state in next(row for row in rows if row.pk == notice.pk).states]

    return words


def day(*date: int) -> datetime.date:
    return datetime.date(*date)


def later(**fields) -> dict:
    """Nobody need look at it yet."""
    return {"review_on": day(2026, 11, 4), **fields}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ["Live"]),
        ({"show_until": day(2026, 5, 4)}, ["Live, ends on 4 May 2026"]),
        ({"expire_at": at(2026, 5, 9, 8)}, ["Live, ends on 9 May 2026, 09:00 BST"]),
        (
            {"show_until": day(2026, 5, 6), "expire_at": at(2026, 5, 9, 8)},
            ["Live, ends on 6 May 2026"],
        ),
        (
            {"show_until": day(2026, 6, 6), "expire_at": at(2026, 5, 9, 8)},
            ["Live, ends on 9 May 2026, 09:00 BST"],
        ),
        ({"show_until": day(2026, 5, 3)}, ["Ended on 3 May 2026"]),
        ({"expire_at": at(2026, 5, 4, 10)}, ["Ended on 4 May 2026, 11:00 BST"]),
        ({"date": None}, ["Hidden: it has no date"]),
        ({"review_on": day(2026, 5, 4)}, ["Live", "Review due since 4 May 2026"]),
        ({"review_on": day(2026, 5, 5)}, ["Live"]),
        ({"review_on": None}, ["Live"]),
        ({"review_on": day(2020, 1, 1), "show_until": day(2026, 5, 3)}, ["Ended on 3 May 2026"]),
    ],
)
def test_a_live_notice(said, fields, words):
    notice = make_notice()
    FeaturedNotice.objects.filter(pk=notice.pk).update(**later(**fields))

    assert said(notice) == words


def test_a_draft(said):
    assert said(make_notice(live=False, review_on=day(2020, 1, 1))) == ["Draft"]


def test_one_that_was_taken_off_the_site(said):
    notice = make_notice(**later())
    notice.save_revision().publish()

    FeaturedNotice.objects.get(pk=notice.pk).unpublish()

    assert said(notice) == ["Unpublished"]


def test_one_that_the_jobs_took_down(said):
    notice = make_notice(**later(expire_at=at(2026, 5, 4, 8)))
    notice.unpublish(set_expired=True)

    assert said(notice) == ["Ended on 4 May 2026, 09:00 BST"]


def test_one_that_appears_at_its_hour(said):
    notice = make_notice(live=False, **later())
    notice.go_live_at = at(2026, 5, 7, 5)
    notice.save_revision().publish()

    assert said(notice) == ["Scheduled for 7 May 2026, 06:00 BST"]


def test_a_live_one_whose_next_version_appears_at_its_hour(said):
    notice = make_notice(**later())
    notice.save_revision().publish()
    notice = FeaturedNotice.objects.get(pk=notice.pk)
    notice.go_live_at = at(2026, 5, 7, 5)
    notice.save_revision().publish()

    assert said(notice) == ["Live", "A new version appears on 7 May 2026, 06:00 BST"]


def test_a_live_one_with_words_that_visitors_do_not_see_yet(said):
    notice = make_notice(**later())
    notice.save_revision().publish()
    notice.title = "other"

    notice.save_revision()

    assert said(notice) == ["Live", "With changes that visitors do not see yet"]


def test_one_behind_a_password(said):
    notice = make_notice(**later())
    restrict(notice)

    assert said(notice) == ["Private"]


def test_one_that_leads_where_visitors_may_not_go(said):
    notice = make_notice(**later(target_page=make_page(live=False)))

    assert said(notice) == ["Hidden: what it leads to is not public"]


def test_one_that_waits_for_a_second_pair_of_eyes(said):
    from desk.people import second_eyes

    notice = make_notice(live=False, **later())
    notice.save_revision()
    second_eyes.workflow().start(notice, make_user("Contributor"))

    assert said(notice) == ["Draft", "In review"]


def test_hours_are_those_of_whoever_reads_them(said):
    notice = make_notice(**later(expire_at=at(2026, 5, 9, 8)))

    with timezone.override("America/Lima"):
        assert said(notice) == ["Live, ends on 9 May 2026, 03:00 -05"]


def test_a_reader_of_spanish_reads_spanish(said):
    notice = make_notice(**later(show_until=day(2026, 5, 9)))

    with override("es"):
        assert "9 de mayo de 2026" in said(notice)[0]
