from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index

# Every picture on the site is offered in these; `components/picture.html` asks for the same.
PICTURE_FILTERS = [
    f"width-{width}|format-{format_}" for format_ in ("avif", "jpeg") for width in (480, 800, 1200)
]


class SiteImage(AbstractImage):
    """A picture with what a reader is owed about it: who made it, and under which terms."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture. Shown below it, after the caption."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=255,
        blank=True,
        help_text=_(
            "The terms under which we may show it, for example CC BY 4.0. Shown with the credit."
        ),
    )
    source = models.URLField(
        _("source"),
        blank=True,
        help_text=_("Where the picture comes from. Kept for us, not shown."),
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit", "licence", "source")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class Rendition(AbstractRendition):
    """A picture in one size and format, made once and kept."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]


class SiteDocument(AbstractDocument):
    """A file readers may download, with its language and length said beforehand."""

    language = models.CharField(
        _("language"),
        max_length=60,
        blank=True,
        help_text=_("The language of the file, for example Spanish. Shown beside its name."),
    )
    pages = models.PositiveIntegerField(
        _("pages"),
        null=True,
        blank=True,
        help_text=_("How many pages it has. Shown beside its name."),
    )

    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("What is in it, in a sentence or two. Shown with its name in the search."),
    )

    search_fields = [*AbstractDocument.search_fields, index.SearchField("description")]

    admin_form_fields = (
        *WagtailDocument.admin_form_fields,
        "description",
        "language",
        "pages",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
