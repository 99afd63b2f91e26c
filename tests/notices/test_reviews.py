"""“Still right”: when a notice is asked about again, and that no word is published or lost by it."""

import datetime
import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment, Page, PageLogEntry
from wagtail.signals import page_published

from base.caching import content_version
from desk.jobs.publishing import publish_what_is_due
from desk.people import second_eyes
from notices import reviews
from notices.models import FeaturedNotice
from notices.reviews import NoAnswer, still_right
from tests.factories import at, make_notice, make_user, the_home

pytestmark = pytest.mark.django_db

NOON = at(2026, 11, 28, 12)
DUE = datetime.date(2026, 5, 3)
IN_HALF_A_YEAR = datetime.date(2027, 5, 28)
LATER = datetime.date(2028, 1, 1)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def today(freeze):
    freeze(NOON)


@pytest.fixture
def eva(home):
    return make_user("Editor", first_name="Eva")


@pytest.fixture
def notice(home) -> FeaturedNotice:
    """Published, and due for half a year."""
    return published(title="Appeal", review_on=DUE)


def published(**fields) -> FeaturedNotice:
    notice = make_notice(**fields)
    notice.save_revision().publish()
    return again(notice)


def again(notice) -> FeaturedNotice:
    return FeaturedNotice.objects.get(pk=notice.pk)


def draft_of(notice) -> FeaturedNotice:
    return again(notice).get_latest_revision_as_object()


def write(notice, **fields):
    """A new version of its draft, as it is saved by the editor's form."""
    draft = draft_of(notice)
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft.save_revision()


def schedule(notice, **fields) -> None:
    write(notice, go_live_at=NOON + HOUR, **fields).publish()


def in_hours(freeze, hours: int) -> None:
    freeze(NOON + hours * HOUR)
    assert publish_what_is_due(lambda: None) == []


# --- the day


def test_a_notice_that_holds_is_asked_about_again_in_half_a_year(notice, eva):
    day = still_right(notice, eva)

    notice = again(notice)
    assert day == notice.review_on == IN_HALF_A_YEAR
    assert not notice.is_due
    assert not notice.has_unpublished_changes
    assert draft_of(notice).review_on == IN_HALF_A_YEAR
    assert notice.live_revision == notice.latest_revision


def test_nobody_outside_is_told_that_a_text_has_changed_of_which_no_word_has(
    notice, eva, on_commit
):
    before, version = again(notice), content_version()
    told = []

    def hear(**kwargs):
        told.append(kwargs)

    page_published.connect(hear)
    with on_commit():
        still_right(notice, eva)
    page_published.disconnect(hear)

    after = again(notice)
    assert after.last_published_at == before.last_published_at
    assert (content_version(), told) == (version, [])


def test_the_sitemap_still_says_when_its_words_were_last_published(eva, client, freeze, on_commit):
    notice = published(review_on=DUE, teaser="<p>Give a spade.</p>")
    freeze(NOON + HOUR)

    with on_commit():
        still_right(notice, eva)

    place = client.get("/sitemap-pages.xml").content.decode().partition(f"{notice.url}</loc>")[2]
    assert place.startswith("<lastmod>2026-11-28T12:00:00+00:00</lastmod>")


def test_the_editor_opens_with_the_new_day_and_the_same_words(notice, eva, client):
    client.force_login(eva)
    still_right(notice, eva)

    form = client.get(reverse("wagtailadmin_pages:edit", args=[notice.pk])).context["form"]

    assert form["review_on"].value() == IN_HALF_A_YEAR
    assert form["title"].value() == "Appeal"


def test_once_unpublished_it_is_no_draft_that_nobody_has_read_yet(notice, eva, freeze):
    freeze(NOON + HOUR)
    still_right(notice, eva)
    freeze(NOON + 2 * HOUR)

    again(notice).unpublish()

    assert list(FeaturedNotice.objects.drafted()) == []


def test_half_a_year_is_counted_from_the_day_in_london(notice, eva, freeze):
    freeze(at(2027, 5, 31, 23, 30))  # half past midnight in London

    day = still_right(notice, eva)

    assert day == datetime.date(2027, 12, 1)


