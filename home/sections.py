"""The plan of the home page: every section's choice resolved, top to bottom, nothing shown twice."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Subquery

from articles.listing import Shelf, by_day
from articles.models import ArticlePage
from articles.models.indexes import streams
from articles.querysets import with_pictures
from base.caching import kept
from base.dates import today
from base.organisation import organisation
from base.visibility import visible
from topics.models import Dye, TopicPage

if TYPE_CHECKING:
    from home.models import HomePage

MOST_STREAMS = 2
MOST_TOPICS = 6
DEFAULT_COUNT = 8


@dataclass
class Section:
    """One part of the home page with what it shows."""

    name: str
    content: Any
    heading: str = ""


class Plan:
    """Resolves the sections of one home page for one request."""

    def __init__(self, home: "HomePage"):
        self.home = home
        self.articles: list[ArticlePage] = []

    @property
    def shown(self) -> list[int]:
        return [article.pk for article in self.articles]

    @cached_property
    def sections(self) -> list[Section]:
        # The lead is found first, wherever it stands, so that no stream above it can repeat it.
        blocks = list(enumerate(self.home.sections))
        resolved = {
            place: getattr(self, f"_{block.block_type}")(block.value)
            for place, block in sorted(blocks, key=lambda entry: entry[1].block_type != "lead")
        }
        with_pictures(self.articles)
        return [resolved[place] for place, _block in blocks if resolved[place].content]

    def section(self, name: str, value) -> Section:
        """One section alone, as the picker of sections shows it."""
        found = getattr(self, f"_{name}")(value)
        with_pictures(self.articles)
        return found

    def _lead(self, value) -> Section:
        articles = self.home.articles.for_teasers(pictures=False)
        chosen = value.get("article")
        lead = articles.filter(pk=chosen.pk).first() if chosen else None
        lead = (
            lead
            or articles.with_picture().newest_first().first()
            or articles.newest_first().first()
        )
        if lead:
            self.articles.append(lead)
        return Section("lead", lead)

    def _streams(self, value) -> Section:
        columns = []
        for stream, count in self._chosen_streams(value):
            articles = ArticlePage.objects.filter(path__startswith=stream["path"]).visible()
            articles = (
                articles.exclude(pk__in=self.shown).newest_first().for_teasers(pictures=False)
            )
            items = list(articles[:count])
            self.articles += items
            if items:
                columns.append(
                    {
                        **stream,
                        "articles": items,
                        "days": by_day(items),
                        # "29 Oct" without a year would be taken for this year's.
                        "needs_years": {article.date.year for article in items} != {today().year},
                    }
                )
        return Section("streams", columns)

    def _chosen_streams(self, value) -> list[tuple[dict[str, Any], int]]:
        known = self._streams_of_this_home()
        chosen = [
            (known[choice["index"].pk], choice["count"])
            for choice in value["streams"]
            if choice["index"] and choice["index"].pk in known
        ]
        if chosen:
            return chosen
        first = [stream for stream in known.values() if stream["depth"] == self.home.depth + 1]
        return [
            (stream, DEFAULT_COUNT if n == 0 else 3)
            for n, stream in enumerate(first[:MOST_STREAMS])
        ]

    def _streams_of_this_home(self) -> dict[int, dict[str, Any]]:
        return {
            stream["pk"]: stream
            for stream in streams()
            if stream["path"].startswith(self.home.path)
        }

    def _notices(self, value) -> Section:
        notices = self.home.notices.for_cards()[: value["count"]]
        return Section("notices", list(notices), value["heading"])

    def _topics(self, value) -> Section:
        chosen = [page.pk for page in value["topics"] if page]
        topics = visible(TopicPage.objects.child_of(self.home)).defer("background")
        if chosen:
            found = topics.in_bulk(chosen)
            listed = [found[pk] for pk in chosen if pk in found]
        else:
            # Without a dyed subject there is no colour band; the topics are listed plainly.
            dyed = topics.subjects().exclude(dye=Dye.NONE)
            listed = list(dyed.order_by("title", "pk")[:MOST_TOPICS]) or list(
                topics.order_by("title", "pk")[:MOST_TOPICS]
            )
        is_dyed = any(topic.dye != Dye.NONE for topic in listed)
        return Section("topics" if is_dyed else "topics_plain", self._with_newest(listed))

    def _with_newest(self, topics: list[TopicPage]) -> list[dict[str, Any]]:
        newest = kept(f"newest-of-topics:{self.home.pk}", self._read_newest)
        return [{"topic": topic, "newest": newest.get(topic.pk)} for topic in topics]

    def _read_newest(self) -> dict[int, dict[str, Any]]:
        """The newest item on each topic, as the colour band prints it."""
        newest = self.home.articles.filter(topics=OuterRef("pk")).newest_first().values("pk")[:1]
        keys = dict(TopicPage.objects.annotate(newest=Subquery(newest)).values_list("pk", "newest"))
        articles = self.home.articles.defer("body", "teaser").in_bulk(set(keys.values()) - {None})
        return {
            topic: {
                "title": articles[key].title,
                "url": articles[key].url,
                "date": articles[key].date,
                "precision": articles[key].date_precision,
            }
            for topic, key in keys.items()
            if key in articles
        }

    def _archive(self, value) -> Section:
        chosen = value.get("index")
        if not chosen:
            return self._years(value, self.home.archive.address, self.home.shelf)
        stream = self._streams_of_this_home().get(chosen.pk)
        if not stream:
            return Section("archive", None)
        articles = ArticlePage.objects.filter(path__startswith=stream["path"]).visible()
        shelf = articles.shelf(f"stream-{stream['pk']}")
        return self._years(value, stream["url"], shelf, stream["title"])

    def _years(self, value, address: str, shelf: Shelf, title: str = "") -> Section:
        years = {"address": address, "title": title, "years": shelf.years, "total": shelf.total}
        return Section("archive", years if shelf.total else None, value["heading"])

    def _join(self, value) -> Section:
        return Section("join", kept(f"has-join-box:{self.home.pk}", self._has_join_box))

    def _has_join_box(self) -> bool:
        site = self.home.get_site()
        return bool(site and organisation(site).join)
