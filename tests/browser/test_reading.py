"""What a reader meets on every page: rules of accessibility, width, keyboard, and nothing hidden."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.a_site import OTHERS, PATHS, build

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

RULES = {
    "runOnly": [
        "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa",
        "wcag22a", "wcag22aa", "wcag22aaa", "best-practice",
    ],
    "resultTypes": ["violations"],  # of the rest it would describe every element, at length
}  # fmt: skip
# These ask for a name or a password; whoever signs in is remembered by a cookie.
ASK_WHO_IT_IS = {"/members/", "/_util/login/"}


@pytest.fixture
def a_site(whole_tree):
    build()


@pytest.mark.parametrize("size", ["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(a_site, browse, size, scheme):
    page = browse(size, color_scheme=scheme)

    found = {}
    for path in PATHS:
        page.goto(path)
        found[path] = [
            (violation["id"], violation["nodes"][0]["html"])
            for violation in Axe().run(page, options=RULES).response["violations"]
        ]

    assert found == {path: [] for path in PATHS}


@pytest.mark.parametrize("width", [320, 375, 768, 1440, 1600])
def test_no_page_scrolls_sideways_not_even_with_text_of_twice_the_size(a_site, browse, width):
    page = browse()
    page.set_viewport_size({"width": width, "height": 800})

    widths = {}
    for path in PATHS:
        page.goto(path)
        measured = [page.evaluate("document.documentElement.scrollWidth")]
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        measured.append(page.evaluate("document.documentElement.scrollWidth"))
        widths[path] = measured

    assert widths == dict.fromkeys(PATHS, [width, width])


def test_reading_sets_no_cookie_runs_no_script_and_asks_no_other_host(a_site, browse, live_server):
    page = browse(java_script_enabled=False)
    asked = []
    page.on("request", lambda request: asked.append((request.url, request.resource_type)))

    for path in PATHS:
        if path not in ASK_WHO_IT_IS:
            page.goto(path)

    assert page.context.cookies() == []
    assert [url for url, _kind in asked if not url.startswith(live_server.url)] == []
    assert [url for url, kind in asked if kind == "script"] == []


def test_no_page_says_anything_in_the_console(a_site, browse):
    page = browse()
    said = []
    page.on("console", lambda message: said.append((page.url, message.text)))
    page.on("pageerror", lambda error: said.append((page.url, str(error))))

    for path in PATHS:
        page.goto(path)
        page.emulate_media(media="print")
        page.emulate_media(media="screen")

    # The browser itself names a page that is not there.
    expected = [said_by for said_by in said if said_by[0].endswith(OTHERS[-1])]
    assert [entry for entry in said if entry not in expected] == []
    assert all("404" in text for _url, text in expected)


def focused(page) -> dict:
    """What has the focus, as somebody at the keyboard knows it."""
    return page.evaluate(
        """() => {
            const on = document.activeElement, style = getComputedStyle(on);
            return {words: (on.innerText || on.name || '').trim(), tag: on.tagName,
                    href: on.getAttribute('href'), ring: parseFloat(style.outlineWidth),
                    line: style.outlineStyle, inside: !!on.closest('main')};
        }"""
    )


def tab_to(page, most: int = 200, **what: str) -> None:
    """Press Tab until the focus is on that; fail where the keyboard never gets there."""
    for _n in range(most):
        page.keyboard.press("Tab")
        if what.items() <= focused(page).items():
            return
    pytest.fail(f"{most} times Tab and no {what} at {page.url}")


def stops(page, most: int = 200) -> list[dict]:
    """Every stop of the Tab key from the top of the page until it comes round."""
    found = []
    for _n in range(most):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop["tag"] == "BODY":
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("path", ["/", "/search/?q=water"])
def test_the_tab_key_shows_where_it_is_at_every_stop(a_site, browse, path):
    page = browse()
    page.goto(path)

    found = stops(page)

    assert len(found) > 20
    assert [stop for stop in found if stop["line"] == "none" or stop["ring"] < 2] == []


def test_a_reader_at_the_keyboard_gets_from_the_home_page_to_a_result_of_the_search(a_site, browse):
    page = browse()
    page.goto("/")

    page.keyboard.press("Tab")
    skip = focused(page)
    tab_to(page, tag="INPUT")
    page.keyboard.type("water again")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=water+again")
    tab_to(page, words="Water again")
    page.keyboard.press("Enter")
    page.wait_for_url("**/news/water/")

    assert skip["href"] == "#main"
    assert page.inner_text("h1") == "Water again"


def test_the_skip_link_leads_past_the_menu(a_site, browse):
    page = browse()
    page.goto("/news/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert focused(page)["inside"]