def test_a_day_of_ones_own_choice_may_be_named(notice, eva):
    still_right(notice, eva, until=datetime.date(2026, 12, 24))

    assert again(notice).review_on == datetime.date(2026, 12, 24)


@pytest.mark.parametrize("before", [DUE, LATER])
def test_the_version_that_visitors_see_has_the_day_that_is_named_and_no_other(eva, before):
    notice = published(review_on=before)

    still_right(notice, eva, until=IN_HALF_A_YEAR)

    notice = again(notice)
    assert notice.review_on == IN_HALF_A_YEAR
    assert notice.live_revision.as_object().review_on == IN_HALF_A_YEAR


def test_a_later_day_that_somebody_has_chosen_stays(eva):
    notice = published(review_on=LATER)
    before = notice.latest_revision_id

    day = still_right(notice, eva)

    assert day == again(notice).review_on == LATER
    assert again(notice).latest_revision_id == before


def test_a_notice_without_any_version_is_answered_for_too(eva):
    notice = make_notice(review_on=DUE)

    still_right(notice, eva)

    assert again(notice).review_on == IN_HALF_A_YEAR
    assert again(notice).live


def test_an_alias_which_has_no_versions_is_answered_for_too(notice, eva):
    alias = notice.create_alias(parent=the_home(), update_slug="alias")

    still_right(alias, eva)

    assert (again(alias).review_on, again(notice).review_on) == (IN_HALF_A_YEAR, DUE)


def test_its_place_and_what_its_owner_was_told_of_stay(notice, eva):
    FeaturedNotice.objects.filter(pk=notice.pk).update(sort_order=7, reminded_for=DUE)
    make_notice()

    still_right(notice, eva)

    assert (again(notice).sort_order, again(notice).reminded_for) == (7, DUE)


def test_the_history_says_who_and_until_when(notice, eva):
    still_right(notice, eva)

    entry = PageLogEntry.objects.get(action=reviews.ACTION)
    assert (entry.page_id, entry.user, entry.revision) == (
        notice.pk,
        eva,
        again(notice).latest_revision,
    )
    said = "Found still right, to be looked at again on 28 May 2027"
    assert entry.formatter.format_message(entry) == said
    assert not PageLogEntry.objects.filter(action="wagtail.publish", user=eva).exists()


# --- what is not published yet


def test_the_words_of_a_draft_are_neither_published_nor_lost(notice, eva):
    write(notice, title="Half of a thought")

    still_right(notice, eva)

    notice = again(notice)
    assert (notice.title, notice.review_on) == ("Appeal", IN_HALF_A_YEAR)
    assert notice.has_unpublished_changes
    assert notice.draft_title == "Half of a thought"
    assert draft_of(notice).title == "Half of a thought"
    assert draft_of(notice).review_on == IN_HALF_A_YEAR


def test_a_draft_stays_with_whoever_writes_it(notice, eva):
    writer = make_user("Contributor")
    draft = draft_of(notice)
    draft.title = "Half of a thought"
    draft.save_revision(user=writer)

    still_right(notice, eva)

    assert again(notice).latest_revision.user == writer


def test_visitors_see_nothing_of_it_where_there_is_a_draft(notice, eva, on_commit):
    write(notice, title="Half of a thought")
    before, seen_at = content_version(), again(notice).last_published_at

    with on_commit():
        still_right(notice, eva)

    assert (content_version(), again(notice).last_published_at) == (before, seen_at)


def test_a_draft_that_is_published_afterwards_is_not_due_again(notice, eva):
    write(notice, title="A new appeal")
    still_right(notice, eva)

    again(notice).get_latest_revision().publish()

    assert (again(notice).title, again(notice).is_due) == ("A new appeal", False)


def test_a_later_day_in_the_draft_stays(notice, eva):
    write(notice, review_on=LATER)

    still_right(notice, eva)

    assert (again(notice).review_on, draft_of(notice).review_on) == (IN_HALF_A_YEAR, LATER)


