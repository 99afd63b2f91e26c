"""What every page of the site has in common, and the sidebar a page may hang beside what lies below."""

import itertools
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import IntegerField
from django.utils import timezone
from django.utils.functional import classproperty
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from base.panels import SEARCH_AND_SHARING, tabs
from blocks.streams import SidebarBoxes


class BasePageForm(WagtailAdminPageForm):
    """Begins in the headline; says beside the slug when an address is taken by a list of the site."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "title" in self.fields and not self.instance.pk:
            self.fields["title"].widget.attrs["autofocus"] = True
        # A number that was emptied is again what it is to begin with: no preview waits for it.
        for name in self._numbers():
            self.fields[name].required = False

    def clean_slug(self):
        """A second page of the same headline gets the next free address, instead of an error."""
        slug = self.cleaned_data["slug"]
        follows_headline = slug and slug == slugify(self.cleaned_data.get("title", ""))
        was_read = self.instance.pk and self.instance.live
        if was_read or not follows_headline:
            return slug
        return next_free_slug(slug, self.parent_page, self.instance)

    def clean(self):
        cleaned = super().clean()
        for name in self._numbers():
            if cleaned.get(name) is None and name not in self.errors:
                cleaned[name] = self._meta.model._meta.get_field(name).get_default()
        slug = cleaned.get("slug")
        reason = slug and why_slug_is_refused(self.parent_page, slug)
        if reason:
            self.add_error("slug", reason)
        return cleaned

    def _numbers(self) -> list[str]:
        return [name for name, field in self.fields.items() if isinstance(field, IntegerField)]


class BasePageCopyForm(CopyForm):
    """A copy comes as a draft, whatever the original is; its address is looked at as any other."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Either would put the words of the original before visitors a second time, at once.
        self.fields.pop("publish_copies", None)
        self.fields.pop("alias", None)
        parent = self.page.get_parent()
        self.fields["new_slug"].initial = next_free_slug(self.page.slug, parent)
        self.fields["new_title"].label = _("Headline of the copy")
        self.fields["new_slug"].label = _("Address of the copy")
        self.fields["new_parent_page"].label = _("Where it stands")
        self.fields["new_parent_page"].help_text = _("The copy is listed below this page.")

    def clean(self):
        cleaned = super().clean()
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        reason = why_slug_is_refused(parent, cleaned.get("new_slug", ""))
        if reason:
            self.add_error("new_slug", reason)
        return cleaned


def next_free_slug(slug: str, parent: Page, page: Page | None = None) -> str:
    """“ferry”, or “ferry-2” where another child of that page is called so already."""
    further = (f"{slug}-{number}" for number in itertools.count(2))
    return next(
        each
        for each in itertools.chain([slug], further)
        if Page._slug_is_available(each, parent, page)
    )


def why_slug_is_refused(parent: Page | None, slug: str) -> str:
    """The reason, in the editor's words, why a child of that page may not have this slug."""
    parent = parent.specific_class if parent else None
    if slug in getattr(parent, "reserved_child_slugs", ()):
        return _(
            "“%(slug)s” is the address of a list on this site. Please choose another slug."
        ) % {"slug": slug}
    if slug.isdigit() and getattr(parent, "refuses_digit_slugs", False):
        return _(
            "“%(slug)s” would be the address of a year in the archive. Please add a word to the slug."
        ) % {"slug": slug}
    return ""


class BasePage(Page):
    """A page of this site."""

    legacy_url = models.CharField(
        _("address on the old site"),
        max_length=255,
        blank=True,
        db_index=True,
        help_text=_(
            "Where this page stood on the old site. Not shown; kept so that old links can lead here."
        ),
    )
    is_sample = models.BooleanField(_("sample text"), default=False, editable=False)

    base_form_class = BasePageForm
    copy_form_class = BasePageCopyForm
    # A page is read; only a form takes anything, and it says so.
    allowed_http_methods = ["GET", "HEAD", "OPTIONS"]
    # The page itself comes first: it is what the checks beside the form read.
    preview_modes = [("", _("The page")), ("print", _("Printed"))]
    preview_sizes = [
        {"name": "phone", "icon": "mobile-alt", "device_width": 375, "label": _("On a phone")},
        {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": _("On a tablet")},
        {"name": "desk", "icon": "desktop", "device_width": 1280, "label": _("On a wide screen")},
    ]
    # A copy is somebody's own work: it has no past on the old site and is no sample.
    exclude_fields_in_copy = ["legacy_url", "is_sample"]
    promote_panels = SEARCH_AND_SHARING
    settings_panels = [
        *Page.settings_panels,
        MultiFieldPanel(
            [InlinePanel("sidebars", max_num=1, label=_("Sidebar"))],
            heading=_("Sidebar"),
            help_text=_(
                "Boxes beside this page and everything below it. Leave empty to show those of the page above."
            ),
            classname="collapsed",
        ),
        FieldPanel("legacy_url"),
    ]

    class Meta:
        abstract = True

    @classproperty
    def edit_handler(cls):
        return tabs(cls)

    @cached_property
    def sidebar(self) -> "Sidebar | None":
        """The nearest sidebar on the way up, or none if that one says none; one query."""
        # In a preview the page's own is the one in the form, whatever is saved.
        own = getattr(self, "_cluster_related_objects", {}).get("sidebars")
        paths = self.ancestor_paths if own is not None else [self.path, *self.ancestor_paths]
        nearest = next(
            (one for one in reversed(own or []) if one.mode != Sidebar.Mode.INHERIT), None
        ) or (
            Sidebar.objects.filter(page__path__in=paths, page__live=True)
            .exclude(mode=Sidebar.Mode.INHERIT)
            .order_by("-page__depth", "-pk")
            .first()
        )
        return nearest if nearest and nearest.mode == Sidebar.Mode.OWN else None

    @property
    def shows_join_box_beside(self) -> bool:
        """Then none is needed below: one invitation a page is enough."""
        return bool(self.sidebar) and any(
            box.block_type == "join_box" for box in self.sidebar.boxes
        )

    @property
    def ancestor_paths(self) -> list[str]:
        return [self.path[: self.steplen * depth] for depth in range(1, self.depth)]

    @property
    def has_run_out(self) -> bool:
        return bool(self.expire_at and self.expire_at <= timezone.now())

    def clean(self):
        super().clean()
        self._check_slug()

    def minimal_clean(self):
        super().minimal_clean()
        self._check_slug()

    def _check_slug(self) -> None:
        reason = self.path and why_slug_is_refused(self.get_parent(), self.slug)
        if reason:
            raise ValidationError({"slug": reason})


class Sidebar(models.Model):
    """What stands beside a page and everything below it, until a page below says otherwise."""

    class Mode(models.TextChoices):
        INHERIT = "inherit", _("the same as the page above")
        NONE = "none", _("no sidebar")
        OWN = "own", _("the boxes chosen here")

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="sidebars")
    mode = models.CharField(
        _("shows"),
        max_length=10,
        choices=Mode.choices,
        default=Mode.OWN,
        help_text=_("Holds for this page and everything below it."),
    )
    boxes = StreamField(
        SidebarBoxes(required=False),
        blank=True,
        verbose_name=_("boxes"),
        help_text=_("Shown beside the text on wide screens, below it on phones, in this order."),
    )

    panels = [FieldPanel("mode"), FieldPanel("boxes")]

    def __str__(self) -> str:
        return str(self.get_mode_display())
