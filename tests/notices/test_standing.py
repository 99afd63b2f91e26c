"""Nothing but the admins' list moves a notice: no form, no old version, no job, no tree, no import."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from desk.jobs.lease import Lease
from desk.jobs.rounds import go_round
from notices import goals, ordering
from notices.models import FeaturedNotice
from notices.standing import KEPT
from tests.articles.archive.listings import dated, run, save
from tests.editing import edit_page, typed
from tests.factories import make_index, make_notice, make_user, the_home

pytestmark = pytest.mark.django_db

MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def notices(home) -> list[FeaturedNotice]:
    """Three, each with a version, put into another order than they were written in."""
    made = [make_notice(title=title) for title in ("second", "third", "first")]
    for notice in made:
        notice.save_revision().publish()
    ordering.set_order(home, [made[2].pk, made[0].pk, made[1].pk])
    return [made[2], made[0], made[1]]


@pytest.fixture
def admin(client):
    client.force_login(make_user("Admin"))
    return client


def order() -> list[str]:
    return [notice.title for notice in FeaturedNotice.objects.in_order()]


def moved_to_the_end(notice) -> None:
    ordering.move(the_home(), notice.pk, goals.bottom())


def test_a_form_that_was_opened_before_a_move_moves_nothing(notices, admin):
    form = {"title": "first", "slug": notices[0].slug, "action-publish": "1"}
    moved_to_the_end(notices[0])

    edit_page(admin, notices[0], **form)

    assert FeaturedNotice.objects.get(title="first").live
    assert order() == ["second", "third", "first"]


def test_bringing_back_an_old_version_in_the_editor_moves_nothing(notices, admin):
    old = notices[0].get_latest_revision()
    notices[0].save_revision()
    moved_to_the_end(notices[0])
    sent = typed("notices.featurednotice", title="as it was", slug=notices[0].slug)
    address = reverse("wagtailadmin_pages:edit", args=[notices[0].pk])

    admin.post(address, {**sent, "revision": old.pk, "action-publish": "1"})

    assert order() == ["second", "third", "as it was"]


@pytest.mark.parametrize("what", ["appears", "ends"])
def test_what_the_jobs_do_at_its_hour_moves_nothing(notices, what):
    notice = FeaturedNotice.objects.get(pk=notices[0].pk)
    if what == "appears":
        notice.go_live_at = timezone.now() + MINUTE
        notice.save_revision().publish()
        notice.revisions.update(approved_go_live_at=timezone.now() - MINUTE)
    else:
        FeaturedNotice.objects.filter(pk=notice.pk).update(expire_at=timezone.now() - MINUTE)
    moved_to_the_end(notice)

    go_round(Lease())

    notice.refresh_from_db()
    assert (notice.live, notice.expired) == ((True, False) if what == "appears" else (False, True))
    assert order() == ["second", "third", "first"]


def test_deleting_one_moves_no_other(notices):
    notices[1].delete()

    assert order() == ["first", "third"]


@pytest.mark.parametrize("position", ["first-child", "last-child"])
def test_moving_one_in_the_tree_moves_nothing_in_the_order(home, notices, position):
    make_index()

    notices[2].move(Page.objects.get(pk=home.pk), pos=position)

    assert order() == ["first", "second", "third"]


def test_a_copy_in_the_admin_goes_on_top_as_a_draft_and_moves_no_other(notices, admin):
    address = reverse("wagtailadmin_pages:copy", args=[notices[2].pk])
    parent = the_home().pk

    admin.post(address, {"new_title": "copy", "new_slug": "copy", "new_parent_page": parent})

    assert [(one.title, one.live) for one in FeaturedNotice.objects.in_order()] == [
        ("copy", False),
        ("first", True),
        ("second", True),
        ("third", True),
    ]


def test_importing_twice_moves_nothing(notices, tmp_path):
    old = "Featured Notices\n\n" + dated("8 May 2013", "Old appeal", "Give a spade.")
    files = save(tmp_path, home=old)
    run(*files)
    moved_to_the_end(FeaturedNotice.objects.get(title="Old appeal"))

    run(*files)

    assert order() == ["first", "second", "third", "Old appeal"]


def test_a_copy_has_been_put_away_by_nobody_and_nobody_was_told_of_it(notices):
    FeaturedNotice.objects.filter(pk=notices[0].pk).update(
        put_away_at=timezone.now(), reminded_for=datetime.date(2026, 1, 1)
    )
    notice = FeaturedNotice.objects.get(pk=notices[0].pk)

    copy = notice.copy(update_attrs={"title": "copy", "slug": "copy"}, keep_live=False)

    stored = FeaturedNotice.objects.filter(pk=copy.pk).values(*KEPT).get()
    assert stored == {"sort_order": -1, "put_away_at": None, "reminded_for": None}


def test_no_save_writes_what_is_kept(notices):
    moment, day = timezone.now(), datetime.date(2026, 1, 1)
    FeaturedNotice.objects.filter(pk=notices[0].pk).update(put_away_at=moment, reminded_for=day)

    notices[0].put_away_at = notices[0].reminded_for = None
    notices[0].save()

    stored = FeaturedNotice.objects.filter(pk=notices[0].pk).values(*KEPT).get()
    assert stored == {"sort_order": 0, "put_away_at": moment, "reminded_for": day}