def test_a_draft_with_gaps_is_kept_with_its_gaps(notice, eva):
    draft = draft_of(notice)
    draft.title, draft.date = "", None
    draft.save_revision(clean=False)

    still_right(notice, eva)

    assert (draft_of(notice).title, draft_of(notice).date) == ("", None)
    assert again(notice).review_on == IN_HALF_A_YEAR


def test_what_is_said_beside_the_draft_stays(notice, eva):
    said = {"page": notice, "user": eva, "contentpath": "title"}
    Comment.objects.create(text="Which?", **said)
    Comment.objects.create(text="Settled.", resolved_at=NOON, resolved_by=eva, **said)
    write(notice, title="Half of a thought")

    still_right(notice, eva)

    assert set(Comment.objects.values_list("text", flat=True)) == {"Which?", "Settled."}


def test_a_scheduled_version_keeps_its_words_and_its_moment(notice, eva, freeze):
    schedule(notice, title="As planned")
    still_right(notice, eva)
    now, planned = again(notice), again(notice).scheduled_revision

    in_hours(freeze, 1)

    assert (now.title, now.review_on) == ("Appeal", IN_HALF_A_YEAR)
    assert planned.approved_go_live_at == NOON + HOUR
    assert (again(notice).title, again(notice).review_on) == ("As planned", IN_HALF_A_YEAR)
    assert not again(notice).has_unpublished_changes


def test_a_draft_on_top_of_a_scheduled_version_stays_on_top(notice, eva, freeze):
    schedule(notice, title="As planned")
    write(notice, title="Half of a thought", go_live_at=None)
    still_right(notice, eva)
    planned = again(notice).revisions.filter(approved_go_live_at__isnull=False)

    assert [revision.as_object().title for revision in planned] == ["As planned"]
    assert draft_of(notice).title == "Half of a thought"
    in_hours(freeze, 1)
    assert (again(notice).title, again(notice).is_due) == ("As planned", False)
    assert draft_of(notice).title == "Half of a thought"
    assert again(notice).has_unpublished_changes


def test_a_review_goes_on_and_what_it_approves_is_not_due_again(notice, eva, mailoutbox):
    writer = make_user("Contributor")
    write(notice, title="A new appeal")
    second_eyes.switch_on()
    second_eyes.workflow().start(again(notice), writer)

    still_right(notice, eva)

    waiting = again(notice).current_workflow_task_state
    assert waiting and again(notice).title == "Appeal"
    waiting.approve(user=eva)
    assert (again(notice).title, again(notice).review_on) == ("A new appeal", IN_HALF_A_YEAR)
    assert mailoutbox == []


def test_a_review_of_what_visitors_see_already_goes_on_too(notice, eva):
    second_eyes.switch_on()
    second_eyes.workflow().start(notice, make_user("Contributor"))

    still_right(notice, eva)

    assert again(notice).workflow_in_progress
    assert again(notice).review_on == IN_HALF_A_YEAR


# --- who may say so


@pytest.mark.parametrize("role", ["", "Contributor"])
def test_whoever_may_not_publish_it_cannot_say_that_it_holds(notice, role):
    with pytest.raises(PermissionDenied):
        still_right(notice, make_user(role))

    assert again(notice).review_on == DUE


@pytest.mark.parametrize("role", ["Editor", "Admin"])
def test_whoever_may_publish_it_can(notice, role):
    still_right(notice, make_user(role))

    assert again(notice).review_on == IN_HALF_A_YEAR


def test_for_a_locked_notice_only_whoever_locked_it_can_answer(notice, eva):
    ada = make_user("Admin", first_name="Ada")
    Page.objects.filter(pk=notice.pk).update(locked=True, locked_by=ada, locked_at=NOON)

    with pytest.raises(NoAnswer, match="Ada has locked “Appeal”"):
        still_right(notice, eva)
    before = again(notice).review_on
    still_right(notice, ada)

    assert (before, again(notice).review_on) == (DUE, IN_HALF_A_YEAR)


