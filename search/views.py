"""The search page: a form, what was found, and what it may be narrowed to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from base.pagination import wanted_page

from .asked import Asked
from .facets import Facets
from .finder import Finder
from .suggestions import suggestion

LISTED_AT_ONCE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    asked = Asked.from_query(request.GET)
    finder = Finder(asked)
    facets = None if asked.finds_nothing else Facets(asked, finder.found)
    total, kinds = (facets.total, facets.kinds_found) if facets else (0, set())
    number, last = wanted_page(_without_first(request.GET), total, LISTED_AT_ONCE)
    listing = finder.page(number, last, total, LISTED_AT_ONCE, kinds)
    context = {
        "asked": asked,
        "facets": facets,
        "listing": listing,
        "suggestion": "" if total else suggestion(asked.wanted),
    }
    answer = render(request, "search/search.html", context)
    # Results are for readers; what they lead to is for search engines.
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _without_first(query):
    """A form may well send the number of the first page."""
    query = query.copy()
    if query.getlist("page") in (["1"], [""]):
        del query["page"]
    return query
