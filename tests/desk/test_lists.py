import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission, PagePermissionTester

from articles.models import ArticlePage
from desk import reach
from desk.people import second_eyes
from tests.factories import (
    at,
    file_under,
    make_article,
    make_event,
    make_image,
    make_index,
    make_topic,
    make_user,
    many_articles,
    the_home,
)
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    """Somebody who may publish, but is no superuser."""
    user = make_user("Editor", first_name="Rosa", last_name="Quispe")
    client.force_login(user)
    return user


@pytest.fixture
def listed(client, editor):
    """The headlines of a list, in its order."""

    def titles(query: str = "", name: str = "news") -> list[str]:
        page = client.get(f"{reverse(f'{name}:index')}?{query}")
        return [row.title for row in page.context["object_list"]]

    return titles


def on(year: int, month: int = 5, day: int = 4) -> datetime.date:
    return datetime.date(year, month, day)


def test_news_stands_newest_first_and_without_the_events(listed):
    news = make_index()
    make_article(news, title="Old", date=on(2009))
    make_article(news, title="New", date=on(2026))
    make_event(news, title="Talk")

    titles = listed()

    assert titles == ["New", "Old"]


def test_a_day_that_is_not_known_is_never_printed(client, editor):
    make_article(date=on(2006, 5, 31), date_precision="month")

    page = client.get(reverse("news:index")).content.decode()

    assert "May 2006" in page
    assert "31 May 2006" not in page


def test_a_draft_shows_the_headline_it_will_have(client, editor):
    article = make_article(title="As published")
    article.title = "As it will be"
    article.save_revision(user=editor)

    page = client.get(reverse("news:index")).content.decode()

    assert "As it will be" in page
    assert "As published" not in page


def test_the_editor_of_an_item_is_who_saved_it_last(client, editor):
    article = make_article(owner=make_user(first_name="Somebody"))
    article.save_revision(user=editor)

    row = client.get(reverse("news:index")).context["object_list"][0]

    assert row.saver == "Rosa Quispe"


def test_the_main_topic_stands_first_and_drafts_of_topics_are_named_too(client, editor):
    water, courts = make_topic(title="Water"), make_topic(title="Courts", live=False)
    make_article(topics=[courts, water], main_topic=water)

    row = client.get(reverse("news:index")).context["object_list"][0]

    assert row.topic_names == ["Water", "Courts"]


@pytest.mark.parametrize("year", [2006, 2015, 2026])
def test_a_year_holds_what_is_dated_in_it(listed, year):
    news = make_index()
    for each in range(2006, 2027):
        make_article(news, title=str(each), date=on(each))

    titles = listed(f"year={year}")

    assert titles == [str(year)]


def test_a_stream_holds_everything_beneath_it(listed):
    news = make_index()
    make_article(make_index(news), title="Below")
    make_article(title="Elsewhere")

    titles = listed(f"stream={news.pk}")

    assert titles == ["Below"]


def test_several_topics_widen_the_list_and_repeat_nothing(listed):
    water, courts = make_topic(), make_topic()
    make_article(title="Both", topics=[water, courts], date=on(2026))
    make_article(title="One", topics=[courts], date=on(2025))
    make_article(title="None")

    titles = listed(f"topic={water.pk}&topic={courts.pk}")

    assert titles == ["Both", "One"]


@pytest.mark.parametrize(
    ("missing", "titles"),
    [("lacking=picture", {"Bare", "Filed"}), ("lacking=topic", {"Bare", "Seen"})],
)
def test_what_lacks_something_can_be_found(listed, missing, titles):
    make_article(title="Bare")
    make_article(title="Filed", topics=[make_topic()])
    make_article(title="Seen", lead_image=make_image())

    found = set(listed(missing))

    assert found == titles


def test_what_lacks_both_is_found_by_both_filters_together(listed):
    make_article(title="Bare")
    make_article(title="Filed", topics=[make_topic()])

    titles = listed("lacking=picture&lacking=topic")

    assert titles == ["Bare"]


@pytest.mark.parametrize(
    ("status", "title"),
    [("draft", "Draft"), ("changed", "Changed"), ("expired", "Expired"), ("scheduled", "Waiting")],
)
def test_every_status_has_its_filter(listed, status, title):
    make_article(title="Live")
    make_article(title="Expired", live=False, expired=True)
    make_article(title="Changed").save_revision()
    if status == "scheduled":
        waiting = make_article(title="Waiting", live=False)
        waiting.save_revision(approved_go_live_at=at(2099, 1, 1))
    else:
        make_article(title="Draft", live=False)

    titles = listed(f"status={status}")

    assert titles == [title]


