"""What every request passes through, of our own making."""

import logging

from django.db import DatabaseError
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
GUARDED = {
    ("POST", "wagtailcore_authenticate_with_password"): PASSWORDS,
    ("POST", "wagtaildocs_authenticate_with_password"): PASSWORDS,
    ("POST", "wagtailcore_login"): SIGN_INS,
    ("POST", "wagtailadmin_login"): SIGN_INS,
    ("GET", "search"): SEARCHES,
}


def content_version(get_response):
    """Read the content version once, so that a page is put together from one state of the site."""

    def middleware(request):
        with one_version():
            return get_response(request)

    return middleware


class Throttle(MiddlewareMixin):
    """Turns away whoever asks, guesses or signs in too often. Forms count for themselves."""

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        limit = GUARDED.get((request.method, match.view_name.rpartition(":")[2]))
        if limit and limit.is_passed(request):
            return errors.too_often(request, limit.seconds)
        request.knocked_at = limit
        return None

    def process_response(self, request, response):
        limit = getattr(request, "knocked_at", None)
        if limit and response.status_code == 302:
            limit.give_back(request)
        return response


class Redirects(RedirectMiddleware):
    """Where a page that is gone has moved to; with the database away it is simply not found."""

    def process_response(self, request, response):
        try:
            return super().process_response(request, response)
        except DatabaseError as error:
            logger.warning("Nobody knows where %s has moved: %r", request.path, error)
            return response
