from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from blocks.streams import FooterColumns, MenuLinks


@register_setting(icon="home")
class OrganisationSettings(BaseSiteSetting):
    """Who we are, as every page says it: name, address, menus, and why to join."""

    name = models.CharField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_("Shown at the top of every page and in its title."),
    )
    tagline = models.CharField(
        _("tagline"),
        max_length=160,
        blank=True,
        help_text=_("One line below the name, on wide screens."),
    )
    logo = models.ForeignKey(
        "base.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Beside the name. Without one the site's own knotted cord stands there."),
    )
    about = models.TextField(
        _("about us"), blank=True, help_text=_("Two or three sentences at the foot of every page.")
    )
    address = models.TextField(
        _("address"), blank=True, help_text=_("Shown at the foot of every page.")
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Shown at the foot of every page.")
    )
    charity_number = models.CharField(
        _("charity number"),
        max_length=60,
        blank=True,
        help_text=_("Shown at the foot of every page."),
    )
    menu = StreamField(
        MenuLinks(required=False),
        blank=True,
        verbose_name=_("main menu"),
        help_text=_(
            "Hangs from the cord on every page. Empty: the streams, the lists and the pages marked “show in menus”."
        ),
    )
    footer = StreamField(
        FooterColumns(required=False),
        blank=True,
        verbose_name=_("footer"),
        help_text=_("Columns of links at the foot of every page."),
    )
    small_print = models.CharField(
        _("small print"), max_length=255, blank=True, help_text=_("The last line of every page.")
    )
    join_headline = models.CharField(
        _("headline"),
        max_length=120,
        blank=True,
        help_text=_("The headline of the join box. Empty: no join box anywhere."),
    )
    join_text = models.CharField(
        _("line below"),
        max_length=200,
        blank=True,
        help_text=_("Below the headline of the join box."),
    )
    join_points = models.TextField(
        _("points"),
        blank=True,
        help_text=_("Reasons to join, one on each line. Each becomes a knot in the join box."),
    )
    join_button = models.CharField(
        _("words on the button"),
        max_length=60,
        blank=True,
        help_text=_("In the join box and at the top of every page."),
    )
    join_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("the button leads to"),
        help_text=_("Without a public page here the button is not shown."),
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("tagline"),
                    FieldPanel("logo"),
                    FieldPanel("about"),
                    FieldPanel("address"),
                    FieldPanel("email"),
                    FieldPanel("charity_number"),
                ],
                heading=_("Organisation"),
            ),
            ObjectList(
                [FieldPanel("menu"), FieldPanel("footer"), FieldPanel("small_print")],
                heading=_("Menus and footer"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("join_headline"),
                            FieldPanel("join_text"),
                            FieldPanel("join_points"),
                            FieldPanel("join_button"),
                            PageChooserPanel("join_page"),
                        ],
                        heading=_("“Why join?” box"),
                    )
                ],
                heading=_("Join"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("organisation")

    def __str__(self) -> str:
        return self.name or str(_("Organisation"))

    @property
    def points(self) -> list[str]:
        return [line.strip() for line in self.join_points.splitlines() if line.strip()]