def test_an_item_is_found_by_who_saved_it_last(listed, editor):
    make_article(title="By another").save_revision(user=make_user("Editor"))
    make_article(title="Mine").save_revision(user=editor)

    titles = listed(f"saved_by={editor.pk}")

    assert titles == ["Mine"]


def test_a_filter_nobody_offers_is_answered_with_a_list(client, editor):
    make_article()

    page = client.get(reverse("news:index"), {"year": "x", "topic": "y", "status": "z", "p": "0"})

    assert page.status_code == 200


def test_words_of_the_text_find_an_old_item_and_dates_keep_their_order(listed):
    news = make_index()
    text = [("paragraph", "<p>The shaman of Cañete spoke.</p>")]
    make_article(news, title="Old", date=on(2009), body=text)
    make_article(news, title="Newer", date=on(2019), body=text)
    make_article(news, title="Other", date=on(2026))

    titles = listed("q=canete shaman")

    assert titles == ["Newer", "Old"]


@pytest.mark.parametrize(("name", "make"), [("news", make_article), ("events", make_event)])
def test_what_waits_for_review_says_so_in_the_lists(client, editor, name, make):
    page = make(make_index(), title="Bridge", live=False)
    page.save_revision()
    second_eyes.workflow().start(page, make_user("Contributor"))

    rows = client.get(reverse(f"{name}:index")).context["object_list"]

    assert [str(row.status_string) for row in rows] == ["in review"]


def test_a_list_in_which_nothing_is_found_says_so(client, editor):
    html = client.get(f"{reverse('news:index')}?q=unheard").content.decode()

    assert "No news items match your query." in html
    assert "1-0 of 0" not in html


def test_words_and_filters_narrow_the_list_together(listed):
    make_article(title="Bridge of 2009", date=on(2009))
    make_article(title="Bridge of 2019", date=on(2019))

    titles = listed("q=bridge&year=2009")

    assert titles == ["Bridge of 2009"]


def test_a_draft_is_found_by_its_text(listed):
    text = [("paragraph", "<p>Unheard of.</p>")]
    make_article(title="Draft", live=False, body=text)

    titles = listed("q=unheard")

    assert titles == ["Draft"]


def test_a_newer_draft_of_a_live_item_is_found_by_its_text(listed):
    article = make_article(title="Changed")
    article.teaser = "<p>A new ford at Marañón.</p>"
    article.save_revision()
    make_article(title="Other").save_revision()

    titles = listed("q=Marañón ford")

    assert titles == ["Changed"]


def test_a_headline_is_found_before_its_last_word_is_typed(listed):
    make_article(title="Cajamarca counts its wells")

    titles = listed("q=Cajamarca cou")

    assert titles == ["Cajamarca counts its wells"]


def test_a_pasted_address_finds_its_page(listed):
    article = make_article(title="This one")
    make_article(title="Another")

    titles = listed(f"q=http://testserver{article.url}")

    assert titles == ["This one"]


def test_events_say_when_they_take_place_and_those_that_are_over_stand_back(client, editor):
    news = make_index()
    make_event(news, title="Over", start=at(2019, 6, 5, 18))
    make_event(news, title="To come")

    page = client.get(reverse("events:index"))

    rows = page.context["object_list"]
    assert [row.title for row in rows] == ["To come", "Over"]
    assert "5 June 2019, 7pm" in page.content.decode()
    assert page.content.decode().count("desk-past") == 1


def test_events_can_be_narrowed_to_those_still_to_come(listed):
    news = make_index()
    make_event(news, title="Over", start=at(2019, 6, 5, 18))
    make_event(news, title="To come")

    titles = listed("when=upcoming", "events")

    assert titles == ["To come"]


def test_topics_say_how_much_is_filed_under_them_and_lead_there(client, editor):
    water = make_topic(title="Water")
    file_under(water, many_articles(make_index(), 3))

    page = client.get(reverse("topics:index")).content.decode()

    assert f'<a href="/admin/news/?topic={water.pk}">3</a>' in page


@pytest.mark.parametrize("spelled_out", [100, 0])
def test_people_see_only_what_they_work_on(client, monkeypatch, spelled_out):
    monkeypatch.setattr(reach, "SPELLED_OUT", spelled_out)
    own = make_index()
    make_article(own, title="Own")
    make_article(title="Of others")
    client.force_login(somebody_of(own))

    page = client.get(reverse("news:index"))

    assert [row.title for row in page.context["object_list"]] == ["Own"]


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Admin"])
@pytest.mark.parametrize("live", [True, False])
def test_what_somebody_may_do_with_an_item_is_what_wagtail_says(role, live):
    user, page = make_user(role), make_article(live=live)

    ours, theirs = reach.LeafPermissions(user, page), PagePermissionTester(user, page)

    for verb in ("edit", "delete", "move", "publish", "unpublish", "copy"):
        assert getattr(ours, f"can_{verb}")() == getattr(theirs, f"can_{verb}")()


