"""Pictures in several widths and formats. A broken file costs the picture, never the page."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.core.cache import caches

from base.models.media import PICTURE_FILTERS

register = template.Library()
logger = logging.getLogger(__name__)

JPEG_FILTERS = [spec for spec in PICTURE_FILTERS if spec.endswith("jpeg")]
TRIED_AGAIN_AFTER = 300  # seconds; reading a broken file costs as much as reading a good one


@dataclass(frozen=True)
class Offer:
    """What a browser may choose from; it is false where the file is lost."""

    alt: str
    avif: str = ""
    jpeg: str = ""
    src: str = ""
    width: int = 0
    height: int = 0
    is_undescribed: bool = False  # nobody said what it shows, nor that it is decoration

    def __bool__(self) -> bool:
        return bool(self.src)


@register.simple_tag(takes_context=True)
def offered(context, image) -> Offer | None:
    """The picture as `components/picture.html` prints it."""
    if not image:
        return None
    alt = context.get("alt", own_alt(image))
    renditions = safe_renditions(image)
    jpegs = _by_width(renditions, "jpeg")
    if not jpegs:
        return Offer(alt=alt)
    middle = jpegs[min(1, len(jpegs) - 1)]
    is_used_without = "alt" in context or image.decorative
    return Offer(
        alt=alt,
        avif=_srcset(_by_width(renditions, "avif")),
        jpeg=_srcset(jpegs),
        src=middle.url,
        width=jpegs[-1].width,
        height=jpegs[-1].height,
        is_undescribed=not alt and not is_used_without,
    )


def own_alt(image) -> str:
    """The words given where it is used, else its own description; never the name of its file."""
    if image.decorative:
        return ""
    return image.contextual_alt_text or image.description


def safe_renditions(image) -> dict:
    """All that are offered; the JPEGs alone if AVIF fails; none if the file is missing or broken."""
    lost = f"lost-picture:{image.pk}:{image.file.name}"
    if caches["renditions"].get(lost):
        return {}
    for filters in (PICTURE_FILTERS, JPEG_FILTERS):
        try:
            return image.get_renditions(*filters)
        except Exception as error:  # Pillow raises almost anything on a broken file
            logger.warning("Picture %s (%s) cannot be shown: %r", image.pk, image.file.name, error)
    caches["renditions"].set(lost, True, TRIED_AGAIN_AFTER)
    return {}


def _by_width(renditions: dict, format_: str) -> list:
    """One of each width: a small original is never blown up, so several may come out alike."""
    ours = (one for spec, one in renditions.items() if spec.endswith(f"format-{format_}"))
    return sorted({one.width: one for one in ours if one.width}.values(), key=lambda one: one.width)


def _srcset(renditions: Iterable) -> str:
    return ", ".join(f"{one.url} {one.width}w" for one in renditions)
