"""Whatever changes what visitors see raises the content version, on commit. Nothing else lives here."""

from django.db.models.signals import post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    PageViewRestriction,
    Site,
)
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from .caching import bump
from .models import BasePage, OrganisationSettings, SiteDocument, SiteImage

SAVED_OR_DELETED = (
    Collection,
    CollectionViewRestriction,
    Locale,
    OrganisationSettings,
    PageViewRestriction,
    Redirect,
    Site,
    SiteDocument,
    SiteImage,
)


def _bump(sender, **kwargs) -> None:
    bump()


def _bump_for_pages(sender, instance, created=False, update_fields=None, **kwargs) -> None:
    """A page saved by code, not by the buttons, may be public at once, or gone, all the same."""
    if not isinstance(instance, BasePage):
        return
    # Saving a draft names its fields, and `live` is not among them.
    may_be_gone = not created and (update_fields is None or "live" in update_fields)
    if instance.live or may_be_gone:
        bump()


def connect() -> None:
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(_bump, dispatch_uid=f"content-version-{id(signal)}")
    for model in SAVED_OR_DELETED:
        for signal in (post_save, post_delete):
            signal.connect(
                _bump, sender=model, dispatch_uid=f"content-version-{model.__name__}-{id(signal)}"
            )
    for signal in (post_save, post_delete):
        signal.connect(_bump_for_pages, dispatch_uid=f"content-version-pages-{id(signal)}")
