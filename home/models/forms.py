import logging

from django.db import models
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.forms.models import AbstractEmailForm, AbstractFormField
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from base.models import BasePage
from base.models.pages import BasePageForm
from base.panels import IN_THE_MENU, headline
from base.throttle import Limit
from blocks.text import PARAGRAPH_FEATURES
from home import sending
from home.questions import Questions

logger = logging.getLogger(__name__)

SENT_AT_MOST = Limit("form", most=10, seconds=600)


class FormPageAdminForm(BasePageForm, WagtailAdminFormPageForm):
    """Checks the slug as on every page, and the fields as on every form."""


class FormField(AbstractFormField):
    """One question of a form."""

    page = ParentalKey("home.FormPage", on_delete=models.CASCADE, related_name="form_fields")


class FormPage(RoutablePageMixin, AbstractEmailForm, BasePage):
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
    form_builder = Questions
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    allowed_http_methods = [*BasePage.allowed_http_methods, "POST"]
    preview_modes = [("", _("The page")), ("landing", _("The thanks, after it was sent"))]

    content_panels = [
        FormSubmissionsPanel(),
        headline(_("Stands above the form, in menus and in search.")),
        FieldPanel("introduction", heading=_("Introduction")),
        InlinePanel("form_fields", label=_("Question"), heading=_("Questions")),
        FieldPanel("button", heading=_("Words on the button")),
        FieldPanel("thank_you", heading=_("Thanks")),
        MultiFieldPanel(
            [
                FieldPanel(
                    "to_address",
                    heading=_("Send to"),
                    help_text=_("Who gets every answer. Several addresses: with commas between."),
                ),
                FieldRowPanel(
                    [
                        FieldPanel(
                            "from_address",
                            heading=_("Sender"),
                            help_text=_("Stands in the e-mail as its sender."),
                        ),
                        FieldPanel(
                            "subject",
                            heading=_("Subject"),
                            help_text=_("Of the e-mail. Empty: the headline of the form."),
                        ),
                    ]
                ),
            ],
            heading=_("E-mail"),
            help_text=_("Every answer is kept here. With an address it is sent there as well."),
        ),
    ]
    settings_panels = [IN_THE_MENU, *BasePage.settings_panels]

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    @property
    def summary(self) -> str:
        return ""

    @path("")
    def ask(self, request):
        if request.method == "POST":
            return self._receive(request)
        return self._show(request, self.get_form(page=self, user=request.user))

    @path("thanks/")
    def thanks(self, request):
        """An address of its own, so that loading it again sends nothing again."""
        if request.method == "POST":  # nothing is kept here, so nobody is thanked for it
            return HttpResponseNotAllowed(BasePage.allowed_http_methods)
        return self._uncached(
            self.render(request, template=self.get_landing_page_template(request))
        )

    def serve_preview(self, request, mode_name):
        return self.thanks(request) if mode_name == "landing" else self.ask(request)

    def send_mail(self, form):
        """The answer is kept already: a letter that cannot be sent is our trouble, not the visitor's."""
        # A subject of several lines would go on in the lines of the letter's head.
        self.subject = " ".join((self.subject or self.title).split())
        try:
            super().send_mail(form)
        except (OSError, ValueError):  # smtplib raises the first, a broken address the second
            logger.exception("An answer to %s was kept but could not be sent.", self.url)

    def _receive(self, request):
        form = self.get_form(request.POST, request.FILES, page=self, user=request.user)
        doubt = sending.doubt_of(request, self)
        if doubt or not form.is_valid():
            return self._show(request, form, doubt)
        if SENT_AT_MOST.is_passed(request):
            return self._show(request, form, sending.Doubt.TOO_OFTEN)
        with sending.once(request) as is_first:
            if is_first:
                self.process_form_submission(form)
        return HttpResponseRedirect(f"{self.url}thanks/", status=303)

    def _show(self, request, form, doubt=None):
        """The form, with all that was written, and a token to send it with."""
        context = {"form": form, "doubt": doubt, "sending": sending, "token": sending.token(self)}
        answer = self.render(request, context_overrides=context)
        answer.status_code = doubt.status if doubt else 200
        if doubt is sending.Doubt.TOO_OFTEN:
            answer.headers["Retry-After"] = str(SENT_AT_MOST.seconds)
        return self._uncached(answer)

    def _uncached(self, answer):
        add_never_cache_headers(answer)
        return answer
