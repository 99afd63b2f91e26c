"""What crawlers are told: where everything is, in parts that stay small, and what to leave alone."""

from collections import Counter
from datetime import datetime
from io import StringIO
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import condition, require_safe

from articles.models import NewsIndex
from base.addresses import site_asked
from base.caching import content_version, kept
from base.visibility import visible
from topics.models import TopicPage

from .models import FormPage, HomePage, StandardPage

AT_MOST = 10_000  # addresses in one part; the format allows five times as many
PAGES = "pages"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Row = tuple[str, datetime | None]  # an address, and when what stands there was last published

unless_read_already = condition(etag_func=lambda request, **which: f'"{content_version()}"')


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the admin and the endless answers of the search."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/?",
        f"Sitemap: {site_asked(request).root_url}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@unless_read_already
def sitemap(request: HttpRequest) -> HttpResponse:
    """The list of the parts: the years, newest first, and all that has no date."""
    home = _home(request)
    sizes = {PAGES: len(_undated(home)), **_years(home)}
    root = home.full_url.rstrip("/")
    parts = [
        (f"{root}/sitemap-{name}{f'-{number}' if number > 1 else ''}.xml", None)
        for name, size in sizes.items()
        for number in range(1, _parts(size) + 1)
    ]
    return _answer("sitemapindex", "sitemap", parts)


@require_safe
@unless_read_already
def sitemap_part(request: HttpRequest, name: str, number: str | None = None) -> HttpResponse:
    home, place = _home(request), int(number or 1) - 1
    size = len(_undated(home)) if name == PAGES else _years(home).get(int(name), 0)
    if place >= _parts(size):
        raise Http404
    cut = slice(place * AT_MOST, (place + 1) * AT_MOST)
    rows = _undated(home)[cut] if name == PAGES else _dated(home, int(name))[cut]
    return _answer("urlset", "url", [(_absolute(home, path), when) for path, when in rows])


def _home(request: HttpRequest) -> HomePage:
    home = HomePage.objects.filter(pk=site_asked(request).root_page_id).first()
    if not home:
        raise Http404
    return home


def _parts(size: int) -> int:
    return -(-size // AT_MOST)


def _absolute(home: HomePage, url_path: str) -> str:
    """Of a place below the home page in the tree; no page is loaded for it."""
    return home.full_url + url_path.removeprefix(home.url_path)


def _years(home: HomePage) -> dict[int, int]:
    """How many dated pages each year holds, the newest first."""

    def count() -> dict[int, int]:
        counts: Counter[int] = Counter()
        for year, _month, _precision, number in _indexed(home.articles).counted():
            counts[year] += number
        return dict(sorted(counts.items(), reverse=True))

    return kept(f"sitemap-years:{home.pk}", count)


def _indexed(pages: Any) -> Any:
    """Sample pages ask engines not to list them, and so they are not offered either."""
    return pages.filter(is_sample=False)


def _dated(home: HomePage, year: int) -> Any:
    articles = _indexed(home.articles).in_year(year).newest_first()
    return articles.values_list("url_path", "last_published_at")


def _undated(home: HomePage) -> list[Row]:
    return kept(f"sitemap-pages:{home.pk}", lambda: _read_undated(home))


def _read_undated(home: HomePage) -> list[Row]:
    """The home page, its lists, the years of every archive, and every page without a date."""
    indexes = _in_order(NewsIndex.objects.descendant_of(home)).defer("introduction")
    topics = _in_order(TopicPage.objects.descendant_of(home))
    archives = [(f"{home.url_path}archive/", _years(home))]
    archives += [(index.url_path, index.shelf.years) for index in indexes]
    # These change with what is filed below them: no date of their own would be true.
    places = [home.url_path, *_lists(home), *(index.url_path for index in indexes)]
    places += topics.values_list("url_path", flat=True)
    for place, years in archives:
        places += [f"{place}{year}/" for year, number in years.items() if number]
    return [(place, None) for place in places] + _standing(home)


def _in_order(pages: Any) -> Any:
    return _indexed(visible(pages)).order_by("url_path", "pk")


def _lists(home: HomePage) -> list[str]:
    """The lists with something in them."""
    lists = {
        "topics": home.topics,
        "events": home.events,
        "notices": home.notices,
        "archive": home.articles,
    }
    return [f"{home.url_path}{name}/" for name, items in lists.items() if _indexed(items).exists()]


def _standing(home: HomePage) -> list[Row]:
    """Pages that change only when they are published: pages, forms, and notices with a text."""
    rows: list[Row] = []
    for model in (StandardPage, FormPage):
        pages = _in_order(model.objects.descendant_of(home))
        rows += pages.values_list("url_path", "last_published_at")
    notices = [n for n in _indexed(home.notices.for_cards()) if not n.leads_straight_there]
    return rows + [(notice.url_path, notice.last_published_at) for notice in notices]


def _answer(root: str, element: str, rows: list[Row]) -> HttpResponse:
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement(root, {"xmlns": NAMESPACE})
    for address, when in rows:
        xml.startElement(element, {})
        xml.addQuickElement("loc", iri_to_uri(address))
        if when:
            xml.addQuickElement("lastmod", when.isoformat(timespec="seconds"))
        xml.endElement(element)
    xml.endElement(root)
    return HttpResponse(out.getvalue(), content_type="application/xml; charset=utf-8")
