"""What somebody pasted, as the parts of an address."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from django.conf import settings
from wagtail.models import Site

LONGEST = 2000
# What comes along when an address is copied out of a sentence or a mail.
_AROUND = " \t\r\n<>\"'“”‘’«»()[].,;:!"
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """An address in its parts; the host is empty where only a path was given."""

    host: str
    path: str
    query: str = ""
    fragment: str = ""
    is_certain: bool = True  # “and/or” has the look of an address, and mostly is none

    @cached_property
    def parts(self) -> list[str]:
        return [part for part in unquote(self.path).split("/") if part]

    @property
    def words(self) -> str:
        """The whole of it, without the protocol."""
        query = f"?{self.query}" if self.query else ""
        return f"{self.host}{self.path}{query}"


def typed(text: str, hosts: Iterable[str] = ()) -> Typed | None:
    """None where somebody looks for words."""
    text = text.strip(_AROUND)
    if not text or len(text) > LONGEST or "\0" in unquote(text) or any(map(str.isspace, text)):
        return None
    try:
        if text.lower().startswith(("http://", "https://", "//")):
            return _split(text if text.startswith("//") else text.partition(":")[2])
        if text.startswith("/"):
            return _split(text)
        first = text.partition("/")[0].partition("?")[0]
        if _HOST.fullmatch(first) and ("/" in text or bare(first) in own_hosts(hosts)):
            return _split(f"//{text}")
        if "/" in text.strip("/"):
            return _split(f"/{text}", is_certain=False)
    except ValueError:  # “http://[…”: it only looks like one
        return None
    return None


def _split(text: str, is_certain: bool = True) -> Typed | None:
    parts = urlsplit(text)
    if text.startswith("//") and not parts.netloc:
        return None
    return Typed(
        parts.netloc.rpartition("@")[2].lower(),
        parts.path or "/",
        parts.query,
        unquote(parts.fragment),
        is_certain,
    )


def bare(host: str) -> str:
    """A host without its port and its “www”."""
    return host.lower().partition(":")[0].removeprefix("www.")


def own_hosts(hosts: Iterable[str] = ()) -> set[str]:
    """Every name this site answers to, as the site's records and the settings have it."""
    known = set(Site.objects.values_list("hostname", flat=True))
    known.add(urlsplit(settings.WAGTAILADMIN_BASE_URL or "").hostname or "")
    known.update(host for host in settings.ALLOWED_HOSTS if "*" not in host)
    return {bare(host.lstrip(".")) for host in [*known, *hosts] if host}
