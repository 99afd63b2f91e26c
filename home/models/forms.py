import logging

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.forms.models import AbstractEmailForm, AbstractFormField
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from base.models import BasePage
from base.models.pages import BasePageForm
from blocks.text import PARAGRAPH_FEATURES

logger = logging.getLogger(__name__)


class FormPageAdminForm(BasePageForm, WagtailAdminFormPageForm):
    """Checks the slug as on every page, and the fields as on every form."""


class FormField(AbstractFormField):
    """One question of a form."""

    page = ParentalKey("home.FormPage", on_delete=models.CASCADE, related_name="form_fields")


class FormPage(AbstractEmailForm, BasePage):
    """A form made by the editors: answers are kept, and sent by e-mail."""

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("Stands above the form."),
    )
    button = models.CharField(
        _("words on the button"), max_length=60, default="Send", help_text=_("Below the form.")
    )
    thank_you = RichTextField(
        _("thanks"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("Shown after the form has been sent."),
    )

    base_form_class = FormPageAdminForm
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []

    content_panels = [
        FormSubmissionsPanel(),
        *Page.content_panels,
        FieldPanel("introduction"),
        InlinePanel("form_fields", label=_("Question")),
        FieldPanel("button"),
        FieldPanel("thank_you"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("from_address"), FieldPanel("to_address")]),
                FieldPanel("subject"),
            ],
            heading=_("E-mail"),
            help_text=_("Every answer is kept here. With an address it is sent there as well."),
        ),
    ]

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    @property
    def summary(self) -> str:
        return ""

    def send_mail(self, form):
        """The answer is kept already: a letter that cannot be sent is our trouble, not the visitor's."""
        try:
            super().send_mail(form)
        except OSError:  # also whatever smtplib raises
            logger.exception("An answer to %s was kept but could not be sent.", self.url)
