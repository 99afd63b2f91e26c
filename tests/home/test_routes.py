import pytest
from django.test import Client

from tests.factories import at, make_event, make_index, make_notice, make_topic

pytestmark = pytest.mark.django_db

LISTS = ("/topics/", "/events/", "/notices/")


@pytest.mark.parametrize("path", LISTS)
def test_a_list_with_nothing_in_it_is_a_page_that_says_so(client, path):
    answer = client.get(path)

    assert answer.status_code == 200
    assert 'class="empty"' in answer.content.decode()


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("more", ["x/", "2/", "page/2/", "topics/"])
def test_there_is_nothing_below_a_list(client, path, more):
    answer = client.get(path + more)

    assert answer.status_code == 404


def test_topics_are_listed_by_name(client):
    for title in ("Rivers", "Alps", "Mines"):
        make_topic(title=title)

    topics = client.get("/topics/").context["topics"]

    assert [topic.title for topic in topics] == ["Alps", "Mines", "Rivers"]


def test_notices_are_listed_as_the_admins_put_them(client):
    for title in ("Third", "Second", "First"):
        make_notice(title=title)

    notices = client.get("/notices/").context["notices"]

    assert [notice.title for notice in notices] == ["First", "Second", "Third"]


@pytest.mark.parametrize("page", ["0", "1", "3", "-1", "abc", "1.5", "%D9%A3", "", "2&page=2"])
def test_a_number_that_is_no_page_of_the_events_is_no_page(client, page):
    index = make_index()
    for n in range(1, 22):
        make_event(index, start=at(2020, 1, n))

    answer = client.get(f"/events/?page={page}")

    assert answer.status_code == 404


def test_all_events_may_lie_ahead(client):
    make_event(title="Talk to come")

    html = client.get("/events/").content.decode()

    assert "Talk to come" in html
    assert "Past events" not in html


def test_all_events_may_be_over(client):
    make_event(title="Old talk", start=at(2020, 1, 1))

    html = client.get("/events/").content.decode()

    assert "No event is announced at the moment." in html
    assert "Old talk" in html


@pytest.mark.parametrize("path", ["/feed/x/", "/nothing/", "/topics", "/home/"])
def test_an_address_of_nothing_is_no_page_and_no_error(path):
    client = Client(raise_request_exception=False)

    answer = client.get(path, follow=True)

    assert answer.status_code == (200 if path == "/topics" else 404)


def test_a_visitor_gets_no_cookie(client):
    make_index()

    cookies = [client.get(path).cookies for path in ("/", *LISTS)]

    assert not any(cookies)
