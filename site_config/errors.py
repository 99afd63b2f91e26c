"""Pages for what went wrong: in the frame of the site if that can be had, in a bare one if not."""

import logging

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from articles.listing import Shelf
from articles.models import ArticlePage
from articles.models.indexes import streams
from desk.saving.signing_in import asks_in_place

logger = logging.getLogger(__name__)

# When not even a template can be read.
LAST_WORDS = "<!doctype html><title>Error</title><h1>Something went wrong here</h1>"


def bad_request(request, exception=None):
    """Also for a host that is not ours, for which the frame of the site cannot be made."""
    return _page("400", 400)


def forbidden(request, exception=None):
    return _framed(request, "403", 403)


def csrf_failed(request, reason=""):
    """Signing in again makes a form's token void; a script that still has the text fetches another."""
    if asks_in_place(request):
        return JsonResponse({"reason": "token"}, status=403)
    return _framed(request, "403", 403, is_session_over=True)


def not_found(request, exception=None):
    return _framed(request, "404", 404, ways_on=_ways_on)


def too_often(request, seconds: int):
    answer = _framed(request, "429", 429, minutes=max(1, round(seconds / 60)))
    answer.headers["Retry-After"] = str(seconds)
    return answer


def broken(request):
    """Asks nobody anything: whatever failed may be what it would ask."""
    return _page("500", 500)


def _framed(request, name: str, status: int, **context) -> HttpResponse:
    try:
        page = render_to_string(f"{name}.html", {"frame": "base.html", **context}, request)
    except Exception as error:
        if settings.DEBUG:
            raise
        logger.warning("The page for a %s is shown without its frame: %r", status, error)
        return _page(name, status, **context)
    return _answer(page, status)


def _page(name: str, status: int, **context) -> HttpResponse:
    try:
        page = render_to_string(f"{name}.html", {**context, "frame": "bare.html", "ways_on": None})
    except Exception:
        logger.exception("Not even the bare page for a %s could be made.", status)
        page = LAST_WORDS
    return _answer(page, status)


def _answer(page: str, status: int) -> HttpResponse:
    answer = HttpResponse(page, status=status)
    add_never_cache_headers(answer)
    return answer


def _ways_on() -> dict:
    """From kept counts alone."""
    archive = Shelf("archive", ArticlePage.objects.visible())
    return {"years": archive.years, "streams": streams()}
