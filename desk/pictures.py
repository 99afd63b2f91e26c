"""What the form of a picture says to whoever uploads it."""

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """The form of a picture, also where one is uploaded while choosing."""

    class Meta(BaseImageForm.Meta):
        labels = {"title": _("Name"), "description": _("What it shows")}
        help_texts = {
            "title": _(
                "By this name you and your colleagues find it again. Visitors do not see it."
            ),
            "description": _("One sentence, for people who cannot see it: “Two women at a well”."),
        }
