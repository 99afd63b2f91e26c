"""A notice: where it leads, when it is listed, and who never sees it."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Collection, CollectionViewRestriction

from notices.models import FeaturedNotice
from tests.factories import make_document, make_notice, make_page, restrict

pytestmark = pytest.mark.django_db

TEXT = [("paragraph", "<p>The whole appeal.</p>")]
LONDON = ZoneInfo("Europe/London")


def current() -> list[str]:
    return [notice.title for notice in FeaturedNotice.objects.current()]


# --- where it leads


def test_with_a_target_and_no_text_the_headline_leads_straight_there(home, client):
    page = make_page(title="Join us")
    notice = make_notice(target_page=page)

    answer = client.get(notice.url)

    assert notice.href == page.url
    assert (answer.status_code, answer.url) == (302, page.url)


def test_with_a_text_of_its_own_the_headline_leads_to_it(home, client):
    notice = make_notice(target_page=make_page(), body=TEXT)

    answer = client.get(notice.url)

    assert notice.href == notice.url
    assert "The whole appeal." in answer.content.decode()


def test_kind_and_size_of_a_document_are_said_beforehand(home):
    notice = make_notice(target_document=make_document())

    assert notice.target_details == "PDF, 1 KB"


def test_the_site_behind_an_address_is_said_beforehand(home):
    notice = make_notice(target_url="https://www.example.org/appeal/")

    assert notice.target_details == "opens example.org"


@pytest.mark.parametrize("address", ["https:", "mailto:x", "x"])
def test_an_address_that_is_none_breaks_no_page(home, client, address):
    notice = make_notice(body=TEXT)
    FeaturedNotice.objects.filter(pk=notice.pk).update(target_url=address)

    answer = client.get("/notices/")

    assert answer.status_code == 200


def test_two_targets_are_refused(home):
    notice = make_notice()
    notice.target_page, notice.target_url = make_page(), "https://example.org/"

    with pytest.raises(ValidationError, match="one target at most"):
        notice.full_clean()


# --- what is not public


@pytest.mark.parametrize("reason", ["draft", "run out", "password", "deleted"])
def test_a_target_page_that_no_stranger_may_read_hides_its_notice(home, client, reason):
    page = make_page(live=reason != "draft")
    notice = make_notice(title="Appeal", target_page=page)
    if reason == "run out":
        page.expire_at = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
        page.save()
    if reason == "password":
        restrict(page)
    if reason == "deleted":
        page.delete()
        assert current() == ["Appeal"]  # it leads nowhere else now: to its own page
        return

    answer = client.get(notice.url)

    assert current() == []
    assert answer.status_code == 404


def test_a_document_in_a_closed_collection_hides_its_notice(home):
    closed = Collection.get_first_root_node().add_child(name="Trustees")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    make_notice(target_document=make_document(collection=closed))

    assert current() == []


def test_a_notice_without_a_date_is_in_no_list(home):
    notice = make_notice()

    FeaturedNotice.objects.filter(pk=notice.pk).update(date=None)

    assert current() == []


# --- until when


@pytest.mark.parametrize(
    ("moment", "is_listed"),
    [
        # British summer: midnight in London is 23:00 in UTC.
        (datetime.datetime(2026, 6, 30, 23, 59, tzinfo=LONDON), True),
        (datetime.datetime(2026, 7, 1, 0, 1, tzinfo=LONDON), False),
        (datetime.datetime(2026, 6, 30, 0, 1, tzinfo=LONDON), True),
    ],
)
def test_its_last_day_is_a_whole_day_on_the_clock_of_the_site(home, freeze, moment, is_listed):
    notice = make_notice(show_until=datetime.date(2026, 6, 30))

    freeze(moment.astimezone(datetime.UTC))

    assert bool(current()) is is_listed
    assert notice.has_ended is not is_listed


def test_an_ended_notice_leaves_the_lists_and_keeps_its_page(home, client, freeze):
    notice = make_notice(title="Spring appeal", body=TEXT, show_until=datetime.date(2026, 6, 30))
    freeze(datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC))

    lists = [client.get(path).content.decode() for path in ("/", "/notices/")]
    page = client.get(notice.url)

    assert not any("Spring appeal" in text for text in lists)
    assert page.status_code == 200


@pytest.mark.parametrize("body", [[], TEXT])
def test_a_card_that_has_not_loaded_the_text_leads_to_the_same_place(home, body):
    notice = make_notice(target_page=make_page(), body=body)

    card = FeaturedNotice.objects.for_cards().get()

    assert "body" in card.get_deferred_fields()
    assert card.href == notice.href


def test_a_list_of_notices_asks_no_more_for_more_of_them(home, warm):
    for _ in range(2):
        make_notice(target_page=make_page())
    few = warm("/notices/")
    for _ in range(6):
        make_notice(target_page=make_page())

    many = warm("/notices/")

    assert many <= few
