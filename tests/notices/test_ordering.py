"""The order of the notices: one writer, whole orders, and nothing else that moves one."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.core.exceptions import PermissionDenied
from django.db import connection
from wagtail.models import Page, PageLogEntry

from base.caching import content_version
from notices import changes, goals, ordering
from notices.models import FeaturedNotice
from tests.factories import make_article, make_index, make_notice, make_user, the_home


@pytest.fixture
def notices(home) -> list[FeaturedNotice]:
    """Three notices, the first on top."""
    made = [make_notice(title=title) for title in ("third", "second", "first")]
    return made[::-1]


def order() -> list[str]:
    return [notice.title for notice in FeaturedNotice.objects.in_order()]


def keys(notices) -> list[int]:
    return [notice.pk for notice in notices]


# --- a whole order


def test_a_new_notice_goes_on_top(notices):
    make_notice(title="new")

    assert order() == ["new", "first", "second", "third"]


def test_a_whole_order_is_written(home, notices):
    ordering.set_order(home, keys(notices[::-1]))

    assert order() == ["third", "second", "first"]


@pytest.mark.parametrize("role", ["Admin", "superuser"])
def test_those_who_may_put_the_notices_in_order_can(home, notices, role):
    user = make_user(is_superuser=True) if role == "superuser" else make_user(role)

    ordering.set_order(home, keys(notices[::-1]), user)

    assert order() == ["third", "second", "first"]


@pytest.mark.parametrize("role", ["", "Contributor", "Editor", "anonymous", "left"])
def test_nobody_else_can(home, notices, role):
    if role == "anonymous":
        user = AnonymousUser()
    elif role == "left":
        user = make_user("Admin", is_active=False)
    else:
        user = make_user(role)

    with pytest.raises(PermissionDenied):
        ordering.set_order(home, keys(notices[::-1]), user)
    with pytest.raises(PermissionDenied):
        ordering.move(home, notices[2].pk, goals.top(), user)

    assert order() == ["first", "second", "third"]


def test_the_permission_alone_without_rights_on_the_home_page_is_not_enough(home, notices):
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="reorder_featurednotice"))

    with pytest.raises(PermissionDenied):
        ordering.set_order(home, keys(notices[::-1]), user)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda ids: ids[:2],
        lambda ids: [*ids, ids[0]],
        lambda ids: [ids[0], ids[0], ids[1]],
        lambda ids: [*ids, 999_999],
        lambda ids: [*ids[:2], 999_999],
        lambda ids: [],
        lambda ids: list(map(str, ids)),
    ],
)
def test_an_order_of_other_notices_than_there_are_is_refused(home, notices, wrong):
    with pytest.raises(ordering.OrderChanged):
        ordering.set_order(home, wrong(keys(notices)))

    assert order() == ["first", "second", "third"]


def test_drafts_belong_to_the_order_and_keep_their_place(home, notices):
    draft = make_notice(title="draft", live=False)

    ordering.set_order(home, [notices[0].pk, draft.pk, notices[1].pk, notices[2].pk])

    assert order() == ["first", "draft", "second", "third"]


def test_a_new_order_raises_the_content_version_and_the_same_one_does_not(home, notices, on_commit):
    with on_commit():
        ordering.set_order(home, keys(notices))
    before = content_version()
    with on_commit():
        ordering.set_order(home, keys(notices))
    same = content_version()

    with on_commit():
        ordering.set_order(home, keys(notices[::-1]))

    assert same == before
    assert content_version() != before


def test_who_moved_what_is_in_the_log(home, notices):
    user = make_user("Admin")

    ordering.move(home, notices[2].pk, goals.before(notices[1].pk), user)

    entry = PageLogEntry.objects.get(action=changes.ACTION)
    assert (entry.page_id, entry.user) == (notices[2].pk, user)
    assert (entry.data["from"], entry.data["to"]) == (3, 2)
    assert entry.data["above"] == {"pk": notices[0].pk, "title": "first"}
    assert entry.data["below"] == {"pk": notices[1].pk, "title": "second"}
    assert entry.data["before"] == keys(notices)
    assert entry.data["after"] == keys([notices[0], notices[2], notices[1]])
    assert entry.label == "third"
    assert entry.formatter.format_message(entry) == "Moved from place 3 to 2"


# --- one move


def to(step: int, place: int, notices) -> goals.Goal | None:
    return goals.step(notices[place].pk, step, keys(notices))


@pytest.mark.parametrize(
    ("place", "steps", "expected"),
    [
        (2, -1, ["first", "third", "second"]),
        (0, 1, ["second", "first", "third"]),
        (2, -99, ["third", "first", "second"]),
        (0, 99, ["second", "third", "first"]),
    ],
)
def test_a_step_leads_up_or_down_and_never_out_of_the_list(home, notices, place, steps, expected):
    ordering.move(home, notices[place].pk, to(steps, place, notices))

    assert order() == expected


@pytest.mark.parametrize(("place", "steps"), [(0, -1), (2, 1), (1, 0)])
def test_a_step_out_of_the_list_is_none(notices, place, steps):
    assert to(steps, place, notices) is None


def test_what_was_meant_is_done_in_a_list_that_others_have_changed(home, notices):
    first, second, third = notices
    seen = keys(notices)
    meant = goals.place(third.pk, 2, seen)
    ordering.move(home, second.pk, goals.top())  # somebody else: second, first, third

    ordering.move(home, third.pk, meant)

    assert order() == ["third", "second", "first"]  # before the second, wherever that is now


def test_when_the_neighbour_that_was_meant_is_gone_the_next_one_counts(home, notices):
    first, second, third = notices
    meant = [goals.before(second.pk, keys(notices)), goals.after(second.pk, keys(notices))]
    new = make_notice(title="new")
    second.delete()

    orders = []
    for goal in meant:
        ordering.set_order(home, keys([new, first, third]))
        ordering.move(home, new.pk, goal)
        orders.append(order())

    assert orders == [["first", "new", "third"]] * 2


def test_a_notice_that_is_gone_cannot_be_moved(home, notices):
    gone = notices[1].pk
    notices[1].delete()

    with pytest.raises(ordering.OrderChanged):
        ordering.move(home, gone, goals.top())


# --- taking it back


def test_the_last_change_is_taken_back_and_can_be_made_again(home, notices):
    ada = make_user("Admin")
    made = ordering.move(home, notices[2].pk, goals.top(), ada)

    back = ordering.undo(home, made.change, ada)
    after_undo = order()
    ordering.undo(home, back.change, ada)

    assert after_undo == ["first", "second", "third"]
    assert order() == ["third", "first", "second"]


def test_a_whole_order_is_taken_back_to_the_last_place(home, notices):
    more = [make_notice(title=f"more {n}") for n in range(3)]
    before = order()
    made = ordering.set_order(home, keys([more[1], *notices[::-1], more[0], more[2]]))

    ordering.undo(home, made.change)

    assert order() == before


def test_only_the_last_change_can_be_taken_back(home, notices):
    old = ordering.move(home, notices[2].pk, goals.top())
    ordering.move(home, notices[0].pk, goals.bottom())

    with pytest.raises(ordering.OrderChanged, match="since"):
        ordering.undo(home, old.change)

    assert order() == ["third", "second", "first"]


def test_a_change_that_never_was_cannot_be_taken_back(home, notices):
    with pytest.raises(ordering.OrderChanged):
        ordering.undo(home, 999_999)


def test_what_came_and_went_since_stands_in_no_way_of_taking_it_back(home, notices):
    made = ordering.move(home, notices[2].pk, goals.top())  # third, first, second
    make_notice(title="new")
    notices[1].delete()

    ordering.undo(home, made.change)

    assert order() == ["new", "first", "third"]


def test_of_a_change_whose_notices_are_gone_nothing_is_taken_back(home, notices):
    made = ordering.move(home, notices[2].pk, goals.before(notices[1].pk))
    notices[2].delete()

    with pytest.raises(ordering.OrderChanged, match="nothing is left"):
        ordering.undo(home, made.change)

    assert order() == ["first", "second"]


def test_nobody_takes_back_who_may_not_move(home, notices):
    made = ordering.move(home, notices[2].pk, goals.top())

    with pytest.raises(PermissionDenied):
        ordering.undo(home, made.change, make_user("Editor"))

    assert order() == ["third", "first", "second"]


# --- nothing else moves a notice


def test_a_stale_save_moves_nothing(home, notices):
    stale = FeaturedNotice.objects.get(title="first")
    ordering.set_order(home, keys(notices[::-1]))

    stale.save()

    assert order() == ["third", "second", "first"]


def test_a_sort_order_set_by_hand_is_ignored(notices):
    notices[2].sort_order = -99

    notices[2].save()
    notices[2].save(update_fields=["sort_order"])

    assert order() == ["first", "second", "third"]


def test_publishing_an_old_revision_moves_nothing(home, notices):
    old = notices[0].save_revision()
    ordering.set_order(home, keys(notices[::-1]))

    old.publish()

    assert order() == ["third", "second", "first"]


def test_editing_and_publishing_moves_nothing(home, notices):
    ordering.set_order(home, keys(notices[::-1]))

    page = FeaturedNotice.objects.get(title="second")
    page.title = "other"
    page.save_revision().publish()

    assert order() == ["third", "other", "first"]


def test_unpublishing_and_publishing_again_moves_nothing(notices):
    notices[1].unpublish()

    notices[1].save_revision().publish()

    assert order() == ["first", "second", "third"]


def test_a_copy_goes_on_top(notices):
    notices[2].copy(update_attrs={"title": "copy", "slug": "copy"}, keep_live=False)

    assert order() == ["copy", "first", "second", "third"]


def test_a_new_draft_goes_on_top(notices):
    make_notice(title="draft", live=False)

    assert order()[0] == "draft"


# --- at the same time


def at_once(*works) -> list[BaseException]:
    """Run each in a thread with a connection of its own; returns what went wrong."""
    errors = []
    start = threading.Barrier(len(works))

    def guarded(work):
        try:
            start.wait()
            work()
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=guarded, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


@pytest.mark.postgresql
def test_two_admins_and_an_editor_at_once_end_in_one_valid_order(whole_tree):
    home, index = the_home(), make_index()
    notices = [make_notice() for _ in range(5)]
    ids = keys(notices)

    def moving(goal):
        for pk in ids * 2:
            ordering.move(home, pk, goal)

    def writing():
        for _ in range(6):
            make_article(index)

    def publishing():
        for notice in notices:
            FeaturedNotice.objects.get(pk=notice.pk).save_revision().publish()

    errors = at_once(
        lambda: moving(goals.top()), lambda: moving(goals.bottom()), writing, publishing
    )

    places = FeaturedNotice.objects.in_order().values_list("pk", "sort_order")
    assert errors == []
    assert sorted(pk for pk, _place in places) == sorted(ids)
    assert [place for _pk, place in places] == [0, 1, 2, 3, 4]
    assert not any(Page.find_problems())