@pytest.mark.parametrize(
    "state",
    [{"live": False}, {"show_until": DUE}, {"expire_at": NOON - HOUR}],
    ids=["draft", "ended", "run out"],
)
def test_of_what_visitors_no_longer_see_nothing_is_asked(eva, state):
    notice = make_notice(title="Over", review_on=DUE, **state)

    with pytest.raises(NoAnswer, match="“Over” is no longer shown"):
        still_right(notice, eva)

    assert again(notice).review_on == DUE


# --- at the same time


@pytest.mark.postgresql
def test_of_two_at_once_the_second_finds_it_answered(whole_tree):
    notice, people = published(review_on=DUE), [make_user("Editor"), make_user("Admin")]
    versions, days, start = notice.revisions.count(), [], threading.Barrier(2)

    def answer(user):
        start.wait()
        try:
            days.append(still_right(notice, user))
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=[user]) for user in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert days == [IN_HALF_A_YEAR] * 2
    assert notice.revisions.count() == versions + 1
    assert PageLogEntry.objects.filter(action=reviews.ACTION).count() == 1
    assert not again(notice).has_unpublished_changes


# --- the button


@pytest.fixture
def press(client):
    """Press it as somebody; what the next screen says, and where that is."""

    def pressed(user, notice, **posted) -> tuple[str, str]:
        client.force_login(user)
        answer = client.post(button_of(notice), posted)
        said = [str(m).strip() for m in client.get("/admin/").context["messages"]]
        return " ".join(said), answer["Location"]

    return pressed


def button_of(notice) -> str:
    return reverse("notices_still_right", args=[notice.pk])


def test_whoever_presses_it_reads_when_they_are_asked_again(notice, eva, press):
    said, place = press(eva, notice)

    assert said == "You will be asked about “Appeal” again on 28 May 2027."
    assert place == "/admin/"
    assert again(notice).review_on == IN_HALF_A_YEAR


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("/admin/notices/featurednotice/?all=1", "/admin/notices/featurednotice/?all=1"),
        ("http://testserver/admin/", "/admin/"),
        ("https://evil.example/admin/", "/admin/"),
        ("//evil.example/admin/", "/admin/"),
        ("/news/", "/admin/"),
    ],
)
def test_it_leads_back_to_a_screen_of_this_admin_and_nowhere_else(notice, eva, press, asked, place):
    _said, led_to = press(eva, notice, next=asked)

    assert led_to == place


def test_a_link_changes_nothing(notice, eva, client):
    client.force_login(eva)

    answer = client.get(button_of(notice))

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Nothing was changed" in answer.content.decode()
    assert again(notice).review_on == DUE


def test_a_form_of_another_site_changes_nothing(notice, eva):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(eva)

    answer = careful.post(button_of(notice))

    assert answer.status_code == 403
    assert again(notice).review_on == DUE


def test_whoever_may_not_is_told_so(notice, press):
    said, place = press(make_user("Contributor"), notice)

    assert (said, place) == ("You may not publish that notice. Nothing was changed.", "/admin/")
    assert again(notice).review_on == DUE


def test_nobody_presses_it_before_signing_in(notice, client):
    answer = client.post(button_of(notice))

    assert answer["Location"].startswith("/admin/login/")
    assert again(notice).review_on == DUE


@pytest.mark.parametrize("pk", [999_999, 10**30])
def test_of_a_notice_that_is_gone_it_says_so(home, eva, press, pk):
    said, _place = press(eva, FeaturedNotice(pk=pk))

    assert said == "That notice is no longer there. Nothing was changed."


def test_a_notice_with_an_old_fault_can_be_answered_for_as_nothing_is_published(notice, eva, press):
    target = {"target_url": "https://example.org", "target_page": the_home().page_ptr}
    FeaturedNotice.objects.filter(pk=notice.pk).update(**target)

    said, _place = press(eva, notice)

    assert "You will be asked about “Appeal” again" in said
    assert again(notice).review_on == IN_HALF_A_YEAR
