import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry, ReferenceIndex

from articles.models import ArticlePage
from base.caching import content_version
from desk.lists import bulk, writing
from desk.lists.selection import Selection
from tests.factories import (
    at,
    make_article,
    make_event,
    make_index,
    make_topic,
    make_user,
    many_articles,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("Editor")
    client.force_login(user)
    return user


@pytest.fixture
def water():
    return make_topic(title="Water")


@pytest.fixture
def act(client, editor):
    """Choose rows of a list, or all of it, and answer the question."""

    def answered(action: str, chosen: str, model: str = "articlepage", **answers):
        address = reverse("wagtail_bulk_action", args=["articles", model, action])
        return client.post(f"{address}?{chosen}&next=/admin/news/", answers, follow=True)

    return answered


def rows(*pages) -> str:
    return "&".join(f"id={page.pk}" for page in pages)


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def filed(article) -> set[str]:
    return {topic.title for topic in ArticlePage.objects.get(pk=article.pk).topics.all()}


def newest_draft(article) -> ArticlePage:
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()


def test_the_question_says_how_many_there_are_and_names_them(client, editor):
    articles = [make_article(title="The bridge"), make_article(title="The ford")]

    address = reverse("wagtail_bulk_action", args=["articles", "articlepage", "add_topic"])
    page = client.get(f"{address}?{rows(*articles)}").content.decode()

    assert "2 items are chosen" in page
    assert "The bridge" in page
    assert "The ford" in page


def test_a_topic_is_added_to_the_chosen_rows_alone(act, water):
    chosen, other = make_article(), make_article()

    response = act("add_topic", rows(chosen), topic=water.pk)

    assert filed(chosen) == {"Water"}
    assert filed(other) == set()
    assert "“Water” was added to 1 item." in said(response)


def test_all_of_a_filter_and_of_a_search_is_meant_by_everything_that_matches(act, water):
    news = make_index()
    meant = make_article(news, title="Bridge of 2009", date="2009-05-04")
    of_another_year = make_article(news, title="Bridge of 2019", date="2019-05-04")
    of_other_words = make_article(news, title="Ford of 2009", date="2009-05-04")

    act("add_topic", "year=2009&q=bridge&id=all", topic=water.pk)

    assert filed(meant) == {"Water"}
    assert filed(of_another_year) == filed(of_other_words) == set()


def test_events_have_the_same_actions_in_their_own_list(act, water):
    event, article = make_event(title="Talk"), make_article()

    act("add_topic", "id=all", model="eventpage", topic=water.pk)

    assert filed(event) == {"Water"}
    assert filed(article) == set()


def test_a_draft_gets_the_topic_too_and_is_not_published(act, water):
    article = make_article(title="As published")
    article.title = "As it will be"
    article.save_revision()

    act("add_topic", rows(article), topic=water.pk)

    live, draft = ArticlePage.objects.get(pk=article.pk), newest_draft(article)
    assert (live.title, draft.title) == ("As published", "As it will be")
    assert live.has_unpublished_changes
    assert [topic.title for topic in draft.topics.all()] == ["Water"]
    assert filed(article) == {"Water"}


def test_publishing_the_draft_afterwards_keeps_the_topic(act, water):
    article = make_article()
    article.title = "As it will be"
    article.save_revision()
    act("add_topic", rows(article), topic=water.pk)

    ArticlePage.objects.get(pk=article.pk).get_latest_revision().publish()

    assert filed(article) == {"Water"}


def test_only_what_was_asked_for_changes_on_the_page_itself(act, water):
    article = make_article(title="The ford", teaser="<p>Deep.</p>")
    article.save_revision().publish()
    before = ArticlePage.objects.filter(pk=article.pk).values().get()

    act("add_topic", rows(article), topic=water.pk)

    after = ArticlePage.objects.filter(pk=article.pk).values().get()
    changed = {name for name, value in after.items() if value != before[name]}
    assert changed == {
        "latest_revision_id",
        "live_revision_id",
        "latest_revision_created_at",
    }
    assert after["latest_revision_id"] == after["live_revision_id"]
    assert not after["has_unpublished_changes"]


def test_a_page_that_has_it_already_is_not_written_again(act, water):
    article = make_article(topics=[water])
    article.save_revision()

    response = act("add_topic", rows(article), topic=water.pk)

    assert article.revisions.count() == 1
    assert "1 item was so already." in said(response)


def test_a_main_topic_is_set_only_where_it_is_asked_for_and_there_is_none(act, water):
    courts = make_topic(title="Courts")
    without, with_one = make_article(), make_article(main_topic=courts)

    act("add_topic", rows(without, with_one), topic=water.pk, as_main="on")

    mains = ArticlePage.objects.filter(pk__in=[without.pk, with_one.pk]).order_by("pk")
    assert [page.main_topic for page in mains] == [water, courts]
    assert ReferenceIndex.get_references_to(water).filter(object_id=str(without.pk)).exists()


def test_the_history_says_who_added_which_topic(client, editor, act, water):
    article = make_article()
    article.save_revision()

    act("add_topic", rows(article), topic=water.pk)

    entry = PageLogEntry.objects.get(page=article.pk, action="desk.add_topic")
    assert entry.user == editor
    assert entry.message == "Filed under “Water”, with other items at once"
    assert entry.revision.user == editor
    history = client.get(reverse("wagtailadmin_pages:history", args=[article.pk]))
    assert "Filed under “Water”" in history.content.decode()


def test_visitors_see_it_at_once_and_the_site_changes_once(act, water, on_commit, client):
    articles = [make_article(title=f"The ford {n}") for n in range(3)]
    before = content_version()

    with on_commit():
        act("add_topic", rows(*articles), topic=water.pk)

    number = int(content_version().split(".")[0]) - int(before.split(".")[0])
    assert number == 1
    assert "The ford 2" in client.get(water.url).content.decode()


def test_what_may_not_be_changed_is_named_and_left_alone(act, water, editor):
    locked = make_article(title="Locked", locked=True, locked_by=make_user("Editor"))
    own = make_article(title="Locked by me", locked=True, locked_by=editor)
    waiting = make_article(title="Waiting", live=False)
    waiting.save_revision(approved_go_live_at=at(2099, 1, 1))

    response = act("add_topic", rows(locked, own, waiting), topic=water.pk)

    assert filed(locked) == filed(waiting) == set()
    assert filed(own) == {"Water"}
    assert "“Locked” (it is locked)" in said(response)
    assert "“Waiting” (it is scheduled" in said(response)


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Admin"])
def test_what_may_be_changed_here_is_what_wagtail_lets_each_role_change_and_publish(role):
    user, news = make_user(role), make_index()
    other = {"locked": True, "locked_by": make_user("Admin")}
    pages = [
        make_article(news, owner=owner, live=live, **lock)
        for owner in (user, None)
        for live in (True, False)
        for lock in ({}, {"locked": True, "locked_by": user}, other)
    ]

    allowed = Selection(ArticlePage.objects.child_of(news), user).allowed

    assert allowed == [page.pk for page in pages if may_change(page, user)]


def may_change(page, user) -> bool:
    may = page.permissions_for_user(user)
    return may.can_edit() and not may.page_locked() and (not page.live or may.can_publish())


def test_who_may_not_publish_changes_drafts_but_nothing_visitors_see(client, water):
    client.force_login(make_user("Contributor"))
    live, draft = make_article(title="Seen"), make_article(live=False)

    address = reverse("wagtail_bulk_action", args=["articles", "articlepage", "add_topic"])
    client.post(f"{address}?{rows(live, draft)}&next=/admin/news/", {"topic": water.pk})

    assert filed(live) == set()
    assert filed(draft) == {"Water"}


def test_rights_on_one_stream_reach_no_further(client, water):
    own = make_index()
    mine, other = make_article(own), make_article()
    group = Group.objects.create(name="One stream")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for verb in ("change", "publish"):
        GroupPagePermission.objects.create(
            group=group, page=own, permission=Permission.objects.get(codename=f"{verb}_page")
        )
    user = make_user()
    user.groups.add(group)
    client.force_login(user)

    address = reverse("wagtail_bulk_action", args=["articles", "articlepage", "add_topic"])
    client.post(f"{address}?id=all&id={other.pk}&next=/admin/news/", {"topic": water.pk})

    assert filed(mine) == {"Water"}
    assert filed(other) == set()


@pytest.mark.parametrize("way_back", ["-1", "[]", "a:b", "//elsewhere.example", "javascript:x()"])
def test_no_way_back_breaks_the_work_or_leads_elsewhere(client, editor, water, way_back):
    article = make_article()
    address = reverse("wagtail_bulk_action", args=["articles", "articlepage", "add_topic"])

    answer = client.post(f"{address}?id={article.pk}", {"topic": water.pk, "next": way_back})

    assert answer.status_code == 302
    assert answer.headers["Location"] in (address, way_back if ":" not in way_back else "")
    assert filed(article) == {"Water"}


def test_a_topic_is_taken_out_again_but_not_where_it_is_the_main_one(act, water):
    plain, main = make_article(topics=[water]), make_article(main_topic=water)
    plain.save_revision()

    response = act("remove_topic", rows(plain, main), topic=water.pk)

    assert filed(plain) == set()
    assert filed(main) == {"Water"}
    assert list(newest_draft(plain).topics.all()) == []
    assert "was removed from 1 item. 1 item stays as it was" in said(response)


def test_a_date_becomes_a_month_on_the_page_and_in_its_draft(act):
    article = make_article()
    article.title = "As it will be"
    article.save_revision()

    act("set_date_precision", rows(article), precision="month")

    assert ArticlePage.objects.get(pk=article.pk).date_precision == "month"
    assert newest_draft(article).date_precision == "month"


def test_an_answer_that_is_missing_is_asked_for_again(act):
    article = make_article()

    response = act("add_topic", rows(article))

    assert response.status_code == 200
    assert response.context["form"].errors["topic"]


def test_long_work_is_done_in_parts_and_says_how_far_it_is(act, water, monkeypatch):
    monkeypatch.setattr(bulk.ManyAtOnce, "seconds", 0)
    monkeypatch.setattr(writing, "BATCH", 2)
    articles = many_articles(make_index(), 5)

    first = act("add_topic", "lacking=topic&id=all", topic=water.pk)
    second = act("add_topic", "lacking=topic&id=all", **answers_of(first))
    third = act("add_topic", "lacking=topic&id=all", **answers_of(second))

    assert "2 items are done, 3 are still to come" in " ".join(first.content.decode().split())
    assert "data-goes-on" in second.content.decode()
    assert "“Water” was added to 5 items." in said(third)
    assert all(filed(article) == {"Water"} for article in articles)


def answers_of(response) -> dict:
    form = response.context["form"]
    return {field.name: field.value() for field in form if field.value() is not None}


def test_ten_times_as_many_items_ask_no_more_of_the_database(act, water):
    news, courts = make_index(), make_topic(title="Courts")
    few = many_articles(news, 10)
    act("add_topic", rows(*few[:1]), topic=courts.pk)

    with CaptureQueriesContext(connection) as of_few:
        act("add_topic", "id=all", topic=water.pk)
    many_articles(news, 140)
    with CaptureQueriesContext(connection) as of_many:
        act("add_topic", "id=all", topic=water.pk)

    assert len(of_many) <= len(of_few) + 4  # more rows are shown in the list afterwards
