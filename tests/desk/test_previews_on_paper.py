"""The preview “Printed” takes the site's own rules for paper, and so cannot differ from them."""

import re

import pytest
from django.test import RequestFactory

from desk.previews import as_printed, styles_as_printed
from tests.desk.previewing import previewed, to_edit
from tests.editing import typed
from tests.factories import make_article


def test_the_printed_preview_takes_the_rules_for_paper(admin_client):
    address, data = to_edit(make_article()), typed("articles.articlepage")

    printed = previewed(admin_client, address, data, "print")
    on_screen = previewed(admin_client, address, data)

    assert '<link rel="stylesheet" href="/admin/as-printed.css">' in printed
    assert "as-printed" not in on_screen
    assert admin_client.get("/admin/as-printed.css").headers["Content-Type"].startswith("text/css")


def test_the_rules_for_paper_are_for_editors_only(client, db):
    answer = client.get("/admin/as-printed.css")

    assert answer.status_code == 302


def test_every_rule_for_paper_holds_on_the_screen_too(rf: RequestFactory):
    styles = styles_as_printed(rf.get("/")).content.decode()

    assert "@media print" not in styles
    assert not re.search(r"\(width(?:>=|<)[1-9]", styles)
    assert 'url("/static/fonts/andada-pro-roman' in styles


@pytest.mark.parametrize(
    ("condition", "on_paper"),
    [
        ("(width>=40rem)", "(width>=0px)"),
        ("(width>=62rem)", "(width<0px)"),
        ("(width<62rem)", "(width>=0px)"),
        ("(width<30rem)", "(width<0px)"),
        ("(36rem<=width<72rem)", "(width>=0px)"),
        ("(62rem<=width<72rem)", "(width<0px)"),
    ],
)
def test_a_sheet_of_paper_has_the_width_it_has(condition, on_paper):
    assert f"@media {on_paper}{{p{{}}}}" in as_printed(f"@media {condition}{{p{{}}}}")
