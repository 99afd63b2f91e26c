"""The demo's pictures, shipped in every size the site asks for, and its documents."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.images.models import Filter
from wagtail.models import Collection

from base.models import Rendition, SiteDocument, SiteImage
from base.models.media import PICTURE_FILTERS
from home.demo.pdf import pdf
from home.demo.state import COLLECTION, sample_collection
from home.demo.texts import ALT, CREDIT, DOCUMENTS

SHIPPED = Path(__file__).parent / "pictures"
LARGEST = 1200  # pixels across; it also serves as the original
LANGUAGES = {"en": "English", "es": "Spanish"}


@dataclass(frozen=True)
class Media:
    """Pictures by their names and documents by their slugs."""

    images: dict[str, SiteImage]
    documents: dict[str, SiteDocument]


def make_media() -> Media:
    """Rows first, files afterwards: what is cut short in between can still be found and cleared."""
    collection = sample_collection()
    if collection is None:
        collection = Collection.get_first_root_node().add_child(name=COLLECTION)
    images = {name: _image(name, collection) for name in ALT}
    documents = {shipped["slug"]: _document(shipped, collection) for shipped in DOCUMENTS}
    return Media(images, documents)


def _image(name: str, collection: Collection) -> SiteImage:
    shipped = SHIPPED / f"{name}-{LARGEST}.jpg"
    data = shipped.read_bytes()
    width, height = _size(shipped)
    image = SiteImage.objects.create(
        title=f"Sample: {name}",
        file=f"original_images/sample-{name}.jpg",
        width=width,
        height=height,
        file_size=len(data),
        file_hash=_hash(data),
        description=ALT[name],
        credit=CREDIT,
        collection=collection,
    )
    _put(image.file, data)
    _put_renditions(image, name)
    return image


def _put_renditions(image: SiteImage, name: str) -> None:
    """What the site would otherwise compute when the picture is first looked at."""
    made = [(spec, _shipped(name, spec)) for spec in PICTURE_FILTERS]
    rows = [_rendition(image, spec, shipped) for spec, shipped in made]
    for row, (_spec, shipped) in zip(Rendition.objects.bulk_create(rows), made, strict=True):
        _put(row.file, shipped.read_bytes())


def _shipped(name: str, spec: str) -> Path:
    """ "width-480|format-avif" is altiplano-480.avif."""
    width, format_ = (part.split("-")[1] for part in spec.split("|"))
    return SHIPPED / f"{name}-{width}.{'jpg' if format_ == 'jpeg' else format_}"


def _rendition(image: SiteImage, spec: str, shipped: Path) -> Rendition:
    width, height = _size(shipped)
    return Rendition(
        image=image,
        filter_spec=spec,
        focal_point_key=Filter(spec).get_cache_key(image),
        file=f"images/sample-{shipped.name}",
        width=width,
        height=height,
    )


def _document(shipped: dict, collection: Collection) -> SiteDocument:
    data = pdf(shipped["title"], shipped["language"], shipped["body_lines"])
    document = SiteDocument.objects.create(
        title=shipped["title"],
        file=f"documents/sample-{shipped['slug']}.pdf",
        file_size=len(data),
        file_hash=_hash(data),
        language=LANGUAGES[shipped["language"]],
        pages=shipped["pages"],
        collection=collection,
    )
    _put(document.file, data)
    return document


def _put(file, data: bytes) -> None:
    """Under exactly that name, over whatever an unfinished run has left there."""
    file.storage.delete(file.name)
    file.storage.save(file.name, ContentFile(data))


def _size(path: Path) -> tuple[int, int]:
    with PillowImage.open(path) as picture:
        return picture.size


def _hash(data: bytes) -> str:
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()
