"""Addresses of documents and pictures, and the screens where they are edited."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from base.models import SiteDocument, SiteImage
from base.models.media import Rendition

from .place import Place
from .typed import Typed

PICTURES = "media/images/"
ORIGINALS = "media/original_images/"


def file_place(address: Typed, user) -> Place | None:
    """None where the address is that of no file."""
    parts = address.parts
    if parts[:1] == ["documents"] and len(parts) > 1 and parts[1].isdecimal():
        return _place(_document(parts[1], parts[2:]), "wagtaildocs:edit", user)
    path = "/".join(parts)
    if path.startswith((PICTURES, ORIGINALS)):
        return _place(_picture(path.removeprefix("media/")), "wagtailimages:edit", user)
    return None


def _document(key: str, name: list[str]) -> SiteDocument | None:
    # The name in the address is the file's: a number alone may by now be another document's.
    document = SiteDocument.objects.filter(pk=key[:18]).first()
    return document if document and (not name or document.filename == name[0]) else None


def _picture(file: str) -> SiteImage | None:
    drawn = Rendition.objects.filter(file=file).values("image")[:1]
    return (
        SiteImage.objects.filter(file=file).first()
        or SiteImage.objects.filter(pk__in=drawn).first()
    )


def _place(thing, edit: str, user) -> Place:
    if thing is None:
        return Place(said=_("There is no file at this address any more."))
    policy = policy_registry.get_by_type(type(thing))
    if policy.user_has_any_permission_for_instance(user, ["change", "delete"], thing):
        return Place(reverse(edit, args=[thing.pk]), thing.title)
    if policy.user_has_permission_for_instance(user, "choose", thing):
        said = _("“%(title)s” has this address, but it is not yours to edit.")
        return Place(title=thing.title, said=said % {"title": thing.title})
    return Place(said=_("The file at this address is not yours to open."))
