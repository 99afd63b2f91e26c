from functools import cached_property

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page

from articles.models import ArticlePage, EventPage
from articles.models.indexes import streams
from base.models import BasePage
from base.pagination import NumberedPage, wanted_page
from base.visibility import visible
from home.blocks import ALL_SECTIONS, HomeSections
from home.sections import Plan
from notices.models import FeaturedNotice
from topics.models import TopicPage

LISTED_AT_ONCE = 20


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
        "search",
        "feed",
        "admin",
        "documents",
        "media",
        "static",
        "accounts",
    )
    refuses_digit_slugs = False

    content_panels = [*Page.content_panels, FieldPanel("sections")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @cached_property
    def plan(self) -> Plan:
        """What every section shows, found from top to bottom without repeats."""
        return Plan(self)

    @property
    def articles(self):
        """Everything dated on this site that any stranger may read."""
        return ArticlePage.objects.descendant_of(self).visible()

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
    def notices(self):
        """The notices visitors see, as the admins put them."""
        targets = ("target_page", "target_document")
        return FeaturedNotice.objects.child_of(self).current().in_order().select_related(*targets)

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

    @path("notices/")
    def list_of_notices(self, request):
        context = {"list_title": _("Notices"), "notices": self.notices.for_cards()}
        return self.render(request, template="home/notices.html", context_overrides=context)

    @path("events/")
    def list_of_events(self, request):
        past = self.events.past()
        number, last = wanted_page(request.GET, past.count(), LISTED_AT_ONCE)
        start = (number - 1) * LISTED_AT_ONCE
        items = list(past[start : start + LISTED_AT_ONCE])
        context = {
            "list_title": _("Events"),
            "upcoming": list(self.events.upcoming()) if number == 1 else [],
            "listing": NumberedPage(items, number, last, past.count(), {}),
        }
        return self.render(request, template="home/events.html", context_overrides=context)

    def route(self, request, path_components):
        # A list must be asked for by its one address; "/topics/x/" is no page of this kind.
        if len(path_components) > 1 and path_components[0] in ("topics", "events", "notices"):
            raise Http404
        return super().route(request, path_components)
