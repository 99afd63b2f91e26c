import datetime
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from base.dates import BELIEVABLE, half_a_year_after, today
from base.models import BasePage
from base.panels import headline, words
from base.prose import plain
from base.visibility import is_public_file, is_visible
from blocks.files import file_kind, file_size
from blocks.links import site_name
from blocks.streams import PageBody
from blocks.text import TEASER_FEATURES

from .previews import among
from .querysets import NoticeQuerySet
from .standing import KEPT, Standing

# Where a card may lead; a notice that leads to a notice would send readers round.
TARGETS = [
    "articles.ArticlePage",
    "articles.NewsIndex",
    "topics.TopicPage",
    "home.StandardPage",
    "home.FormPage",
]


def in_half_a_year() -> datetime.date:
    """When a notice written today is to be looked at again, unless its editor says otherwise."""
    return half_a_year_after(today())


class Kind(models.TextChoices):
    EVENT = "event", _("Event")
    REPORT = "report", _("Report")
    APPEAL = "appeal", _("Appeal")
    MEMBERSHIP = "membership", _("Membership")
    OTHER = "other", _("Notice")


class FeaturedNotice(Standing, BasePage):
    """A card on the home page, put in order by hand: a headline, a few words, and where it leads."""

    date = models.DateField(
        _("date"),
        default=today,
        null=True,
        validators=BELIEVABLE,
        help_text=_(
            "The day printed on the notice. Its place in the list is chosen by hand, not by this date."
        ),
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind.choices,
        default=Kind.OTHER,
        help_text=_("Printed above the headline."),
    )
    teaser = RichTextField(
        _("teaser"),
        blank=True,
        features=TEASER_FEATURES,
        help_text=_("One or two sentences below the headline on the home page."),
    )
    body = StreamField(
        PageBody(required=False),
        blank=True,
        verbose_name=_("text"),
        help_text=_(
            "The notice's own page. Leave empty when the headline should lead straight to the target."
        ),
    )
    target_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("page"),
    )
    target_document = models.ForeignKey(
        "base.SiteDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("document"),
    )
    target_url = models.URLField(_("address"), blank=True)
    show_until = models.DateField(
        _("show until"),
        null=True,
        blank=True,
        help_text=_("The last day on which it is listed. Empty: for ever. Its own page stays."),
    )
    review_on = models.DateField(
        _("review on"),
        default=in_half_a_year,
        null=True,
        validators=BELIEVABLE,
        help_text=_(
            "On this day we ask you by e-mail whether it still holds. Visitors see nothing of it."
        ),
    )

    objects = PageManager.from_queryset(NoticeQuerySet)()

    owes_a_date = True
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    preview_modes = [
        *BasePage.preview_modes[:1],
        ("card", _("On the home page")),
        *BasePage.preview_modes[1:],
    ]
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "date", "review_on", *KEPT]

    content_panels = [
        headline(_("Stands on the card on the home page and above the notice’s own page.")),
        words("teaser", 10, 40, heading=_("Teaser")),
        FieldPanel("kind", heading=_("Kind")),
        FieldRowPanel(
            [
                FieldPanel("date", heading=_("Date")),
                FieldPanel("show_until", heading=_("Show until")),
                FieldPanel("review_on", heading=_("Look at it again on")),
            ],
            heading=_("When"),
        ),
        MultiFieldPanel(
            [
                PageChooserPanel(
                    "target_page",
                    TARGETS,
                    heading=_("A page of this site"),
                    help_text=_("The headline leads to it."),
                ),
                FieldPanel(
                    "target_document",
                    heading=_("A document"),
                    help_text=_("The headline opens it; its kind and size stand beside."),
                ),
                FieldPanel(
                    "target_url",
                    heading=_("An address elsewhere"),
                    help_text=_("The headline leads there; the name of that site stands beside."),
                ),
            ],
            heading=_("Where it leads"),
            help_text=_("One of the three at most. Empty: to the notice’s own page."),
        ),
        FieldPanel("body", heading=_("Text")),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("teaser"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("featured notice")
        verbose_name_plural = _("featured notices")
        permissions = [("reorder_featurednotice", _("Can put the featured notices in order"))]

    @cached_property
    def summary(self) -> str:
        return plain(self.teaser)

    @property
    def has_ended(self) -> bool:
        return bool(self.show_until and self.show_until < today())

    @property
    def is_due(self) -> bool:
        """Visitors still see it, though somebody should have looked at it by now."""
        is_listed = self.live and not self.has_ended and not self.has_run_out
        return is_listed and self.review_on is not None and self.review_on <= today()

    @property
    def has_target(self) -> bool:
        return bool(self.target_page_id or self.target_document_id or self.target_url)

    @property
    def leads_straight_there(self) -> bool:
        """With a target and no text of its own, the headline is the link to the target."""
        return self.has_target and not self.has_text

    @property
    def has_text(self) -> bool:
        if "body" in self.get_deferred_fields() and hasattr(self, "text_length"):
            return self.text_length > len("[]")
        return bool(self.body)

    @property
    def target_href(self) -> str:
        if self.target_page_id:
            return self.target_page.url or ""
        if self.target_document_id:
            return self.target_document.url
        return self.target_url

    @property
    def href(self) -> str:
        """Where the headline leads."""
        return (self.target_href if self.leads_straight_there else self.url) or ""

    @property
    def target_details(self) -> str:
        """What a reader is told before following: “PDF, 1.2 MB”, “opens example.org”."""
        if self.target_document_id:
            said = (file_kind(self.target_document), file_size(self.target_document))
            return ", ".join(part for part in said if part)
        if self.target_url:
            return str(_("opens %(host)s")) % {"host": site_name(self.target_url)}
        return ""

    @property
    def target_is_public(self) -> bool:
        """False when a visitor who follows the headline would find nothing."""
        if self.target_page_id:
            return is_visible(self.target_page)
        if self.target_document_id:
            return is_public_file(self.target_document)
        return True

    def serve(self, request, *args, **kwargs):
        """Leads straight to the target where there is nothing else to read; hidden like its target."""
        if self.has_target and not self.target_is_public:
            raise Http404
        if self.leads_straight_there and self.target_href:
            return HttpResponseRedirect(self.target_href)
        return super().serve(request, *args, **kwargs)

    def serve_preview(self, request, mode_name):
        if mode_name != "card":
            return super().serve_preview(request, mode_name)
        others = type(self).objects.sibling_of(self).current()
        cards = {"heading": _("Notices"), "content": among(self, others)}
        context = {**self.get_context(request), "section": cards}
        return TemplateResponse(request, "notices/featured_notice_as_card.html", context)

    def clean(self):
        super().clean()
        chosen = [self.target_page_id, self.target_document_id, self.target_url]
        if sum(map(bool, chosen)) > 1:
            raise ValidationError(
                {"target_page": _("Choose one target at most: a page, a document or an address.")}
            )
