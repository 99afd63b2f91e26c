"""Scheduling with the real form, until it has happened; and what editors see when it would not."""

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from articles.models import ArticlePage
from desk.jobs.lease import Lease
from tests.browser.test_reading import RULES
from tests.factories import make_article, make_index, make_notice

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


@pytest.fixture
def draft(whole_tree):
    news = make_index(slug="news", title="News")
    make_article(news, title="Already there")
    page = make_article(news, slug="ferry", title="The ferry runs again", live=False)
    page.save_revision()
    return page


def violations(page, *parts: str) -> list[tuple[str, str]]:
    """What axe finds in these parts; Wagtail answers for the rest."""
    found = Axe().run(page, context={"include": [[part] for part in parts]}, options=RULES)
    return [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]]


def foreign(page, live_server) -> list[str]:
    """What the browser asks of anybody but us, from now on."""
    asked = []

    def hear(request):
        if not request.url.startswith((live_server.url, "data:", "blob:")):
            asked.append(request.url)

    page.on("request", hear)
    return asked


def open_schedule(page) -> None:
    if not page.locator("[data-side-panel=status]").is_visible():
        page.locator("[data-side-panel-toggle=status]").click()
    page.get_by_role("button", name="Set schedule").click()
    page.locator("#id_go_live_at").wait_for()


def test_an_editor_schedules_an_item_and_it_appears_by_itself(
    draft, signed_in, browse, live_server, freeze
):
    page = signed_in("Editor")
    asked = foreign(page, live_server)
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    moment = tomorrow.replace(hour=14, minute=0, second=0, microsecond=0)
    in_words = f"{moment:%-d %B %Y}, 14:00, London time"

    page.goto(f"/admin/pages/{draft.pk}/edit/")
    open_schedule(page)
    assert page.get_by_text("Both times are London time.").is_visible()
    assert violations(page, "#schedule-publishing-dialog .w-dialog__message") == []
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    page.locator("#id_go_live_at").click()
    calendar.wait_for()
    page.fill("#id_go_live_at", f"{moment:%Y-%m-%d} 14:00")
    page.get_by_text("Leave both empty to publish by hand.").click()
    calendar.wait_for(state="hidden")
    page.get_by_role("button", name="Save schedule").click()
    page.wait_for_selector(".messages .success")
    button = page.get_by_role("button", name="Schedule to publish")
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    button.click()
    page.get_by_text(f"It appears on the site by itself: {in_words}.").wait_for()

    page.goto("/admin/")
    assert page.get_by_text(f"Appears: {in_words}").is_visible()
    visitor = browse()
    assert visitor.goto("/news/ferry/").status == 404
    freeze(moment + datetime.timedelta(seconds=1))
    call_command("run_jobs", once=True)
    assert visitor.goto("/news/ferry/").status == 200
    visitor.goto("/")
    assert visitor.get_by_text("The ferry runs again").first.is_visible()
    assert asked == []
    assert ArticlePage.objects.get(pk=draft.pk).live


def test_everybody_is_told_while_nothing_happens_by_itself_and_not_a_moment_longer(
    draft, signed_in, settings
):
    make_notice(title="Vigil", show_until=datetime.date(2199, 5, 1))
    page = signed_in("Contributor")
    settings.STARTED_AT = timezone.now() - datetime.timedelta(minutes=10)
    cache.clear()

    page.goto("/admin/")
    alarm = page.get_by_role("region", name="Scheduled items are not being published.")
    alarm.wait_for()
    assert violations(page, ".desk-alarm", ".desk-start", ".desk-panel", ".desk-brand") == []
    page.set_viewport_size({"width": 375, "height": 812})
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    Lease().take()
    cache.clear()
    page.reload()

    assert alarm.count() == 0


def test_signing_in_can_be_read_and_used_by_everybody(browse):
    page = browse("phone")

    for path in ("/admin/login/", "/admin/password_reset/"):
        page.goto(path)
        assert violations(page, "main h1", "main") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
