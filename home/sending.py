"""How we know that an answer to a form was sent by a person from the form itself, without a cookie.

The form carries a signed token that says for which page and when it was given out; the browser says
from which site it sends; and a field that people do not see stays empty.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from urllib.parse import urlsplit

from django.core import signing
from django.core.cache import caches
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from base.caching import kept

TOKEN = "form-token"  # noqa: S105  (the name of a field; no question's name has a hyphen)
TRAP = "form-website"
QUICKEST = 2  # seconds; nobody reads and writes in less
LONGEST = 12 * 60 * 60


class Doubt(Enum):
    """Why an answer is shown again instead of being kept: the status, and what the visitor reads."""

    STALE = 200, _("This form had been open for a very long time. Please send it once more.")
    HASTY = 200, _("That was quicker than we expected. Please send it once more.")
    FORGED = 400, _("This form was not complete when it reached us. Please send it once more.")
    TRAPPED = 400, _("A field that must stay empty was filled in. Please send it once more.")
    FOREIGN = (
        403,
        _("Your browser did not say that this comes from our own page. Please send it again."),
    )
    TOO_OFTEN = 429, _("You have sent this several times. Please wait ten minutes, then send it.")

    def __init__(self, status: int, words: str):
        self.status, self.words = status, words


def token(page: Page) -> str:
    """Given out with each form; no two are alike."""
    made = f"{timezone.now().timestamp():.0f}.{get_random_string(12)}"
    return signing.Signer(salt=_salt(page)).sign(made)


def doubt_of(request: HttpRequest, page: Page) -> Doubt | None:
    """What speaks against keeping this answer, if anything does."""
    if not is_sent_from_here(request):
        return Doubt.FOREIGN
    if request.POST.get(TRAP):
        return Doubt.TRAPPED
    return _doubt_of_token(request.POST.get(TOKEN, ""), page)


def _doubt_of_token(given: str, page: Page) -> Doubt | None:
    try:
        made = int(signing.Signer(salt=_salt(page)).unsign(given).partition(".")[0])
    except (signing.BadSignature, ValueError):
        return Doubt.FORGED
    age = timezone.now().timestamp() - made
    if age < QUICKEST:
        return Doubt.HASTY
    return Doubt.STALE if age > LONGEST else None


@contextmanager
def once(request: HttpRequest) -> Iterator[bool]:
    """Whether this very answer comes for the first time; a double click sends it twice.

    An answer that could not be kept counts for nothing, and neither does a cache that is away.
    """
    sent, key = caches["throttle"], _digest(request)
    is_first = sent.add(key, True, LONGEST) or not sent.get(key)
    try:
        yield is_first
    except BaseException:
        sent.delete(key)
        raise


def _digest(request: HttpRequest) -> str:
    return f"sent:{salted_hmac('form', request.POST.urlencode(), algorithm='sha256').hexdigest()}"


def is_sent_from_here(request: HttpRequest) -> bool:
    """By what the browser says of it, which no other site can make it say."""
    relation = request.headers.get("Sec-Fetch-Site")
    if relation not in (None, "same-origin", "same-site"):
        return False
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    # A browser told to send no address names none; that it is our own page it says all the same.
    if origin in ("", "null"):
        return relation == "same-origin"
    return _host(origin) in {request.get_host(), *_hosts()}


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:  # “http://[”: no browser sends it, and whoever does may send anything
        return ""


def _hosts() -> list[str]:
    return kept("hosts", lambda: [urlsplit(site.root_url).netloc for site in Site.objects.all()])


def _salt(page: Page) -> str:
    return f"form {page.pk}"
