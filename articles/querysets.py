import datetime
from typing import Any

from django.db.models import Count, F, Prefetch, Q, prefetch_related_objects
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils import timezone
from wagtail.query import PageQuerySet

from base.dates import Precision
from base.models import SiteImage
from base.models.media import PICTURE_FILTERS
from base.visibility import visible


class ArticleQuerySet(PageQuerySet):
    """Questions about many articles; every public list starts with `visible()`."""

    def visible(self):
        """What any stranger may read."""
        return visible(self)

    def newest_first(self):
        """The one order of everything dated: by day, by place within the day, by key."""
        return self.order_by("-date", "position_in_day", "-pk")

    def about(self, topic):
        """Filed under that topic, as its main one or beside others."""
        return self.filter(topics=topic)

    def in_year(self, year: int):
        """Dated in that year, however exactly."""
        return self.filter(
            date__gte=datetime.date(year, 1, 1), date__lte=datetime.date(year, 12, 31)
        )

    def in_month(self, year: int, month: int):
        """Dated in that month; an item of which only the year is known belongs to none."""
        first, last = month_bounds(year, month)
        return self.filter(date__gte=first, date__lte=last).exclude(date_precision=Precision.YEAR)

    def with_picture(self):
        return self.filter(lead_image__isnull=False)

    def for_teasers(self, pictures: bool = True):
        """All that a teaser prints, in three queries whatever the number: no text is loaded.

        Without `pictures` one query; several lists then get theirs together, by `with_pictures()`.
        """
        articles = self.select_related("eventpage").defer(
            "body", "teaser", "eventpage__schedule", "eventpage__prices"
        )
        return articles.prefetch_related(_pictures()) if pictures else articles

    def feed_entries(self):
        """The newest of these, as a feed carries them."""
        from .feeds import entries

        return entries(self)

    def shelf(self, name: str):
        """These articles with their kept counts; `name` is what tells them from any other set."""
        from .listing import Shelf

        return Shelf(name, self)

    def counted(self) -> list[tuple[int, int, str, int]]:
        """(year, month, precision, number) of what is dated in each month, newest month first."""
        rows = (
            self.order_by()
            .annotate(year=ExtractYear("date"), month=ExtractMonth("date"))
            .values_list("year", "month", "date_precision")
            .annotate(number=Count("pk", distinct=True))
        )
        return sorted(rows, key=lambda row: (-row[0], -row[1], row[2]))

    def counted_by_topic(self) -> dict[int, int]:
        """How many are filed under each topic, by the topic's key."""
        rows = self.order_by().filter(topics__isnull=False).values_list("topics")
        return dict(rows.annotate(number=Count("pk", distinct=True)))


class EventQuerySet(ArticleQuerySet):
    """Questions about many events, answered for this very moment."""

    def upcoming(self):
        """Not over yet, the next one first; today's are among them."""
        return self.filter(over_at__gt=timezone.now()).order_by("start", "pk")

    def past(self):
        """Over, the last one first."""
        return self.filter(over_at__lte=timezone.now()).order_by(F("start").desc(), "-pk")

    def for_teasers(self, pictures: bool = True):
        events = self.defer("body", "teaser", "schedule", "prices")
        return events.prefetch_related(_pictures()) if pictures else events

    def with_a_start(self):
        return self.filter(~Q(start=None))


def with_pictures(articles: list[Any]) -> None:
    """Fetch the pictures of articles from several lists in two queries."""
    prefetch_related_objects(articles, _pictures())


def _pictures() -> Prefetch:
    return Prefetch("lead_image", queryset=SiteImage.objects.prefetch_renditions(*PICTURE_FILTERS))


def month_bounds(year: int, month: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a month."""
    first = datetime.date(year, month, 1)
    following = datetime.date(year + month // 12, month % 12 + 1, 1) if year < 9999 else None
    return first, (following or datetime.date(9999, 12, 31)) - datetime.timedelta(
        days=bool(following)
    )