def test_who_may_only_add_deletes_their_own_drafts_alone():
    stream = make_index()
    user = somebody_of(stream, "add_page")
    draft, live = (make_article(stream, live=is_live, owner=user) for is_live in (False, True))
    other = make_article(stream, live=False)

    may_delete = [reach.LeafPermissions(user, page).can_delete() for page in (draft, live, other)]

    assert may_delete == [True, False, False]
    assert may_delete == [
        PagePermissionTester(user, page).can_delete() for page in (draft, live, other)
    ]


def somebody_of(stream, codename="change_page"):
    """A person whose rights hang on that stream alone."""
    group = Group.objects.create(name="One stream")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    right = Permission.objects.get(codename=codename)
    GroupPagePermission.objects.create(group=group, page=stream, permission=right)
    user = make_user()
    user.groups.add(group)
    return user


@pytest.mark.parametrize("role", ["Editor", "Contributor"])
@pytest.mark.parametrize("query", ["", "q=water&status=live"])
def test_a_longer_list_asks_no_more(client, role, query):
    client.force_login(make_user(role))
    news, water = make_index(), make_topic(title="Water")
    articles = many_articles(news, 10)
    file_under(water, articles)
    address = f"{reverse('news:index')}?{query}"

    few = queries(client, address)
    file_under(water, many_articles(news, 190))
    many = queries(client, address)

    assert few == many <= 32


@pytest.mark.parametrize(("name", "make"), [("events", make_event), ("topics", make_topic)])
def test_more_events_and_more_topics_ask_no_more(client, name, make):
    client.force_login(make_user("Contributor"))
    place = {"parent": make_index()} if make is make_event else {}

    make(**place)
    few = queries(client, reverse(f"{name}:index"))
    for _n in range(9):
        make(**place)
    many = queries(client, reverse(f"{name}:index"))

    assert few == many <= 32


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_stream_in_the_page_tree_is_newest_first_and_says_dates_and_topics(client, editor):
    news = make_index()
    make_article(news, title="New", date=on(2026), topics=[make_topic(title="Water")])
    make_article(news, title="Old", date=on(2006, 5, 31), date_precision="month")

    page = client.get(reverse("wagtailadmin_explore", args=[news.pk]))

    assert [row.title for row in page.context["object_list"]] == ["New", "Old"]
    assert "May 2006" in page.content.decode()
    assert "Water" in page.content.decode()


def test_the_page_tree_is_searched_by_the_words_of_texts_too(client, editor):
    news = make_index()
    text = [("paragraph", "<p>The tortora reeds were cut.</p>")]
    make_article(news, title="Lake", body=text)
    make_article(title="Tortora elsewhere")
    place = reverse("wagtailadmin_explore", args=[news.pk])

    found, ordered = (
        client.get(place, {"q": "tortora", **how}) for how in ({}, {"ordering": "title"})
    )

    for page in (found, ordered):
        assert [row.title for row in page.context["object_list"]] == ["Lake"]


def test_pages_that_can_be_dragged_are_whole_ones(client, editor):
    make_topic(title="Water")
    place = reverse("wagtailadmin_explore", args=[the_home().pk])

    page = client.get(place, {"ordering": "ord"})

    assert TopicPage in map(type, page.context["object_list"])


def test_no_address_draws_handles_for_dragging_in_a_stream(client, editor):
    news = make_index()
    make_article(news)

    page = client.get(reverse("wagtailadmin_explore", args=[news.pk]), {"ordering": "ord"})

    assert b"w-orderable" not in page.content


@pytest.mark.parametrize("role", ["Editor", "Contributor"])
@pytest.mark.parametrize(
    ("is_below", "query"), [(True, ""), (True, "q=Bridge"), (False, "q=Bridge")]
)
def test_a_longer_stream_asks_no_more(client, role, is_below, query):
    client.force_login(make_user(role))
    news = make_index()
    place = news if is_below else news.get_parent()
    address = f"{reverse('wagtailadmin_explore', args=[place.pk])}?{query}"
    many_articles(news, 10)

    few = queries(client, address)
    many_articles(news, 35)
    many = queries(client, address)

    assert few == many
    assert ArticlePage.objects.count() == 45
