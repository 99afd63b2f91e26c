"""Pictures, recordings and files."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    RichTextBlock,
    StructBlock,
    StructValue,
    TextBlock,
)
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock as DescribedImageBlock
from wagtail.images.blocks import ImageChooserBlock

from blocks.links import is_web_address, site_name, web_address
from blocks.text import BOX_FEATURES


def newest_image():
    return get_image_model().objects.order_by("-created_at", "-pk").first()


class ImageValue(StructValue):
    """The picture with the credit a reader is owed."""

    @property
    def credit_line(self) -> str:
        """The editor's words, else what the picture itself brings along."""
        image = self.get("image")
        own = [getattr(image, "credit", ""), getattr(image, "licence", "")]
        return self.get("credit") or ", ".join(filter(None, own))


class GalleryPictureBlock(StructBlock):
    """One picture with its caption and credit."""

    image = DescribedImageBlock(
        label=_("Picture"),
        help_text=_("Describe it for those who cannot see it, or say that it is mere decoration."),
    )
    caption = CharBlock(
        required=False,
        max_length=500,
        label=_("Caption"),
        help_text=_("Shown below or beside the picture."),
    )
    credit = CharBlock(
        required=False,
        max_length=255,
        label=_("Credit"),
        help_text=_(
            "Shown after the caption. Leave empty to show the picture's own credit and licence."
        ),
    )

    def get_preview_value(self):
        picture = newest_image()
        if picture:
            picture.decorative = True
        caption = "The school well in Huaylla, on the day it was opened again."
        return self.normalize(
            {"image": picture, "caption": caption, "credit": "Photo: Rufino Sallo"}
        )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("One picture of a gallery, with its caption and credit.")
        group = _("Pictures and files")
        template = "blocks/gallery_picture.html"
        value_class = ImageValue


class ImageBlock(GalleryPictureBlock):
    """A picture in the text."""

    width = ChoiceBlock(
        choices=[
            ("column", _("As wide as the text, caption below")),
            ("side", _("As wide as the text, caption in the margin")),
            ("full", _("As wide as the page")),
        ],
        default="column",
        label=_("Width"),
        help_text=_(
            "How the picture stands on a large screen. On a phone it is always full width."
        ),
    )

    class Meta:
        label = _("Picture")
        description = _("A picture with its caption and credit.")
        template = "blocks/image.html"


class GalleryBlock(StructBlock):
    """Several pictures that belong together."""

    heading = CharBlock(
        required=False,
        max_length=120,
        label=_("Heading"),
        help_text=_("Stands above the pictures."),
    )
    pictures = ListBlock(
        GalleryPictureBlock(),
        min_num=2,
        max_num=12,
        label=_("Pictures"),
        help_text=_("Shown in this order, large or in pairs, as their number allows."),
    )

    def get_preview_value(self):
        newest = get_image_model().objects.order_by("-created_at", "-pk")[:3]
        pictures = [{"image": picture, "caption": picture.title} for picture in newest]
        return self.normalize({"heading": "A day at the well", "pictures": pictures})

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Two to twelve pictures that belong together.")
        group = _("Pictures and files")
        template = "blocks/gallery.html"


class VideoValue(StructValue):
    """What the link opens."""

    @property
    def href(self) -> str:
        return self["url"] if is_web_address(self.get("url")) else ""

    @property
    def site(self) -> str:
        return site_name(self.get("url"))

    @property
    def is_audio(self) -> bool:
        return self.get("kind") == "audio"


class VideoBlock(StructBlock):
    """A film or recording on another site, as a link with a still picture."""

    title = CharBlock(
        max_length=200,
        label=_("Title"),
        help_text=_("Shown on the link, after “Watch” or “Listen”."),
    )
    url = web_address(
        label=_("Address"),
        help_text=_(
            "The page where it plays. Nothing is loaded from there until a reader follows the link."
        ),
    )
    kind = ChoiceBlock(
        choices=[("video", _("Video")), ("audio", _("Audio"))],
        default="video",
        label=_("Kind"),
        help_text=_("Whether the link says “Watch” or “Listen”."),
    )
    poster = ImageChooserBlock(
        required=False,
        label=_("Still picture"),
        help_text=_("Shown behind the link. Without one, only the link is shown."),
    )
    duration = CharBlock(
        required=False,
        max_length=40,
        label=_("Length"),
        help_text=_("For example 18 min. Shown after the title."),
    )
    description = TextBlock(
        required=False,
        label=_("Description"),
        help_text=_("Language, subtitles, where it comes from. Shown below the link."),
    )
    transcript = RichTextBlock(
        required=False,
        features=BOX_FEATURES,
        label=_("Transcript"),
        help_text=_(
            "What is said, for those who cannot hear or load it. Folded away until asked for."
        ),
    )

    def get_preview_value(self):
        return self.normalize(
            {
                "title": "Three wells",
                "url": "https://example.org/three-wells",
                "kind": "video",
                "poster": newest_image(),
                "duration": "18 min",
                "description": "In Quechua with English subtitles.",
                "transcript": "<p>We walked up to the spring before sunrise.</p>",
            }
        )

    class Meta:
        icon = "media"
        label = _("Video or audio")
        description = _("A link to a film or recording elsewhere, with a still picture.")
        group = _("Pictures and files")
        template = "blocks/video.html"
        value_class = VideoValue


class DocumentsBlock(StructBlock):
    """Files to download, with what a reader wants to know beforehand."""

    heading = CharBlock(
        required=False,
        max_length=120,
        label=_("Heading"),
        help_text=_("Stands above the files."),
    )
    documents = ListBlock(
        DocumentChooserBlock(label=_("Document")),
        label=_("Documents"),
        help_text=_("Shown in this order, each with its kind, size, pages and language."),
    )

    def get_preview_value(self):
        newest = get_document_model().objects.order_by("-created_at", "-pk")
        return self.normalize({"heading": "Documents", "documents": list(newest[:2])})

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        description = _("Files to download, with kind, size, pages and language.")
        group = _("Pictures and files")
        template = "blocks/documents.html"
