"""Every size of a picture is made when it is uploaded, so that no reader waits for one."""

import logging

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.images.models import Filter

from .models import SiteImage
from .models.media import PICTURE_FILTERS

logger = logging.getLogger(__name__)

LARGEST = "width-1200|format-jpeg"


def make_renditions(image: SiteImage) -> None:
    """The sizes `components/picture.html` offers; a broken file is logged and makes none."""
    try:
        image.get_renditions(*PICTURE_FILTERS)
    except (OSError, ValueError, SyntaxError) as error:
        logger.warning("No sizes could be made of image %s: %s", image.pk, error)


def connect() -> None:
    post_save.connect(_after_upload, sender=SiteImage, dispatch_uid="make-renditions")


def _after_upload(sender, instance, created, raw=False, **kwargs) -> None:
    if created and not raw:
        transaction.on_commit(lambda: make_renditions(instance))


def largest_made(image: SiteImage | None):
    """The largest JPEG visitors are offered, if it was made long ago: a machine never waits for one."""
    if not image:
        return None
    # All are asked for at once: the page shows the same picture, and finds them where they lie.
    made = image.find_existing_renditions(*(Filter(spec=spec) for spec in PICTURE_FILTERS))
    return {wanted.spec: one for wanted, one in made.items()}.get(LARGEST)
