"""What leads to pages from outside of pages: menus and the foot of the site, and old addresses."""

from collections.abc import Iterator

from django.db import models, transaction
from wagtail.models import ReferenceIndex


def kinds() -> list[type[models.Model]]:
    from wagtail.contrib.redirects.models import Redirect

    from base.models import OrganisationSettings

    return [OrganisationSettings, Redirect]


def take_note() -> None:
    """Wagtail asks pages alone what they link to; from now on it asks these as well."""
    for kind in kinds():
        ReferenceIndex.register_model(kind)


def look_again() -> Iterator[models.Model]:
    """Note also what was there before anybody took note, one thing after the other."""
    for kind in kinds():
        for thing in kind._default_manager.order_by("pk"):
            with transaction.atomic():
                ReferenceIndex.create_or_update_for_object(thing)
            yield thing
