"""Faults that others have met with such lists, each shown not to be here; tests/notices/ holds the rest."""

import importlib.util
import re

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse
from wagtail.admin.viewsets import viewsets
from wagtail.models import Page

from notices import goals, ordering
from notices.models import FeaturedNotice
from notices.wagtail_hooks import NoticeAdmin
from tests.factories import make_index, make_notice, make_user, of_one_section, the_home

pytestmark = pytest.mark.django_db

LIST = "/admin/notices/featurednotice/"


@pytest.fixture
def notices(home) -> list[FeaturedNotice]:
    return [make_notice(title=title) for title in ("third", "second", "first")][::-1]


@pytest.fixture
def admin(client):
    client.force_login(make_user("Admin"))
    return client


def order() -> list[str]:
    return [notice.title for notice in FeaturedNotice.objects.in_order()]


def test_a_number_counts_the_notices_and_not_all_that_stands_below_the_home_page(
    home, notices, admin
):
    for _ in range(3):
        make_index()
    last = notices[2].pk

    admin.post(reverse("notices_move", args=[home.pk, last]), {"to": "place", f"place-{last}": "2"})

    assert order() == ["first", "third", "second"]


def test_the_explorer_moves_nothing_below_the_home_page(notices, admin):
    paths = list(Page.objects.order_by("pk").values_list("path", flat=True))
    address = reverse("wagtailadmin_pages:set_page_position", args=[notices[2].pk])

    admin.post(f"{address}?position=0", headers={"x-requested-with": "XMLHttpRequest"})

    assert list(Page.objects.order_by("pk").values_list("path", flat=True)) == paths


def test_the_explorer_says_where_notices_are_put_in_order_and_offers_no_handles(notices, admin):
    address = reverse("wagtailadmin_explore", args=[the_home().pk])

    pages = [admin.get(f"{address}{query}").content.decode() for query in ("", "?ordering=ord")]

    assert all(f'<a href="{LIST}">The notices have their order under' in page for page in pages)
    assert not any("w-orderable" in page for page in pages)
    assert not any("?ordering=ord" in link for link in re.findall(r'href="([^"]+)"', pages[0]))


def test_a_refusal_is_no_redirection_that_a_script_would_take_for_success(notices, client):
    client.force_login(make_user("Editor"))
    address = reverse("notices_move", args=[the_home().pk, notices[2].pk])

    answers = [
        client.post(address, {"to": "top"}, headers=headers)
        for headers in ({}, {"accept": "application/json"}, {"x-requested-with": "XMLHttpRequest"})
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_the_right_to_publish_the_home_page_is_no_right_to_put_notices_in_order(home, notices):
    user = of_one_section(home)

    assert home.permissions_for_user(user).can_publish()
    assert not ordering.may_reorder(home, user)


def test_the_list_has_no_pages_no_columns_to_sort_by_and_no_filter(notices, admin):
    text = admin.get(f"{LIST}?o=-0&p=1&q=first").content.decode().partition('id="main"')[2]

    assert not re.search(r'class="pagination|[?&]o=\d|changelist-filter', text)
    assert [int(key) for key in re.findall(r'data-notice="(\d+)"', text)] == [n.pk for n in notices]


def test_the_order_of_the_list_is_the_one_visitors_see_whatever_the_keys_are(home, notices, admin):
    ordering.set_order(home, [notices[1].pk, notices[2].pk, notices[0].pk])
    FeaturedNotice.objects.update(sort_order=0)  # all at one place: the key decides, here as there

    text = admin.get(LIST).content.decode()

    keys = [int(key) for key in re.findall(r'data-notice="(\d+)"', text)]
    assert keys == list(home.notices.values_list("pk", flat=True))


def test_no_screen_of_wagtail_s_own_puts_notices_in_order():
    ours = [one for one in viewsets.viewsets if getattr(one, "model", None) is FeaturedNotice]

    assert [one for one in ours if getattr(one, "sort_order_field", None)] == []
    assert importlib.util.find_spec("wagtail_orderable") is None
    assert importlib.util.find_spec("wagtailorderable") is None


def test_what_the_screen_needs_is_added_to_no_list_that_others_share():
    before = [list(getattr(NoticeAdmin, name)) for name in SHARED]

    for _ in range(2):
        NoticeAdmin()

    assert [list(getattr(NoticeAdmin, name)) for name in SHARED] == before


SHARED = ("form_fields_exclude", "index_view_extra_js", "index_view_extra_css")


def test_a_lock_on_a_notice_is_no_lock_on_its_place(home, notices):
    FeaturedNotice.objects.filter(pk=notices[2].pk).update(locked=True)

    ordering.move(home, notices[2].pk, goals.top(), make_user("Admin"))

    assert order()[0] == "third"


def test_moving_writes_no_version_of_any_text(home, notices, admin):
    versions = [notice.revisions.count() for notice in notices]
    saved = [notice.latest_revision_created_at for notice in notices]

    ordering.move(home, notices[2].pk, goals.top())

    after = [FeaturedNotice.objects.get(pk=notice.pk) for notice in notices]
    assert [notice.revisions.count() for notice in after] == versions
    assert [notice.latest_revision_created_at for notice in after] == saved


def test_writers_of_an_sqlite_file_queue_instead_of_failing():
    if connection.vendor != "sqlite":
        pytest.skip("Here the lock of a row does it: tests/notices/test_races.py.")

    options = settings.DATABASES["default"]["OPTIONS"]

    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]


def test_the_order_is_the_same_on_the_screen_in_the_preview_on_the_home_page_and_in_the_list(
    home, notices, admin, client
):
    for title in ("fifth", "fourth"):
        made = make_notice(title=title)
        ordering.move(home, made.pk, goals.bottom())
    admin.post(reverse("notices_move", args=[home.pk, notices[2].pk]), {"to": "top"})
    wanted = ["third", "first", "second", "fifth", "fourth"]

    def headlines(address: str, pattern: str) -> list[str]:
        return re.findall(pattern, client.get(address).content.decode())

    card = r"<h3><a[^>]*>([^<]+)</a></h3>"
    assert headlines(LIST, r"<h2><a[^>]*>([^<]+)</a></h2>") == wanted
    assert headlines("/notices/", card) == wanted
    assert headlines("/", card)[:4] == wanted[:4]
    assert headlines(reverse("notices_preview", args=[home.pk]), card)[:4] == wanted[:4]
    edit = reverse("wagtailadmin_pages:view_draft", args=[home.pk])
    assert headlines(edit, card)[:4] == wanted[:4]
