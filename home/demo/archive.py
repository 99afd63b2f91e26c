"""The many articles that fill the archive: what each says, and where in the tree it stands."""

import datetime
import json
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify

from articles.models import ArticlePage, NewsIndex
from base.dates import Precision
from base.prose import as_rich
from home.demo.dated import Places
from home.demo.rhythm import busy_days, end_of_month, known_to_the_month
from home.demo.texts import STORIES, filler
from home.demo.writing import Writer, moment_of

ANALYSIS = 0.2
ILLUSTRATED = 0.04
WITHOUT_TEXT = 0.3
WITH_A_SECOND_TOPIC = 0.15
LONGEST_SLUG = 90
PICTURES = {
    "mining-and-land": ("pit", "cordillera"),
    "indigenous-peoples": ("cloudforest", "river"),
    "water-and-climate": ("altiplano", "cordillera", "river"),
}
OTHER_PICTURES = ("altiplano", "cordillera", "peaks")
BYLINES = sorted({story["byline"] for story in STORIES if story["byline"]})


@dataclass(frozen=True)
class Slot:
    """A place in the archive that waits for its article."""

    number: int
    stream: str
    day: datetime.date
    precision: str
    position: int


class Archive:
    """Makes articles that are not saved yet, the same for the same number and the same day."""

    def __init__(self, writer: Writer, places: Places, rng: random.Random):
        self.writer, self.places, self.rng = writer, places, rng
        self.topics = {key: page.pk for key, page in writer.pages.items() if hasattr(page, "dye")}
        self.subjects = [key for key in self.topics if writer.pages[key].is_subject]
        self.taken = dict.fromkeys(writer.pages, 1)
        self.used = {slug: writer.pages[slug].numchild for slug in ("news", "analysis")}
        self.content_type = ContentType.objects.get_for_model(ArticlePage)

    def articles(self, number: int) -> Iterator[ArticlePage]:
        """Oldest first, so that newer articles also have higher keys."""
        return (self._article(slot) for slot in self._slots(number))

    def _slots(self, number: int) -> list[Slot]:
        days = busy_days(number, self.writer.today, self.rng)
        slots = [self._slot(at, day) for at, day in enumerate(days)]
        return sorted(slots, key=lambda slot: (slot.day, slot.number))

    def _slot(self, number: int, day: datetime.date) -> Slot:
        stream = "analysis" if self.rng.random() < ANALYSIS else "news"
        precision = Precision.DAY
        if known_to_the_month(day, self.writer.today, self.rng):
            day, precision = end_of_month(day), Precision.MONTH
        position = self.places[stream, day]
        self.places[stream, day] += 1
        return Slot(number, stream, day, str(precision), position)

    def _article(self, slot: Slot) -> ArticlePage:
        text, rng = filler(slot.number, self.rng), self.rng
        moment = moment_of(slot.day)
        page = ArticlePage(
            **self._place(slot, self.writer.pages[slot.stream], text["headline"]),
            title=text["headline"],
            draft_title=text["headline"],
            content_type=self.content_type,
            translation_key=self._uuid(),
            live=True,
            is_sample=True,
            first_published_at=moment,
            last_published_at=moment,
            latest_revision_created_at=moment,
            date=slot.day,
            date_precision=slot.precision,
            position_in_day=slot.position,
            teaser=as_rich(text["teaser"]),
            summary=" ".join(text["teaser"]),
            main_topic_id=self.topics.get(text["topic"]),
            byline=rng.choice(BYLINES) if slot.stream == "analysis" else "",
            body=self._body(text["body_html"]) if rng.random() > WITHOUT_TEXT else "[]",
            **self._picture(text) if rng.random() < ILLUSTRATED else {},
        )
        page.filed_under = self._filed_under(text["topic"])
        return page

    def _place(self, slot: Slot, stream: NewsIndex, headline: str) -> dict:
        self.used[slot.stream] += 1
        slug = self._slug(headline)
        return {
            "path": stream._get_path(stream.path, stream.depth + 1, self.used[slot.stream]),
            "depth": stream.depth + 1,
            "slug": slug,
            "url_path": f"{stream.url_path}{slug}/",
            "locale_id": stream.locale_id,
        }

    def _slug(self, headline: str) -> str:
        slug = slugify(headline)[:LONGEST_SLUG].rstrip("-")
        self.taken[slug] = number = self.taken.get(slug, 0) + 1
        return slug if number == 1 else f"{slug}-no-{number}"

    def _filed_under(self, topic: str) -> list[int]:
        """The keys of its topics, the main one first."""
        keys = [self.topics[topic]] if topic else []
        if self.rng.random() < WITH_A_SECOND_TOPIC:
            second = self.topics[self.rng.choice(self.subjects)]
            keys += [second] if second not in keys else []
        return keys

    def _body(self, html: list[str]) -> str:
        block = {"type": "paragraph", "value": "".join(html), "id": str(self._uuid())}
        return json.dumps([block], ensure_ascii=False)

    def _picture(self, text: dict) -> dict:
        name = self.rng.choice(PICTURES.get(text["topic"], OTHER_PICTURES))
        image = self.writer.media.images[name]
        return {"lead_image_id": image.pk, "lead_image_caption": f"Near {text['place']}."}

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.rng.getrandbits(128), version=4)
