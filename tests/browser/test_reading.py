import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe

from base.models import OrganisationSettings
from tests.factories import (
    make_article,
    make_document,
    make_event,
    make_form,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    the_home,
)

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

PATHS = [
    "/",
    "/news/",
    "/news/2026/",
    "/news/2026/05/",
    "/news/water/",
    "/news/only-a-teaser/",
    "/news/talk/",
    "/rivers/",
    "/topics/",
    "/events/",
    "/notices/",
    "/appeal/",
    "/about/",
    "/contact/",
    "/nothing-here/",
]
BODY = [
    (
        "paragraph",
        "<h2>The well</h2><p>It gives water <b>again</b>.</p><h2>The school</h2><p>Open.</p>",
    ),
    ("pull_quote", {"quote": "We carried it ourselves.", "attribution": "A neighbour"}),
    ("fact_box", {"heading": "What is a well?", "text": "<p>A hole with water in it.</p>"}),
    ("correction", {"date": datetime.date(2026, 5, 5), "text": "<p>It was Tuesday.</p>"}),
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def a_small_site(whole_tree):
    """One page of every kind, with the long words that real pages have."""
    rivers = make_topic(
        slug="rivers", title="Rivers", dye="water", teaser="<p>Who drinks first.</p>"
    )
    news = make_index(slug="news", title="News")
    picture = make_image(description="A grey hillside", credit="A neighbour")
    long_title = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    make_article(
        news, slug="water", title="Water again", main_topic=rivers, lead_image=picture,
        teaser="<p>The pump at Ayona runs.</p>", body=BODY,
    )  # fmt: skip
    make_article(news, slug="only-a-teaser", title=long_title, teaser="<p>All that is left.</p>")
    make_article(news, title="In May", date=datetime.date(2006, 5, 31), date_precision="month")
    make_event(
        news, slug="talk", title="A talk", venue="Town hall", postcode="AB1 2CD",
        body=[("paragraph", "<p>Come in.</p>")], prices=[("line", {"label": "All", "amount": "4"})],
        schedule=[("line", {"time": datetime.time(17, 30), "label": "Doors open"})],
    )  # fmt: skip
    make_notice(slug="appeal", title="An appeal", teaser="<p>Give a spade.</p>")
    make_notice(title="A report", target_document=make_document())
    join = make_page(slug="about", title="About us", show_in_menus=True)
    make_form(slug="contact", title="Contact")
    settings = OrganisationSettings.for_site(the_home().get_site())
    settings.name = "Friends of Ayona"
    settings.join_headline, settings.join_points = "Why join?", "News\nFriends"
    settings.join_button, settings.join_page = "Become a member", join
    settings.save()


@pytest.mark.parametrize("size", ["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(a_small_site, browse, size, scheme):
    page = browse(size, color_scheme=scheme)

    found = {}
    for path in PATHS:
        page.goto(path)
        found[path] = [
            (violation["id"], violation["nodes"][0]["html"])
            for violation in Axe().run(page, options=RULES).response["violations"]
        ]

    assert found == {path: [] for path in PATHS}


@pytest.mark.parametrize("width", [320, 375, 768, 1440])
def test_no_page_scrolls_sideways(a_small_site, browse, width):
    page = browse()
    page.set_viewport_size({"width": width, "height": 800})

    widths = {}
    for path in PATHS:
        page.goto(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(PATHS, width)


def test_reading_sets_no_cookie_runs_no_script_and_asks_no_other_host(
    a_small_site, browse, live_server
):
    page = browse(java_script_enabled=False)
    asked = []
    page.on("request", lambda request: asked.append((request.url, request.resource_type)))

    for path in PATHS:
        if path != "/contact/":
            page.goto(path)

    assert page.context.cookies() == []
    assert [url for url, _kind in asked if not url.startswith(live_server.url)] == []
    assert [url for url, kind in asked if kind == "script"] == []
