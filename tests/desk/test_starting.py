import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from articles.models import NewsIndex
from tests.factories import make_index, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(client):
    """Asks for a start in that role; without one, as somebody who may only enter the admin."""

    def ask(name: str, role: str = "Editor", user=None):
        client.force_login(user or make_user(role))
        return client.get(reverse(name))

    return ask


def form_of(kind: str, stream) -> str:
    return reverse("wagtailadmin_pages:add", args=["articles", kind, stream.pk])


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Admin"])
@pytest.mark.parametrize(
    ("start", "kind"), [("desk_add_news", "articlepage"), ("desk_add_event", "eventpage")]
)
def test_with_one_stream_there_is_no_question(answers, role, start, kind):
    news = make_index()

    answer = answers(start, role)

    assert (answer.status_code, answer.url) == (302, form_of(kind, news))


def test_with_several_streams_each_has_a_button_for_news_and_one_for_an_event(answers):
    news, press = make_index(title="News"), make_index(title="Press")

    answer = answers("desk_add_news")

    html = answer.content.decode()
    assert [name for name, _kinds in answer.context["choices"]] == ["News", "Press"]
    for stream in (news, press):
        assert form_of("articlepage", stream) in html
        assert form_of("eventpage", stream) in html


def test_who_wants_an_event_is_only_asked_for_its_stream(answers):
    streams = [make_index(), make_index()]

    html = answers("desk_add_event").content.decode()

    assert form_of("articlepage", streams[0]) not in html
    assert form_of("eventpage", streams[1]) in html


def test_streams_of_one_name_are_told_apart_by_where_they_stand(answers):
    news = make_index(title="News")
    make_index(news, title="Archive")

    names = [name for name, _kinds in answers("desk_add_news").context["choices"]]

    assert names == ["News", "News › Archive"]


def test_only_streams_in_which_one_may_write_are_offered(answers):
    news, _press = make_index(), make_index()
    user = make_user("Contributor")
    GroupPagePermission.objects.filter(group__name="Contributor").update(page=news)

    answer = answers("desk_add_news", user=user)

    assert answer.url == form_of("articlepage", news)


def test_without_a_stream_there_is_a_sentence_and_no_error(answers):
    NewsIndex.objects.all().delete()

    answer = answers("desk_add_news")

    assert answer.status_code == 200
    assert "There is no stream yet in which you may write." in answer.content.decode()


def test_who_may_add_nothing_sees_no_menu_item_and_is_turned_away(answers, client):
    make_index()
    user = make_user("Contributor")
    GroupPagePermission.objects.filter(group__name="Contributor").delete()

    answer = answers("desk_add_news", user=user)
    menu = client.get(reverse("wagtailadmin_home")).content.decode()

    assert answer.url == reverse("wagtailadmin_home")
    assert reverse("desk_add_news") not in menu


def test_the_menu_leads_there(answers, client):
    answers("desk_add_news")

    menu = client.get(reverse("wagtailadmin_explore_root")).content.decode()

    assert reverse("desk_add_news") in menu


def test_the_question_costs_the_same_for_two_streams_as_for_twelve(client):
    make_index(), make_index()
    client.force_login(make_user("Editor"))
    costs = []

    for more in (0, 10):
        for _n in range(more):
            make_index()
        client.get(reverse("desk_add_news"))
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(reverse("desk_add_news"))
        costs.append(len(asked))

    assert len(answer.context["choices"]) == 12
    assert costs[0] == costs[1]
