import datetime
from collections.abc import Iterator
from functools import cached_property

from django.db import models, transaction
from django.db.models import Exists, Index, OuterRef
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from articles import linked_data, panels
from articles.age import last_changed, newest_correction, said_to_be_old
from articles.around import Around, around, linked_in
from articles.forms import ArticlePageForm
from articles.previews import as_teaser
from articles.querysets import ArticleQuerySet
from base.dates import BELIEVABLE, Precision, today
from base.headings import Heading, headings, reading_minutes
from base.models import BasePage
from base.prose import beginning, paragraphs, plain
from blocks.streams import ArticleBody
from blocks.text import TEASER_FEATURES, story_anchor
from topics.models import topic_labels

from .indexes import stream_of
from .stories import Story

# A new article opens with one empty paragraph, ready to be written in.
ONE_PARAGRAPH = [("paragraph", "")]


def _telling(story: Story) -> tuple:
    return (story.place, story.anchor, story.headline, story.summary, story.topic_id)


class ArticlePage(BasePage):
    """One dated item: a headline, a few sentences for the lists, and the text if there is more."""

    date = models.DateField(
        _("date"),
        default=today,
        null=True,
        validators=BELIEVABLE,
        help_text=_(
            "The day printed on this item; it decides its place in every list. Publishing again never changes it."
        ),
    )
    date_precision = models.CharField(
        _("known to"),
        max_length=5,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("“The month” prints “May 2006” and never shows a day."),
    )
    position_in_day = models.SmallIntegerField(
        _("place among that day's items"),
        default=0,
        help_text=_("0 is first. Items with the same number stand newest first."),
    )
    teaser = RichTextField(
        _("teaser"),
        blank=True,
        features=TEASER_FEATURES,
        help_text=_(
            "One to three sentences that say what happened. They stand in lists, in search and above "
            "the text."
        ),
    )
    summary = models.TextField(blank=True, editable=False)
    main_topic = models.ForeignKey(
        "topics.TopicPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="main_articles",
        verbose_name=_("main topic"),
        help_text=_("Printed above the headline, and gives this item its colour."),
    )
    topics = ParentalManyToManyField(
        "topics.TopicPage",
        blank=True,
        related_name="articles",
        verbose_name=_("topics"),
        help_text=_(
            "This item is listed on the page of every topic ticked here. The main topic is always among them."
        ),
    )
    byline = models.CharField(
        _("byline"),
        max_length=255,
        blank=True,
        help_text=_("Who wrote it, as it should be printed below the headline. May stay empty."),
    )
    lead_image = models.ForeignKey(
        "base.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("lead picture"),
        help_text=_("Stands above the text and beside the headline in lists."),
    )
    lead_image_caption = models.CharField(
        _("caption"), max_length=255, blank=True, help_text=_("Printed below the lead picture.")
    )
    updated_on = models.DateField(
        _("updated on"),
        null=True,
        blank=True,
        validators=BELIEVABLE,
        help_text=_(
            "The day something of substance changed. Printed below the headline. Leave it alone for a mere slip of the pen."
        ),
    )
    content_note = models.CharField(
        _("content note"),
        max_length=255,
        blank=True,
        help_text=_(
            "Warns readers before the text, for example “This report describes a killing.”"
        ),
    )
    body = StreamField(
        ArticleBody(required=False),
        blank=True,
        default=ONE_PARAGRAPH,
        verbose_name=_("text"),
        help_text=_("The whole text. May stay empty: the teaser then stands alone as the text."),
    )

    objects = PageManager.from_queryset(ArticleQuerySet)()

    owes_a_date = True
    parent_page_types = ["articles.NewsIndex"]
    subpage_types = []
    preview_modes = [
        *BasePage.preview_modes[:1],
        ("teaser", _("On the home page")),
        *BasePage.preview_modes[1:],
    ]
    # A copy is a new item: dated today, to the day, and with no address on the old site.
    exclude_fields_in_copy = [
        *BasePage.exclude_fields_in_copy,
        "date",
        "date_precision",
        "position_in_day",
        "updated_on",
    ]

    base_form_class = ArticlePageForm
    content_panels = panels.OF_AN_ARTICLE
    settings_panels = [panels.PLACE_IN_DAY, *BasePage.settings_panels]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("teaser"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        indexes = [
            Index(fields=["-date", "position_in_day", "-page_ptr"], name="newest_first"),
        ]

    @cached_property
    def has_text(self) -> bool:
        """False when the teaser is all there is."""
        return any(
            block.block_type != "paragraph" or plain(block.value.source) for block in self.body
        )

    @cached_property
    def survives_as_summary(self) -> bool:
        """An item of the old site of which nothing but the teaser is left."""
        return bool(self.pk) and not self.has_text and self.import_records.exists()

    @property
    def topic(self) -> dict[str, str] | None:
        """The main topic as a list prints it; a draft topic is nobody's business."""
        return topic_labels().get(self.main_topic_id)

    @cached_property
    def other_topics(self) -> list[dict[str, str]]:
        labels = topic_labels()
        # "id", not "pk": in a preview the list is kept in memory, which knows no such alias.
        keys = self.topics.values_list("id", flat=True) if self.pk else []
        return [labels[key] for key in keys if key in labels and key != self.main_topic_id]

    @cached_property
    def stream(self) -> dict[str, object] | None:
        """The stream it stands in."""
        return stream_of(self.path)

    @cached_property
    def event(self):
        """What only an event knows; none for any other article."""
        return getattr(self, "eventpage", None)

    @cached_property
    def contents(self) -> list[Heading]:
        """The headings and stories of the text, for the rail beside it."""
        return headings(self.body)

    @cached_property
    def minutes(self) -> int:
        """Minutes to read the text; 0 where there is none."""
        return reading_minutes(self.body) if self.has_text else 0

    @cached_property
    def updated(self) -> datetime.date | None:
        """The day of the last change of substance, where it is later than the printed date."""
        return last_changed(self)

    @cached_property
    def correction(self) -> dict[str, object] | None:
        """The last correction, announced above the text."""
        return newest_correction(self.body)

    @property
    def age_in_words(self) -> str:
        """What readers of an article older than a year are told; empty for a younger one."""
        return said_to_be_old(self.date, self.date_precision)

    @cached_property
    def around(self) -> Around:
        """The articles before and after it on its topic, else in its stream, not yet linked in the text."""
        articles = ArticlePage.objects.visible().exclude(pk__in=linked_in(self.body))
        if self.topic:
            # Asked of each article in turn: a topic of thousands need not be gathered and sorted.
            filed = type(self).topics.through.objects.filter(articlepage=OuterRef("pk"))
            return around(self, articles.filter(Exists(filed.filter(topicpage=self.main_topic_id))))
        if not self.stream:
            return Around()
        return around(self, articles.filter(path__startswith=self.stream["path"]))

    def linked_data(self, organisation) -> dict[str, object]:
        """What it says of itself to machines."""
        return linked_data.of_article(self, organisation)

    def summarised(self) -> str:
        """Plain words for lists, feeds and search: the teaser, else the beginning of the text."""
        return plain(self.teaser) or beginning(" ".join(self.paragraphs()))

    def paragraphs(self) -> Iterator[str]:
        """The running text, paragraph by paragraph, as plain words."""
        for block in self.body:
            if block.block_type == "paragraph":
                yield from paragraphs(block.value.source)

    def complete(self) -> None:
        """Bring what follows from the rest up to date: the summary, and the topics that are owed."""
        self.summary = self.summarised()
        owed = {self.main_topic_id} | {
            block.value["topic"].pk
            for block in self.body
            if block.block_type == "roundup_story" and block.value.get("topic")
        }
        # A page that was never saved has only the topics it was given.
        is_given = "topics" in getattr(self, "_cluster_related_objects", {})
        present = list(self.topics.all()) if self.pk or is_given else []
        missing = owed - {None} - {topic.pk for topic in present}
        if missing:
            topics = type(self)._meta.get_field("topics").related_model.objects
            self.topics = [*present, *topics.filter(pk__in=missing)]

    def told(self) -> list[Story]:
        """The stories of a roundup that have a headline, as they stand in the text."""
        stories = [
            Story(
                article=self,
                place=place,
                anchor=story_anchor(block.id),
                # A script may have stored more than the form allows.
                headline=block.value["headline"][:255],
                summary=beginning(plain(block.value["teaser"].source)),
                topic_id=getattr(block.value.get("topic"), "pk", None),
            )
            for place, block in enumerate(self.body)
            if block.block_type == "roundup_story" and block.value["headline"] and block.id
        ]
        # Of two blocks with one id, as a script may leave them, a link can only mean the first.
        return list({story.anchor: story for story in reversed(stories)}.values())[::-1]

    def serve_preview(self, request, mode_name):
        if mode_name != "teaser":
            return super().serve_preview(request, mode_name)
        beside = ArticlePage.objects.visible().filter(path__startswith=self.path[: -self.steplen])
        context = {**self.get_context(request), **as_teaser(self, beside)}
        return TemplateResponse(request, "articles/article_page_as_teaser.html", context)

    def clean(self):
        super().clean()
        self.complete()

    def save_revision(self, *args, **kwargs):
        self.complete()
        return super().save_revision(*args, **kwargs)

    def save(self, *args, **kwargs):
        # Some saves name their fields, or come from a listing that never loaded the text.
        is_whole = not kwargs.get("update_fields") and not self.get_deferred_fields()
        if is_whole:
            self.complete()
        with transaction.atomic():
            saved = super().save(*args, **kwargs)
            if is_whole:
                self._keep_stories()
        return saved

    def _keep_stories(self) -> None:
        """What is saved here is what visitors see: the text of a draft lies in its revision."""
        told, kept_ones = self.told(), list(self.stories.all())
        if [_telling(story) for story in told] == [_telling(story) for story in kept_ones]:
            return
        self.stories.all().delete()
        Story.objects.bulk_create(told)
