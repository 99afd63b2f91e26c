"""What a browser may do with each kind of answer: the policy of a page, and headers all answers carry.

Readers get the strictest, from the settings. An editor's page adds what Wagtail's bar needs; the
admin runs no script that does not come from a file of ours, except Wagtail's own few lines that
start a widget, each known by its whole text.
"""

import base64
import hashlib
import json
import re
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_HASHES, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

Policy = dict[str, list[str]]

# For what is no page: figures, feeds, files.
NOTHING: Policy = {
    "default-src": [NONE],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
}
WITH_BAR = {"script-src": [SELF]}  # Wagtail's bar, on a page that an editor sees
FRAMED_BY_US = {"frame-ancestors": [SELF]}
ADMIN: Policy = {
    "default-src": [NONE],
    "script-src": [SELF],
    # The tool that marks a picture's focal point asks whether handlers work by one that does nothing.
    "script-src-attr": [UNSAFE_HASHES, "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='"],
    "style-src": [SELF, UNSAFE_INLINE],  # date pickers and tooltips write style elements
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "media-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    **FRAMED_BY_US,
}
UNUSED = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
ALWAYS = {
    "Permissions-Policy": UNUSED,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
}

INLINE = re.compile(r"<script>(.*?)</script>", re.S)
ID = r'"(?:[\w-]|\\u002D)+"'
STARTERS = (
    re.compile(rf"init(?:Date|Time|DateTime)Chooser\({ID}, (?P<json>\{{.*\}})\);"),
    re.compile(rf"new [A-Za-z]*Chooser\({ID}, (?P<json>\{{.*\}})\);"),
    re.compile(rf"createTaskChooser\({ID}\);"),
    re.compile(
        r"\s*\(function\(\) \{\s*var panel = new (?:InlinePanel|MultipleChooserPanel)"
        r'\(JSON\.parse\("(?:[^"\\<>\n]|\\u[0-9A-F]{4})*"\)\);\s*\}\)\(\);\s*'
    ),
)


class Policies(CSPMiddleware):
    """Sets the policy and the headers of every answer; outermost, so that errors have them as well."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None:
            parts.config = policy_for(request, response)
        return parts

    def process_response(self, request, response):
        # A browser that is told "not modified" keeps the page and takes the headers.
        if response.status_code != 304:
            response = super().process_response(request, response)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cross-Origin-Resource-Policy", who_may_load(request))
        if is_framed_by_us(request):
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response


def policy_for(request: HttpRequest, response: HttpResponseBase) -> Policy:
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return NOTHING
    if is_of_the_admin(request) and not is_block_preview(request):
        hashes = hashes_of_starters(response)
        return ADMIN | {"script-src": [*ADMIN["script-src"], *hashes]}
    policy: dict[str, Any] = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    if getattr(request, "shows_userbar", False):
        policy = policy | WITH_BAR
    return policy | FRAMED_BY_US if is_framed_by_us(request) else policy


def is_framed_by_us(request: HttpRequest) -> bool:
    """The editor shows previews in a frame."""
    return getattr(request, "is_preview", False) or is_of_the_admin(request)


def is_of_the_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(reverse("wagtailadmin_home"))


def is_block_preview(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(match) and match.view_name == "wagtailadmin_block_preview"


def who_may_load(request: HttpRequest) -> str:
    """Pictures stand in our feeds too, which people read in programs of other sites."""
    is_picture = request.path_info.startswith(f"{settings.MEDIA_URL}images/")
    return "cross-origin" if is_picture else "same-origin"


def hashes_of_starters(response: HttpResponseBase) -> list[str]:
    """Of each inline script that is, from its first sign to its last, a start of a widget of Wagtail."""
    if response.streaming:
        return []
    scripts = set(INLINE.findall(response.content.decode(response.charset, "replace")))
    return sorted(hash_of(script) for script in scripts if is_starter(script))


def is_starter(script: str) -> bool:
    for shape in STARTERS:
        found = shape.fullmatch(script)
        if found:
            return "json" not in shape.groupindex or is_json(found["json"])
    return False


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def hash_of(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
