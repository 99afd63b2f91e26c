"""Who we are and where the menus lead, worked out once a content version for every page's frame."""

from dataclasses import dataclass, field

from django.utils.translation import gettext
from wagtail.models import Site

from .caching import kept
from .dates import today
from .models import OrganisationSettings
from .visibility import is_public_file, is_visible


@dataclass(frozen=True)
class Link:
    """A line of a menu."""

    text: str
    href: str
    is_external: bool = False


@dataclass(frozen=True)
class Join:
    """The "Why join?" box."""

    headline: str
    text: str
    points: list[str]
    button: str
    href: str


@dataclass(frozen=True)
class Organisation:
    """What the frame of every page prints."""

    name: str
    tagline: str = ""
    about: str = ""
    address: str = ""
    email: str = ""
    charity_number: str = ""
    small_print: str = ""
    logo: str = ""
    menu: list[Link] = field(default_factory=list)
    footer: list[tuple[str, list[Link]]] = field(default_factory=list)
    join: Join | None = None
    join_button: Link | None = None
    urgent: str = ""
    urgent_link: Link | None = None
    shows_khipu: bool = True


def organisation(site: Site) -> Organisation:
    return kept(f"organisation:{site.pk}", lambda: _read(site))


def _read(site: Site) -> Organisation:
    # Not `for_site`, which writes a row where there is none: reading a page writes nothing.
    said = OrganisationSettings.objects.filter(site=site).first() or OrganisationSettings(site=site)
    home = site.root_page.specific
    button = None
    if said.join_page and is_visible(said.join_page):
        button = Link(said.join_button or said.join_page.title, said.join_page.url)
    join = None
    if said.join_headline:
        href, text = (button.href, button.text) if button else ("", "")
        join = Join(said.join_headline, said.join_text, said.points, text, href)
    return Organisation(
        name=said.name or site.site_name or gettext("Our organisation"),
        tagline=said.tagline,
        about=said.about,
        address=said.address,
        email=said.email,
        charity_number=said.charity_number,
        small_print=said.small_print,
        logo=_logo_address(said),
        menu=_links(block.value for block in said.menu) or _links_of(home),
        footer=_columns(said) or _columns_of(home),
        join=join,
        join_button=button,
        urgent=said.urgent_text if _is_urgent(said) else "",
        urgent_link=_urgent_link(said),
        shows_khipu=said.shows_khipu,
    )


def _is_urgent(said: OrganisationSettings) -> bool:
    # What is kept of this ends at midnight, and so does the message.
    return bool(said.urgent_text) and (not said.urgent_until or said.urgent_until >= today())


def _urgent_link(said: OrganisationSettings) -> Link | None:
    if not said.urgent_page or not is_visible(said.urgent_page):
        return None
    return Link(said.urgent_link_text or said.urgent_page.title, said.urgent_page.url)


def _links(values) -> list[Link]:
    """Only what leads somewhere a stranger may go."""
    return [
        Link(value.text, value.href, value.is_external)
        for value in values
        if value.href and _is_public(value)
    ]


def _is_public(value) -> bool:
    if value.kind == "page":
        return is_visible(value.page)
    if value.kind == "document":
        return is_public_file(value["document"])
    return True


def _links_of(home) -> list[Link]:
    """The menu of a site whose settings name none."""
    return [Link(text, href) for text, href in getattr(home, "default_menu", [])]


def _columns(said: OrganisationSettings) -> list[tuple[str, list[Link]]]:
    columns = ((column.value["heading"], _links(column.value["links"])) for column in said.footer)
    return [(heading, links) for heading, links in columns if links]


def _columns_of(home) -> list[tuple[str, list[Link]]]:
    """The foot of a site whose settings name no column."""
    columns = getattr(home, "default_footer", [])
    return [(heading, [Link(text, href) for text, href in links]) for heading, links in columns]


def _logo_address(said: OrganisationSettings) -> str:
    if not said.logo:
        return ""
    try:
        return said.logo.get_rendition("max-104x92|format-png").url
    except (OSError, ValueError):
        return ""  # a lost file costs the logo, not the page
