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
        help_text=_("Beside the name. Without one the site’s own knotted cord stands there."),
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
    shows_khipu = models.BooleanField(
        _("show the archive as a khipu"),
        default=True,
        help_text=_(
            "The years of the archive as knotted cords. Switch off to show a plain list of years instead."
        ),
    )
    urgent_text = models.CharField(
        _("urgent message"),
        max_length=160,
        blank=True,
        help_text=_("One sentence at the top of every page. Empty: no message."),
    )
    urgent_link_text = models.CharField(
        _("words of the link"),
        max_length=80,
        blank=True,
        help_text=_("Beside the message, for example “Write to the prosecutor”."),
    )
    urgent_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("the link leads to"),
        help_text=_("A public page of this site. Without one there is no link."),
    )
    urgent_until = models.DateField(
        _("show until"),
        null=True,
        blank=True,
        help_text=_("The last day on which it is shown. Empty: until you empty the message."),
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
                            FieldPanel("urgent_text"),
                            FieldPanel("urgent_link_text"),
                            PageChooserPanel("urgent_page"),
                            FieldPanel("urgent_until"),
                        ],
                        heading=_("Urgent message"),
                    ),
                    FieldPanel("shows_khipu"),
                ],
                heading=_("Every page"),
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
