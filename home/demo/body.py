"""From the short form in which the demo's texts are written to the blocks of a page."""

import datetime
import re
from copy import copy
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from base.dates import today
from base.models import SiteImage
from home.demo.markup import ALT
from home.demo.media import Media

Block = tuple[str, Any]
FIGURES = re.compile(r"[\d.,]+")
# [[contact|write to us]] leads to a page of the demo, [[/search/|the search]] to a list of the site.
LINK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


@dataclass
class Body:
    """Knows the pictures, documents and pages that a text may name."""

    media: Media
    pages: dict[str, Page]

    def blocks(self, parts: list[Block], day: datetime.date | None = None) -> list[Block]:
        """Blocks for a StreamField; one that names only what was not built is left out."""
        made = (getattr(self, f"_{name}")(value, day) for name, value in parts)
        return [block for block in made if block]

    def rich(self, html: str) -> str:
        """Rich text whose links lead somewhere; one to a page that was not built is mere words."""
        return LINK.sub(self._link, html)

    def _link(self, found: re.Match) -> str:
        target, words = found.groups()
        if target.startswith("/"):
            return f'<a href="{target}">{words}</a>'
        page = self.pages.get(target)
        return f'<a linktype="page" id="{page.pk}">{words}</a>' if page else words

    def _paragraph(self, html: str, day) -> Block:
        return "paragraph", self.rich(html)

    def _pull_quote(self, value: dict, day) -> Block:
        return "pull_quote", value

    def _fact_box(self, value: dict, day) -> Block:
        return "fact_box", {"heading": value["heading"], "text": self.rich(value["text_html"])}

    def _image(self, value: dict, day) -> Block:
        image = self._described(value["picture"], value["alt"])
        return "image", {"image": image, "caption": value["caption"], "width": value["width"]}

    def _gallery(self, value: dict, day) -> Block:
        pictures = [
            {"image": self._described(name, ALT[name]), "caption": caption}
            for name, caption in value["pictures"]
        ]
        return "gallery", {"heading": value["heading"], "pictures": pictures}

    def _described(self, name: str, alt: str) -> SiteImage:
        image = copy(self.media.images[name])
        image.contextual_alt_text = alt
        return image

    def _documents(self, value: dict, day) -> Block:
        documents = [self.media.documents[slug] for slug in value["items"]]
        return "documents", {"heading": value["heading"], "documents": documents}

    def _video(self, value: dict, day) -> Block:
        return "video", {**value, "poster": self.media.images.get(value["poster"])}

    def _table(self, value: dict, day) -> Block:
        columns = zip(*value["rows"], strict=True)
        kinds = ["text", *(_kind(column) for column in list(columns)[1:])]
        table = {
            "caption": value["caption"],
            "columns": [
                {"type": kind, "heading": heading}
                for kind, heading in zip(kinds, value["header"], strict=True)
            ],
            "rows": [{"values": row} for row in value["rows"]],
        }
        return "table", {"table": table, "note": "", "has_row_headings": True}

    def _timeline(self, value: dict, day) -> Block:
        entries = [
            {"when": _when(entry["when"]), "text": self.rich(entry["text_html"])}
            for entry in value["entries"]
        ]
        return "timeline", {"heading": value["heading"], "entries": entries}

    def _statistics(self, value: dict, day) -> Block:
        return "statistics", value

    def _call_to_action(self, value: dict, day) -> Block | None:
        page = self.pages.get(value["target"])
        link = {"label": value["button"], "page": page}
        action = {"heading": value["heading"], "text": self.rich(value["text_html"]), "link": link}
        return ("call_to_action", action) if page else None

    def _sources(self, items: list[dict], day) -> Block:
        return "sources", {"heading": "Sources", "items": items}

    def _correction(self, value: dict, day: datetime.date) -> Block:
        changed = day + datetime.timedelta(days=value["days_after"])
        return "correction", {"date": changed, "text": f"<p>{value['text']}</p>"}

    def _roundup_story(self, value: dict, day) -> Block:
        topic = self.pages.get(value["topic"])
        story = {"headline": value["headline"], "teaser": value["teaser_html"], "topic": topic}
        return "roundup_story", story

    def _related(self, keys: list[str], day) -> Block | None:
        pages = [self.pages[key] for key in keys if key in self.pages]
        return ("related_pages", {"heading": "", "pages": pages}) if pages else None


def _when(when: str | int) -> str:
    """As it is written; a number is so many years before this one."""
    return str(today().year - when) if isinstance(when, int) else when


def _kind(column: tuple[str, ...]) -> str:
    """A column of figures is set flush right, even where a figure or two is missing."""
    figures = sum(bool(FIGURES.fullmatch(cell)) for cell in column)
    return "number" if figures > len(column) / 2 else "text"
