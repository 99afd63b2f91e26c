"""The answer to an address."""

from dataclasses import dataclass

from wagtail.models import Page


@dataclass(frozen=True)
class Place:
    """What an address leads to at the desk: a screen to open, or a sentence why there is none."""

    url: str = ""
    title: str = ""
    said: str = ""
    page: Page | None = None
