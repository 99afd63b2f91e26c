"""Pages are added and published as an editor would do it, and then dated back to their day."""

import datetime

from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from base.dates import today
from base.models import BasePage
from home.demo.body import Body
from home.demo.media import Media

AT_NINE = datetime.time(9)


def moment_of(day: datetime.date) -> datetime.datetime:
    """Nine in the morning of that day, but never a moment still to come."""
    morning = datetime.datetime.combine(day, AT_NINE, tzinfo=timezone.get_default_timezone())
    return min(morning, timezone.now())


class Writer:
    """Writes the pages that somebody has thought about, and knows them by their keys."""

    def __init__(self, media: Media):
        self.today = today()
        self.media = media
        self.pages: dict[str, BasePage] = {}
        self.body = Body(media, self.pages)
        self._moments: dict[int, datetime.datetime] = {}

    def day(self, days_from_today: int) -> datetime.date:
        return self.today + datetime.timedelta(days=days_from_today)

    def add(self, key: str, parent: Page, page: BasePage, day: datetime.date) -> BasePage:
        """As a draft: it has its place in the tree, so that other pages can name it."""
        page.is_sample = True
        page.live, page.has_unpublished_changes = False, True
        parent.add_child(instance=page)
        self._moments[page.pk] = moment_of(day)
        self.pages[key] = page
        return page

    def publish(self, page: BasePage) -> None:
        page.save_revision().publish()

    def written(self) -> list[BasePage]:
        return list(self.pages.values())

    def date_back(self) -> None:
        """The admin shows each page as written and published on its own day."""
        for key, moment in self._moments.items():
            pages = Page.objects.filter(pk=key)
            pages.update(latest_revision_created_at=moment)
            pages.filter(live=True).update(first_published_at=moment, last_published_at=moment)
            content_type = pages.values("content_type")
            revisions = Revision.objects.filter(content_type__in=content_type, object_id=str(key))
            revisions.update(created_at=moment)
            PageLogEntry.objects.filter(page_id=key).update(timestamp=moment)
