"""What a page weighs on a cheap phone and a bad line, on the demo, whose pictures are real ones."""

import re

import brotli
import pytest
from django.core.management import call_command
from django.utils.html import strip_tags

from articles.models import ArticlePage, EventPage

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

HTML = 6_000  # bytes, brotli; for an article its own prose comes on top
STYLE = 10_000
FONTS = 90_000
FIRST_VIEW = 160_000  # home and lists, pictures and all
REQUESTS = 12
SHIFT = 0.03  # fonts late: of texts that change with the day, one line may wrap where it did not

PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
COME = "() => ['1em Archivo', '1em Andada Pro'].every(font => document.fonts.check(font))"
SHIFTED = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 300);
})"""


def squeezed(response) -> int:
    """Bytes on the line: texts are sent compressed, pictures and fonts as they are."""
    text = response.request.resource_type in {"document", "stylesheet"}
    content = response.body()
    if text or response.headers.get("content-type", "").startswith("image/svg"):
        return len(brotli.compress(content))
    return len(content)


def weigh(page, path: str) -> dict:
    """Sizes by kind of everything a first visit loads, how often it asks, how far it jumps.

    The fonts come when the page can be read already, as on a bad line: each time the worst case.
    """
    responses: list = []
    page.on("response", lambda response: responses.append(response))
    page.route("**/*.woff2", lambda route: None)  # held
    page.goto(path, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.unroute("**/*.woff2")  # lets all go that wait
    page.wait_for_function(COME)
    page.wait_for_load_state("networkidle")
    sizes: dict[str, int] = {}
    for response in responses:
        kind = response.request.resource_type
        sizes[kind] = sizes.get(kind, 0) + squeezed(response)
    document = next(r for r in responses if r.request.resource_type == "document")
    return {
        "sizes": sizes,
        "total": sum(sizes.values()),
        "requests": len(responses),
        "shift": page.evaluate(SHIFTED),
        "html": document.body().decode(),
    }


def too_much(path: str, weight: dict, is_list: bool) -> list[str]:
    """What of it is over the budget, in words."""
    sizes = weight["sizes"]
    prose = 0 if is_list else len(brotli.compress(prose_of(weight["html"]).encode()))
    limits = {
        "HTML": (sizes["document"], HTML + prose),
        "style": (sizes.get("stylesheet", 0), STYLE),
        "fonts": (sizes.get("font", 0), FONTS),
        "script": (sizes.get("script", 0), 0),
        "requests": (weight["requests"], REQUESTS),
        "shift": (weight["shift"], SHIFT),
    }
    if is_list:
        limits["first view"] = (weight["total"], FIRST_VIEW)
    return [
        f"{path}: {name} {is_}, not {most}" for name, (is_, most) in limits.items() if is_ > most
    ]


def prose_of(html: str) -> str:
    """The words of the text itself, without the frame around it."""
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    return " ".join(strip_tags(main[0]).split()) if main else ""


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_no_page_of_the_demo_weighs_more_than_a_bad_line_bears(browse, size):
    call_command("build_demo", articles=200, verbosity=0)
    lists = ["/", "/news/", "/archive/", "/topics/", "/events/", "/notices/", "/search/?q=water"]
    lists += ["/news/?page=2", *_a_year(), *_topics()]
    texts = [page.url for page in [*_articles(), EventPage.objects.filter(live=True).first()]]

    found = []
    for path in [*lists, *texts]:
        fresh = browse(size)
        found += too_much(path, weigh(fresh, path), path in lists)
        fresh.context.close()

    assert found == []


def _a_year() -> list[str]:
    newest = ArticlePage.objects.filter(live=True).order_by("-date", "pk").first()
    return [f"/news/{newest.date.year}/", f"/archive/{newest.date.year}/"]


def _topics() -> list[str]:
    from topics.models import TopicPage

    return [topic.url for topic in TopicPage.objects.subjects().order_by("title", "pk")[:2]]


def _articles() -> list[ArticlePage]:
    """The longest text, one with a picture and one of a teaser alone."""
    articles = list(ArticlePage.objects.filter(live=True, eventpage=None).order_by("pk"))
    longest = max(articles, key=lambda article: len(str(article.body.raw_data)))
    pictured = next(article for article in articles if article.lead_image_id)
    bare = next(article for article in articles if not article.has_text)
    return [longest, pictured, bare]
