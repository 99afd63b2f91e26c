"""What the checks look for is said in one place, for the panel beside the form and for the bar."""

import json
import re

import pytest
from django.urls import reverse

from desk.checks import CHECKS, FOR_WHAT_IS_DATED, SAID, Checks
from tests.factories import make_article, make_notice, make_topic


def configuration(html: str) -> dict:
    """What a page tells the checker."""
    found = re.search(r'<script id="checker-axe-configuration"[^>]*>(.*?)</script>', html, re.S)
    return json.loads(found[1])


def beside_the_form(client, page) -> dict:
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return configuration(answer.content.decode())


@pytest.mark.parametrize("make", [make_article, make_notice])
def test_a_dated_page_is_looked_through_for_everything(admin_client, make):
    said = beside_the_form(admin_client, make())

    assert set(CHECKS) <= set(said["options"]["runOnly"])
    assert {check["id"] for check in said["spec"]["checks"]} >= set(CHECKS)


def test_a_page_without_a_date_may_say_next_week(admin_client):
    said = beside_the_form(admin_client, make_topic())

    assert set(CHECKS) - set(said["options"]["runOnly"]) == FOR_WHAT_IS_DATED


def test_the_bar_on_the_page_looks_for_the_same_and_brings_what_it_needs(admin_client):
    article = make_article()

    html = admin_client.get(article.url).content.decode()

    assert configuration(html) == beside_the_form(admin_client, article)
    assert re.search(r'<script src="/static/js/desk/checks\.js" type="module">', html)


def test_a_visitor_is_checked_for_nothing(client, db):
    html = client.get(make_article().url).content.decode()

    assert "checker-axe-configuration" not in html
    assert "<script src" not in html


def test_every_warning_says_what_is_wrong_and_what_to_do():
    for name in Checks(is_dated=True).get_axe_run_only(None):
        said = Checks.axe_messages[name]

        assert said["error_name"] and said["help_text"]
        assert name not in SAID or str(said["help_text"]).endswith(".")
