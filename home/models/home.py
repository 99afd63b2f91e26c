from functools import cached_property

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.fields import StreamField
from wagtail.models import Page

from articles.calendar import answer, calendar_file, listed
from articles.catalogue import MONTH, YEAR, Catalogue
from articles.listing import Shelf
from articles.models import ArticlePage, EventPage
from articles.models.indexes import DatedPermissions, streams
from base import atom, linked_data
from base.addresses import root_of, site_asked
from base.caching import kept
from base.models import BasePage
from base.pagination import NumberedPage, wanted_page
from base.panels import headline
from base.visibility import visible
from home.blocks import ALL_SECTIONS, HomeSections
from home.drafts import PlanWithDrafts
from home.sections import Plan
from notices.models import FeaturedNotice
from topics.models import TopicPage

LISTED_AT_ONCE = 20
ARCHIVE_AT_ONCE = 10  # as many as a stream shows
UPCOMING_AT_ONCE = 100
LISTS = ("topics", "events", "notices")


class FrontPermissions(DatedPermissions):
    """What stands below is not put in order in the page tree: one notice that was dragged above a stream
    there would give every item of the archive another path. Notices and menu have screens of their own.
    """


class HomePage(RoutablePageMixin, BasePage):
    """The front page: sections in the order the editors chose, none of them repeating another."""

    sections = StreamField(
        HomeSections(required=False),
        blank=True,
        default=ALL_SECTIONS,
        verbose_name=_("sections"),
        help_text=_("From top to bottom. A section with nothing to show is left out."),
    )

    max_count_per_parent = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "articles.NewsIndex",
        "topics.TopicPage",
        "notices.FeaturedNotice",
        "home.StandardPage",
        "home.FormPage",
    ]
    # A child of such a name could never be reached: a list of this page answers first.
    reserved_child_slugs = (
        "topics",
        "events",
        "notices",
        "archive",
        "search",
        "feed",
        "admin",
        "documents",
        "media",
        "static",
        "accounts",
    )
    refuses_digit_slugs = False

    content_panels = [
        headline(_("Stands on the browser’s tab, not on the page itself."), _("Name")),
        FieldPanel("sections", heading=_("Sections")),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @cached_property
    def plan(self) -> Plan:
        """What every section shows, found from top to bottom without repeats."""
        return Plan(self)

    def linked_data(self, organisation) -> dict[str, object]:
        """Who we are, in the words of schema.org."""
        return {
            "@context": "https://schema.org",
            **linked_data.organization(organisation, root_of(self)),
            **linked_data.filled(email=organisation.email, description=organisation.about),
        }

    @property
    def articles(self):
        """Everything dated on this site that any stranger may read."""
        return ArticlePage.objects.descendant_of(self).visible()

    @cached_property
    def shelf(self) -> Shelf:
        """All of it with its counts: the streams of this site, as one."""
        return Shelf(f"site-{self.pk}", self.articles)

    @property
    def archive(self) -> Catalogue:
        return Catalogue(str(_("Archive")), f"{self.url}archive/", self.shelf, ARCHIVE_AT_ONCE)

    @property
    def default_menu(self) -> list[tuple[str, str]]:
        """The menu of a site whose settings name none: streams, lists with something in them, pages."""
        children = visible(Page.objects.child_of(self)).order_by("path")
        menu = [
            (stream["title"], stream["url"])
            for stream in streams()
            if stream["path"].startswith(self.path) and stream["depth"] == self.depth + 1
        ]
        for name, title, items in (
            ("topics", _("Topics"), self.topics),
            ("events", _("Events"), self.events),
            ("notices", _("Notices"), self.notices),
        ):
            if items.exists():
                menu.append((str(title), f"{self.url}{name}/"))
        pages = children.in_menu().exclude(pk__in=[stream["pk"] for stream in streams()])
        return menu + [(page.title, page.url) for page in pages]

    @property
    def default_footer(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The columns at the foot of a site whose settings name none."""
        read = [(_("Archive"), "archive/"), (_("Search"), "search/")]
        follow = [(_("Atom feed: all items"), "feed/")]
        if self.events.exists():
            follow.append((_("Calendar of events"), "events/calendar.ics"))
        return [
            (str(heading), [(str(text), f"{self.url}{place}") for text, place in links])
            for heading, links in (
                (_("Find"), read),
                (_("Follow without an account"), follow),
            )
        ]

    @property
    def notices(self):
        """The notices visitors see, as the admins put them."""
        targets = ("target_page", "target_document")
        return FeaturedNotice.objects.child_of(self).current().in_order().select_related(*targets)

    @property
    def notices_on_front(self) -> int:
        """How many notices the home page has room for; none without a section for them."""
        sections = (block for block in self.sections if block.block_type == "notices")
        return sum(block.value["count"] or 0 for block in sections)

    @property
    def events(self):
        return EventPage.objects.descendant_of(self).visible().with_a_start().for_teasers()

    @property
    def topics(self):
        return (
            TopicPage.objects.child_of(self).visible().defer("background").order_by("title", "pk")
        )

    @path("")
    def front(self, request):
        return self.render(request)

    @path("topics/")
    def list_of_topics(self, request):
        context = {"list_title": _("Topics"), "topics": self.topics}
        return self.render(request, template="home/topics.html", context_overrides=context)

    @path("archive/")
    def whole_archive(self, request):
        return self._archive(request)

    @re_path(rf"^archive/{YEAR}/$")
    def one_year(self, request, year):
        return self._archive(request, int(year))

    @re_path(rf"^archive/{YEAR}/{MONTH}/$")
    def one_month(self, request, year, month):
        return self._archive(request, int(year), int(month))

    @path("notices/")
    def list_of_notices(self, request):
        context = {"list_title": _("Notices"), "notices": self.notices.for_cards()}
        return self.render(request, template="home/notices.html", context_overrides=context)

    @path("events/")
    def list_of_events(self, request):
        past = self.events.past()
        total = past.count()
        number, last = wanted_page(request.GET, total, LISTED_AT_ONCE)
        start = (number - 1) * LISTED_AT_ONCE
        items = list(past[start : start + LISTED_AT_ONCE])
        upcoming = list(self.events.upcoming()[: UPCOMING_AT_ONCE + 1]) if number == 1 else []
        context = {
            "list_title": _("Events"),
            "upcoming": upcoming[:UPCOMING_AT_ONCE],
            "more_than": UPCOMING_AT_ONCE if len(upcoming) > UPCOMING_AT_ONCE else 0,
            "listing": NumberedPage(items, number, last, total, {}),
        }
        return self.render(request, template="home/events.html", context_overrides=context)

    @path("events/calendar.ics/")
    def calendar_of_events(self, request):
        def write() -> bytes:
            address = f"{self.full_url}events/calendar.ics"
            return calendar_file(listed(self.events), site_asked(request), address)

        return answer(request, lambda: kept(f"calendar:{self.pk}", write))

    def permissions_for_user(self, user):
        return FrontPermissions(user, self)

    def _archive(self, request, year: int = 0, month: int = 0):
        context = {**self.archive.context(request.GET, year, month), "with_stream": True}
        template = "articles/news_index.html"
        return self.render(request, template=template, context_overrides=context)

    @path("feed/")
    def feed(self, request):
        return atom.answer(request, self, self.articles.feed_entries)

    def route(self, request, path_components):
        # A list must be asked for by its one address; "/topics/x/" is no page of this kind.
        is_below_a_list = len(path_components) > 1 and path_components[0] in LISTS
        if is_below_a_list and path_components != ["events", "calendar.ics"]:
            raise Http404
        return super().route(request, path_components)

    def serve_preview(self, request, mode_name):
        """As the front page would be if every draft notice were published, in that order or another."""
        self.plan = PlanWithDrafts(self, getattr(request, "order_of_notices", ()))
        return super().serve_preview(request, mode_name)
