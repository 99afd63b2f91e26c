from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from base.models import BasePage
from base.panels import IN_THE_MENU, headline, words
from blocks.streams import PageBody


class StandardPage(BasePage):
    """A page without a date: who we are, privacy, publications."""

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two sentences in larger letters, below the headline."),
    )
    body = StreamField(
        PageBody(required=False), blank=True, verbose_name=_("text"), help_text=_("The whole text.")
    )

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.FormPage"]

    content_panels = [
        headline(_("Stands above the text, in menus and in search.")),
        words("introduction", 15, 50, heading=_("Introduction")),
        FieldPanel("body", heading=_("Text")),
    ]
    settings_panels = [IN_THE_MENU, *BasePage.settings_panels]
    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @property
    def summary(self) -> str:
        return self.introduction
