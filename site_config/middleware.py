"""What every request passes through, of our own making."""

import logging
import re

from django.conf import settings
from django.db import DatabaseError
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.deprecation import MiddlewareMixin
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from base.caching import one_version
from base.throttle import Limit

from . import errors

logger = logging.getLogger(__name__)

# Right answers lead on to another address and count for nothing.
PASSWORDS = Limit("password", most=5, seconds=600)
SIGN_INS = Limit("sign-in", most=20, seconds=600)
SEARCHES = Limit("search", most=60, seconds=60)
RESETS = Limit("reset", most=5, seconds=600)  # each one counts: every answer is the same
GUARDED = {
    ("POST", "wagtailcore_authenticate_with_password"): PASSWORDS,
    ("POST", "wagtaildocs_authenticate_with_password"): PASSWORDS,
    ("POST", "wagtailcore_login"): SIGN_INS,
    ("POST", "wagtailadmin_login"): SIGN_INS,
    ("POST", "wagtailadmin_password_reset"): RESETS,
    ("GET", "search"): SEARCHES,
}

# As Django makes them. In place of a broken one it would make another, on pages that need none.
OURS = {
    settings.CSRF_COOKIE_NAME: re.compile(r"(?:[A-Za-z0-9]{32}){1,2}"),
    settings.SESSION_COOKIE_NAME: re.compile(r"[a-z0-9]{32}"),
}


def our_cookies(get_response):
    """A cookie that cannot be ours counts for none, so that no page answers it with one."""

    def middleware(request):
        for name, shape in OURS.items():
            if not shape.fullmatch(request.COOKIES.get(name, "")):
                request.COOKIES.pop(name, None)
        return get_response(request)

    return middleware


def content_version(get_response):
    """Read the content version once, so that a page is put together from one state of the site."""

    def middleware(request):
        with one_version():
            return get_response(request)

    return middleware


def language_of_the_site(get_response):
    """Pages speak the site's language, also to an editor whose admin speaks another one.

    In the admin it is that editor's from the start: Wagtail sets it only around its own screens, and
    not where it refuses or finds nothing.
    """

    def middleware(request):
        language = settings.LANGUAGE_CODE
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            profile = getattr(request.user, "wagtail_userprofile", None)
            language = profile.get_preferred_language() if profile else language
        with translation.override(language):
            return get_response(request)

    return middleware


class Throttle(MiddlewareMixin):
    """Turns away whoever asks, guesses or signs in too often. Forms count for themselves."""

    def process_view(self, request, view, args, kwargs):
        # Asking for the headers alone costs as much as asking for the page.
        method = "GET" if request.method == "HEAD" else request.method
        name = request.resolver_match.view_name.rpartition(":")[2]
        limit = GUARDED.get((method, name))
        if limit and limit.is_passed(request):
            return errors.too_often(request, limit.seconds)
        request.knocked_at = limit
        return None

    def process_response(self, request, response):
        limit = getattr(request, "knocked_at", None)
        if limit not in (None, RESETS) and response.status_code == 302:
            limit.give_back(request)
        return response


class Keeping(MiddlewareMixin):
    """Lets no cache keep what is not for everybody: closed files, and pages with the editor's bar."""

    def process_response(self, request, response):
        match = request.resolver_match
        is_file = match and match.view_name == "wagtaildocs_serve"
        if is_file:
            _put_right(response)
        # Who wants a file is looked at where it is a closed one, and only there.
        if getattr(request, "shows_userbar", False) or (is_file and request.session.accessed):
            add_never_cache_headers(response)
        return response


def _put_right(response) -> None:
    """Wagtail sends the encoding it does not know of, and the digest it never made."""
    for name, nothing in (("Content-Encoding", "None"), ("ETag", '""')):
        if response.headers.get(name) == nothing:
            del response.headers[name]


class Redirects(RedirectMiddleware):
    """Where a page that is gone has moved to; with the database away it is simply not found."""

    def process_response(self, request, response):
        try:
            return super().process_response(request, response)
        except DatabaseError as error:
            logger.warning("Nobody knows where %s has moved: %r", request.path, error)
            return response
