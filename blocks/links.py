"""Where a link may lead, and pages chosen by hand."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    StructBlock,
    StructValue,
    URLBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.models import Page

from blocks.files import file_kind, file_size

LISTS = [
    ("topics", _("All topics")),
    ("events", _("All events")),
    ("notices", _("All notices")),
    ("archive", _("Everything, year by year")),
    ("search", _("Search")),
    ("feed", _("Atom feed")),
    ("calendar", _("Calendar of events")),
]
# The one list that is a file, not a page.
ADDRESSES = {"calendar": "/events/calendar.ics"}


def web_address(**options) -> URLBlock:
    """A field for an address on the web, and nothing else that looks like one (ftp:, javascript:)."""
    only_web = URLValidator(
        schemes=["http", "https"], message=_("The address must start with https:// or http://.")
    )
    return URLBlock(validators=[only_web], **options)


def is_web_address(address: str | None) -> bool:
    """Asked again where it is shown: an import or a script may have stored anything."""
    return (address or "").lower().startswith(("https://", "http://"))


def site_name(address: str | None) -> str:
    """ "example.org", to say where a link leads."""
    try:
        host = urlsplit(address).hostname if is_web_address(address) else ""
    except ValueError:  # “http://[…”: an address that only looks like one
        host = ""
    return (host or "").removeprefix("www.")


class LinkValue(StructValue):
    """Where the link leads, and how a reader is told."""

    @property
    def kind(self) -> str:
        """ "page", "document", "address", "list", or nothing where no target is left."""
        if self.page:
            return "page"
        if self.get("document"):
            return "document"
        if is_web_address(self.get("url")):
            return "address"
        return "list" if self.get("list") in dict(LISTS) else ""

    @property
    def page(self):
        return self.get("page")

    @cached_property
    def href(self) -> str:
        """Empty where there is nothing a visitor could open; then no link is shown."""
        match self.kind:
            case "page":
                return (self.page.url or "") if self.page.live else ""
            case "document":
                return self["document"].url
            case "address":
                return self["url"]
            case "list":
                return ADDRESSES.get(self["list"], f"/{self['list']}/")
        return ""

    @property
    def text(self) -> str:
        """The editor's words, else the target's own name."""
        if self.get("label"):
            return self["label"]
        match self.kind:
            case "page":
                return self.page.title
            case "document":
                return self["document"].title
            case "address":
                return site_name(self["url"])
            case "list":
                return str(dict(LISTS)[self["list"]])
        return ""

    @property
    def is_external(self) -> bool:
        return self.kind == "address"

    @property
    def details(self) -> str:
        """ "PDF, 1.2 MB" for a document, so that nobody downloads one unawares."""
        if self.kind != "document":
            return ""
        document = self["document"]
        return ", ".join(filter(None, [file_kind(document), file_size(document)]))


class LinkBlock(StructBlock):
    """A link to one page, one document or one address."""

    label = CharBlock(
        required=False,
        max_length=120,
        label=_("Words of the link"),
        help_text=_("Shown as the link. Leave empty to use the title of the page or document."),
    )
    page = PageChooserBlock(
        required=False, label=_("Page"), help_text=_("A page of this site the link leads to.")
    )
    document = DocumentChooserBlock(
        required=False,
        label=_("Document"),
        help_text=_("A file the link opens. Its kind and size are shown beside the words."),
    )
    url = web_address(
        required=False,
        label=_("Address"),
        help_text=_("An address on another site, starting with https://."),
    )

    targets = ("page", "document", "url")

    def clean(self, value):
        cleaned = super().clean(value)
        chosen = [name for name in self.targets if cleaned.get(name)]
        if self.is_deferred_validation or len(chosen) == 1 or self._may_be_empty(cleaned, chosen):
            return cleaned
        if not chosen:
            raise StructBlockValidationError(non_block_errors=[self.meta.no_target])
        surplus = ValidationError(_("Choose only one target, and empty the others."))
        raise StructBlockValidationError(block_errors=dict.fromkeys(chosen[1:], surplus))

    def get_preview_value(self):
        return self.normalize({"label": "About us", "url": "https://example.org/about/"})

    def _may_be_empty(self, value, chosen: list[str]) -> bool:
        return not self.meta.required and not chosen and not value.get("label")

    class Meta:
        icon = "link"
        label = _("Link")
        description = _("A link to one page, one document or one address.")
        group = _("Links")
        template = "blocks/link.html"
        value_class = LinkValue
        required = True
        no_target = _("Choose where this link leads: a page, a document or an address.")


class MenuLinkBlock(LinkBlock):
    """A line of a menu: like any link, and it may also lead to one of the site's own lists."""

    list = ChoiceBlock(
        choices=LISTS,
        required=False,
        label=_("List"),
        help_text=_("One of the site’s own lists, which the menu can lead to."),
    )

    targets = ("page", "document", "url", "list")

    def get_preview_value(self):
        return self.normalize({"list": "topics"})

    class Meta:
        label = _("Menu link")
        description = _("One line of a menu, leading to a page, a file, an address or a list.")
        template = "blocks/menu_link.html"
        no_target = _("Choose where this link leads: a page, a document, an address or a list.")


class ColumnBlock(StructBlock):
    """A column of links at the foot of every page."""

    heading = CharBlock(
        max_length=60,
        label=_("Heading"),
        help_text=_("Stands above the links, at the foot of every page."),
    )
    links = ListBlock(
        MenuLinkBlock(),
        label=_("Links"),
        help_text=_("Shown one below the other, in this order."),
    )

    def get_preview_value(self):
        lists = [{"list": name} for name, _label in LISTS]
        return self.normalize({"heading": "On this site", "links": lists})

    class Meta:
        icon = "list-ul"
        label = _("Column of links")
        description = _("A heading with links below it, at the foot of every page.")
        group = _("Links")
        template = "blocks/column.html"


class RelatedPagesBlock(StructBlock):
    """Pages chosen by hand, for readers who want to go on."""

    heading = CharBlock(
        required=False,
        max_length=120,
        label=_("Heading"),
        help_text=_("Stands above the list. Leave empty for “Read on”."),
    )
    pages = ListBlock(
        PageChooserBlock(
            page_type=["articles.ArticlePage", "topics.TopicPage", "home.StandardPage"],
            label=_("Page"),
        ),
        label=_("Pages"),
        help_text=_("Shown in this order. Pages that are not public are left out by themselves."),
    )

    def get_preview_value(self):
        some = Page.objects.filter(depth__gt=2, live=True).order_by(
            "-latest_revision_created_at", "pk"
        )
        return self.normalize({"heading": "Read on", "pages": list(some[:3])})

    class Meta:
        icon = "doc-full-inverse"
        label = _("Related pages")
        description = _("Links to pages of this site that say more.")
        group = _("Record and sources")
        template = "blocks/related_pages.html"
