"""The demo's pictures, shipped in every size the site asks for, and its documents."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image as PillowImage
from wagtail.images.models import Filter
from wagtail.models import Collection

from base.models import Rendition, SiteDocument, SiteImage
from base.models.media import PICTURE_FILTERS
from home.demo.pdf import pdf
from home.demo.state import COLLECTION, sample_collection
from home.demo.texts import ALT, CREDIT, DOCUMENTS

# Computed landscapes, scaled down from 1200 pixels: AVIF at quality 48, JPEG at 68. The two of rough
# ground and forest, “pit” and “river”, were softened by half a pixel and set at 38 and 62: their
# grain cost more than all the rest.
SHIPPED = Path(__file__).parent / "pictures"
LARGEST = 1200  # pixels across; it also serves as the original
PREFIX = "sample-"
LANGUAGES = {"en": "English", "es": "Spanish"}


@dataclass(frozen=True)
class Media:
    """Pictures by their names and documents by their slugs."""

    images: dict[str, SiteImage]
    documents: dict[str, SiteDocument]


def make_media() -> Media:
    """Rows first, files afterwards: what is cut short in between can still be found and cleared."""
    with transaction.atomic():  # a picture committed without its sizes would have them computed
        collection = sample_collection()
        if collection is None:
            collection = Collection.get_first_root_node().add_child(name=COLLECTION)
        images = {name: _image(name, collection) for name in ALT}
        renditions = Rendition.objects.bulk_create(_renditions(images))
        documents = {shipped["slug"]: _document(shipped, collection) for shipped in DOCUMENTS}
    for name, image in images.items():
        _put(image.file, _original(name).read_bytes())
    for rendition in renditions:
        _put(rendition.file, (SHIPPED / _shipped_name(rendition)).read_bytes())
    for shipped in DOCUMENTS:
        _put(documents[shipped["slug"]].file, _pdf(shipped))
    return Media(images, documents)


def _original(name: str) -> Path:
    return SHIPPED / f"{name}-{LARGEST}.jpg"


def _image(name: str, collection: Collection) -> SiteImage:
    data = _original(name).read_bytes()
    width, height = _size(_original(name))
    return SiteImage.objects.create(
        title=f"Sample: {name}",
        file=f"original_images/{PREFIX}{name}.jpg",
        width=width,
        height=height,
        file_size=len(data),
        file_hash=_hash(data),
        description=ALT[name],
        credit=CREDIT,
        collection=collection,
    )


def _renditions(images: dict[str, SiteImage]) -> Iterator[Rendition]:
    """What the site would otherwise compute, for every size it offers."""
    for name, image in images.items():
        for spec in PICTURE_FILTERS:
            shipped = _shipped(name, spec)
            width, height = _size(shipped)
            yield Rendition(
                image=image,
                filter_spec=spec,
                focal_point_key=Filter(spec).get_cache_key(image),
                file=f"images/{PREFIX}{shipped.name}",
                width=width,
                height=height,
            )


def _shipped(name: str, spec: str) -> Path:
    """ "width-480|format-avif" is altiplano-480.avif."""
    width, format_ = (part.split("-")[1] for part in spec.split("|"))
    return SHIPPED / f"{name}-{width}.{'jpg' if format_ == 'jpeg' else format_}"


def _shipped_name(rendition: Rendition) -> str:
    return Path(rendition.file.name).name.removeprefix(PREFIX)


def _document(shipped: dict, collection: Collection) -> SiteDocument:
    data = _pdf(shipped)
    return SiteDocument.objects.create(
        title=shipped["title"],
        file=f"documents/{PREFIX}{shipped['slug']}.pdf",
        file_size=len(data),
        file_hash=_hash(data),
        language=LANGUAGES[shipped["language"]],
        pages=shipped["pages"],
        description=shipped["description"],
        collection=collection,
    )


def _pdf(shipped: dict) -> bytes:
    return pdf(shipped["title"], shipped["language"], shipped["body_lines"])


def _put(file, data: bytes) -> None:
    """Under exactly that name, over whatever an unfinished run has left there."""
    file.storage.delete(file.name)
    file.storage.save(file.name, ContentFile(data))


def _size(path: Path) -> tuple[int, int]:
    with PillowImage.open(path) as picture:
        return picture.size


def _hash(data: bytes) -> str:
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()
