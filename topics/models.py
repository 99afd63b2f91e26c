import re
from functools import cached_property

from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from base.atom import answer
from base.caching import kept
from base.models import BasePage
from base.panels import headline, words
from base.prose import plain
from base.visibility import is_public_file, visible
from blocks.streams import PageBody
from blocks.text import TEASER_FEATURES

LISTED_AT_ONCE = 10
_HEADING = re.compile(r"\s*<h2\b")


class Dye(models.TextChoices):
    """The colours of the design; a topic is the only thing on the site that has one."""

    RIGHTS = "rights", _("cochineal red")
    MINING = "mining", _("q’olle yellow")
    POLITICS = "politics", _("indigo blue")
    PEOPLES = "peoples", _("ch’illca green")
    JUSTICE = "justice", _("airampo violet")
    WATER = "water", _("lake blue-green")
    NONE = "none", _("undyed")


class TopicQuerySet(PageQuerySet):
    def visible(self):
        """What any stranger may read."""
        return visible(self)

    def subjects(self):
        """Topics that news is filed under, not mere background."""
        return self.filter(is_subject=True)


class TopicPage(RoutablePageMixin, BasePage):
    """Background on one subject, and by itself everything that was written about it, newest first."""

    teaser = RichTextField(
        _("teaser"),
        blank=True,
        features=TEASER_FEATURES,
        help_text=_(
            "Shown in boxes, in the colour band of the home page and at the top of this page."
        ),
    )
    background = StreamField(
        PageBody(required=False),
        blank=True,
        verbose_name=_("background"),
        help_text=_("What a reader needs to know. Stands above the news on this topic."),
    )
    dye = models.CharField(
        _("dye"),
        max_length=10,
        choices=Dye.choices,
        default=Dye.NONE,
        help_text=_(
            "The colour of this topic on the whole site. Choose one that no other topic has."
        ),
    )
    is_subject = models.BooleanField(
        _("news is filed under it"),
        default=True,
        help_text=_(
            "Switch off for mere background, such as “Our aims”: it then stays out of the colour band."
        ),
    )

    objects = PageManager.from_queryset(TopicQuerySet)()

    parent_page_types = ["home.HomePage"]
    subpage_types = []

    content_panels = [
        headline(
            _("Stands above this page, in every list of topics and beside every item."), _("Name")
        ),
        words("teaser", 15, 50, heading=_("Teaser")),
        FieldPanel("background", heading=_("Background")),
        FieldPanel("dye", heading=_("Colour")),
        FieldPanel(
            "is_subject",
            heading=_("News is filed under it"),
            help_text=_(
                "Switch off for mere background, such as “Our aims”: it is then not offered for news "
                "items and stays out of the colour band of the home page."
            ),
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("teaser"),
        index.SearchField("background"),
    ]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    @cached_property
    def summary(self) -> str:
        return plain(self.teaser)

    @cached_property
    def key_documents(self) -> list:
        """The documents of the background, which stand beside its text."""
        return [
            block
            for block in self.background
            if block.block_type == "documents"
            and any(map(is_public_file, block.value["documents"]))
        ]

    @cached_property
    def text(self) -> list:
        """The background less what stands beside it."""
        return [block for block in self.background if block.block_type != "documents"]

    @property
    def opens_with_a_heading(self) -> bool:
        """Then the background needs no heading of ours."""
        first = next(iter(self.text), None)
        return bool(
            first and first.block_type == "paragraph" and _HEADING.match(first.value.source)
        )

    @property
    def shelf(self):
        """Everything on this topic that any stranger may read, with its counts."""
        articles = type(self)._meta.get_field("articles").related_model.objects.visible()
        # In the preview of a topic that was never saved there is no key, and nothing is filed.
        return articles.filter(topics__in=[self.pk] if self.pk else []).shelf(f"topic-{self.pk}")

    @property
    def feed_address(self) -> str:
        return f"{self.url}feed/"

    @path("feed/")
    def feed(self, request):
        return answer(request, self, self.shelf.articles.feed_entries)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        shelf = self.shelf
        listing = shelf.page(request.GET, LISTED_AT_ONCE, {})
        self._with_stories(listing.items)
        days = shelf.by_day(listing.items)
        return {**context, "listing": listing, "days": days, "year_counts": shelf.years}

    def _with_stories(self, articles: list) -> None:
        """Hang the stories of roundups that are about this topic below their teasers; one query."""
        if articles:
            own = Prefetch("stories", queryset=self.stories.all(), to_attr="stories_here")
            prefetch_related_objects(articles, own)

    @property
    def label(self) -> dict[str, str]:
        """What a list needs to print the topic: its name, address and dye."""
        return {"title": self.title, "url": self.url, "dye": self.dye, "slug": self.slug}


def topic_labels() -> dict[int, dict[str, str]]:
    """Every topic a stranger may see, by key, as a list prints it; kept under the content version."""
    return kept("topic-labels", _read_labels)


def _read_labels() -> dict[int, dict[str, str]]:
    topics = TopicPage.objects.visible().defer("background").order_by("title", "pk")
    return {topic.pk: {**topic.label, "is_subject": topic.is_subject} for topic in topics}
