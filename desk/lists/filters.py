"""What a list can be narrowed to; every choice stands in the address."""

from collections.abc import Iterator

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleUserFilter, WagtailFilterSet
from wagtail.models import Page, Revision, WorkflowState

from articles.models import ArticlePage, EventPage, NewsIndex
from desk.finding.known import known_to
from topics.models import TopicPage

STATUSES = [
    ("live", _("live")),
    ("changed", _("live, with a newer draft")),
    ("draft", _("draft")),
    ("review", _("waiting for review")),
    ("scheduled", _("scheduled")),
    ("expired", _("expired")),
]
FILED = ArticlePage.topics.through.objects.filter(articlepage=OuterRef("pk"))
LACKS = {"picture": Q(lead_image=None), "topic": ~Exists(FILED)}


def years() -> Iterator[tuple[int, int]]:
    """Every year anything is dated in, the last first."""
    dated = ArticlePage.objects.exclude(date=None).order_by()
    found = dated.annotate(year=ExtractYear("date")).values_list("year", flat=True).distinct()
    return ((year, year) for year in sorted(found, reverse=True))


def scheduled() -> list[int]:
    """The keys of pages that will be published by themselves."""
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return [int(key) for key in waiting.order_by().values_list("object_id", flat=True)]


def in_review() -> list[int]:
    """The keys of pages that wait for a second pair of eyes."""
    waiting = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return [int(key) for key in waiting.order_by().values_list("object_id", flat=True)]


def with_status(pages: QuerySet, status: str) -> QuerySet:
    if status == "scheduled":
        return pages.filter(pk__in=scheduled())
    if status == "review":
        return pages.filter(pk__in=in_review())
    if status == "live":
        return pages.filter(live=True)
    if status == "changed":
        return pages.filter(live=True, has_unpublished_changes=True)
    return pages.filter(live=False, expired=status == "expired")


class StreamChoice(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, stream):
        """A stream within another stands a little to the right."""
        return "\u2003" * (stream.depth - 3) + stream.get_admin_display_title()


class StreamFilter(django_filters.ModelChoiceFilter):
    """Everything beneath that stream, at any depth."""

    field_class = StreamChoice

    def filter(self, pages, stream):
        return pages.filter(path__startswith=stream.path) if stream else pages


class StatusFilter(django_filters.ChoiceFilter):
    def filter(self, pages, status):
        return with_status(pages, status) if status else pages


class LackingFilter(django_filters.MultipleChoiceFilter):
    def filter(self, pages, lacking):
        for what in lacking or ():
            pages = pages.filter(LACKS[what])
        return pages


class TopicFilter(django_filters.ModelMultipleChoiceFilter):
    """Filed under any of these topics."""

    def filter(self, pages, topics):
        if not topics:
            return pages
        return pages.filter(Exists(FILED.filter(topicpage__in=[topic.pk for topic in topics])))


class SavedByFilter(MultipleUserFilter):
    def filter(self, pages, people):
        return pages.filter(latest_revision__user__in=people) if people else pages


def _topics(request) -> QuerySet:
    topics = TopicPage.objects.defer_streamfields().order_by("title", "pk")
    return known_to(request.user, topics)


def _streams(request) -> QuerySet:
    return known_to(request.user, NewsIndex.objects.defer_streamfields().order_by("path"))


def _people(request) -> QuerySet:
    saved = Revision.objects.filter(user=OuterRef("pk"))
    return get_user_model().objects.filter(Exists(saved)).order_by("first_name", "username", "pk")


class StandingFilters(WagtailFilterSet):
    """What any list of pages can be narrowed to."""

    status = StatusFilter(
        label=_("Status"), choices=STATUSES, empty_label=_("Any"), widget=RadioSelect
    )
    saved_by = SavedByFilter(
        label=_("Last saved by"), queryset=_people, widget=CheckboxSelectMultiple
    )


class DatedFilters(StandingFilters):
    """What a list of dated items can be narrowed to."""

    year = django_filters.ChoiceFilter(
        label=_("Year"), choices=years, empty_label=_("Any"), widget=RadioSelect, method="of_year"
    )
    topic = TopicFilter(
        label=_("Topic"),
        queryset=_topics,
        widget=CheckboxSelectMultiple,
    )
    stream = StreamFilter(
        label=_("Stream"),
        queryset=_streams,
        empty_label=_("Any"),
        widget=RadioSelect,
    )
    lacking = LackingFilter(
        label=_("Missing"),
        choices=[("picture", _("no picture")), ("topic", _("no topic"))],
        widget=CheckboxSelectMultiple,
    )

    class Meta:
        model = ArticlePage
        fields = []

    def of_year(self, pages, name, year):
        return pages.in_year(int(year))


class EventFilters(DatedFilters):
    """An event is also still to come, or over."""

    when = django_filters.ChoiceFilter(
        label=_("Takes place"),
        choices=[("upcoming", _("still to come")), ("past", _("over"))],
        empty_label=_("Any time"),
        widget=RadioSelect,
        method="at_that_time",
    )

    class Meta:
        model = EventPage
        fields = []

    def at_that_time(self, events, name, when):
        now = timezone.now()
        return (
            events.filter(over_at__gt=now)
            if when == "upcoming"
            else events.filter(over_at__lte=now)
        )


class TopicFilters(StandingFilters):
    class Meta:
        model = TopicPage
        fields = []
