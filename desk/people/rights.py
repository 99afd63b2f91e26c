"""Who can do what, read from the rights the roles really have."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Collection, Page

from users.models import User

PAGES, FILES, SITE = "pages", "files", "site"

# What people do here, in their words, and the right Wagtail asks for.
DOINGS = [
    (_("Write drafts and submit them"), PAGES, "add_page"),
    (_("Change what others wrote"), PAGES, "change_page"),
    (_("Publish, and take off the site"), PAGES, "publish_page"),
    (_("Delete a section with all its pages"), PAGES, "bulk_delete_page"),
    (_("Lock a page against changes"), PAGES, "lock_page"),
    (_("Add pictures"), FILES, "add_image"),
    (_("Change and delete any picture"), FILES, "change_image"),
    (_("Add documents"), FILES, "add_document"),
    (_("Change and delete any document"), FILES, "change_document"),
    (_("Put the featured notices in order"), SITE, "notices.reorder_featurednotice"),
    (_("Keep the search aliases"), SITE, "search.change_searchalias"),
    (_("Redirect old addresses"), SITE, "wagtailredirects.add_redirect"),
    (_("Make collections of pictures and documents"), FILES, "add_collection"),
    (_("Change the settings of the site"), SITE, "base.change_organisationsettings"),
    (_("Invite colleagues and look after accounts"), SITE, "users.change_user"),
    (_("Switch the second pair of eyes on and off"), SITE, "wagtailcore.change_workflow"),
    (_("Change what a role may do"), SITE, "auth.change_group"),
]


@dataclass(frozen=True)
class Extent:
    """How far a right reaches: not at all, everywhere, or below some sections only."""

    is_given: bool = False
    below: tuple[str, ...] = ()


EVERYWHERE, NOWHERE = Extent(True), Extent()


@dataclass
class Role:
    """One of the roles, and the people who have it."""

    name: str
    extents: list[Extent]
    people: list["Person"]


@dataclass(frozen=True)
class Person:
    """Somebody who works here, as far as colleagues may know."""

    name: str
    user: User

    @property
    def is_waiting(self) -> bool:
        return not self.user.has_usable_password()


def roles() -> list[Role]:
    """Every group, from those who may least to those who may everything; a fixed number of queries."""
    groups = Group.objects.order_by("pk").prefetch_related(
        "permissions__content_type",
        "page_permissions__permission",
        "page_permissions__page",
        "collection_permissions__permission",
        "collection_permissions__collection",
    )
    people = _people()
    found = [Role(group.name, _extents(group), people[group.pk]) for group in groups]
    found.sort(key=lambda role: sum(extent.is_given for extent in role.extents))
    if people[None]:
        found.append(Role(_("May do everything"), [EVERYWHERE] * len(DOINGS), people[None]))
    return found


def _people() -> dict[int | None, list[Person]]:
    """By group; under None those who may do everything."""
    active = User.objects.filter(is_active=True).prefetch_related("groups")
    by_role = defaultdict(list)
    for user in active.order_by("last_name", "first_name", "username", "pk"):
        person = Person(get_user_display_name(user), user)
        for group in user.groups.all():
            by_role[group.pk].append(person)
        if user.is_superuser:
            by_role[None].append(person)
    return by_role


def _extents(group: Group) -> list[Extent]:
    of_site = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.all()}
    of_pages, of_files = defaultdict(list), defaultdict(list)
    for right in group.page_permissions.all():
        of_pages[right.permission.codename].append(right.page)
    for right in group.collection_permissions.all():
        of_files[right.permission.codename].append(right.collection)
    asked = {
        PAGES: lambda right: _below(of_pages[right]),
        FILES: lambda right: _below(of_files[right]),
        SITE: lambda right: EVERYWHERE if right in of_site else NOWHERE,
    }
    return [asked[kind](right) for _words, kind, right in DOINGS]


def _below(places: list[Page] | list[Collection]) -> Extent:
    """A right at the very top is one everywhere."""
    if not places:
        return NOWHERE
    if any(place.depth == 1 for place in places):
        return EVERYWHERE
    return Extent(True, tuple(sorted(str(place) for place in places)))
