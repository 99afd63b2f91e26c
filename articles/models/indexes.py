from functools import cached_property

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester
from wagtail.search import index

from articles import panels
from articles.catalogue import MONTH, YEAR, Catalogue
from articles.listing import Shelf
from base.atom import answer
from base.caching import kept
from base.models import BasePage
from base.visibility import visible
from blocks.streams import Introduction


class DatedPermissions(PagePermissionTester):
    """What stands below is put in order by its date, by nobody's hand."""

    def can_reorder_children(self):
        return False


class NewsIndex(RoutablePageMixin, BasePage):
    """A stream: everything dated beneath this page, newest first."""

    introduction = StreamField(
        Introduction(required=False),
        blank=True,
        verbose_name=_("introduction"),
        help_text=_("Stands above the list."),
    )
    page_size = models.PositiveSmallIntegerField(
        _("items on a page"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("How many items one page of the list shows."),
    )

    parent_page_types = ["home.HomePage", "articles.NewsIndex"]
    subpage_types = ["articles.ArticlePage", "articles.EventPage", "articles.NewsIndex"]
    # A child of such a name could never be reached: a route of this page answers first.
    reserved_child_slugs = ("feed", "page")
    refuses_digit_slugs = True

    content_panels = panels.OF_A_STREAM
    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("stream")
        verbose_name_plural = _("streams")

    @property
    def articles(self):
        """What any stranger may read beneath this page, at any depth."""
        from articles.models import ArticlePage

        return ArticlePage.objects.descendant_of(self).visible()

    @cached_property
    def shelf(self) -> Shelf:
        return Shelf(f"stream-{self.pk}", self.articles)

    @property
    def catalogue(self) -> Catalogue:
        return Catalogue(self.title, self.url, self.shelf, self.page_size)

    @re_path(r"^$")
    def all_articles(self, request):
        return self._listing(request)

    @re_path(rf"^{YEAR}/$")
    def one_year(self, request, year):
        return self._listing(request, int(year))

    @re_path(rf"^{YEAR}/{MONTH}/$")
    def one_month(self, request, year, month):
        return self._listing(request, int(year), int(month))

    @re_path(r"^feed/$")
    def feed(self, request):
        return answer(request, self, self.articles.feed_entries)

    @property
    def feed_address(self) -> str:
        return f"{self.url}feed/"

    def permissions_for_user(self, user):
        return DatedPermissions(user, self)

    def _listing(self, request, year: int = 0, month: int = 0):
        context = self.catalogue.context(request.GET, year, month)
        return self.render(request, context_overrides=context)


def streams() -> list[dict[str, object]]:
    """Every stream a stranger may see, with its tree path, in tree order; kept."""
    return kept("streams", _read_streams)


def stream_of(path: str) -> dict[str, object] | None:
    """The nearest stream above a tree path."""
    above = [
        stream for stream in streams() if path.startswith(stream["path"]) and path != stream["path"]
    ]
    return above[-1] if above else None


def _read_streams() -> list[dict[str, object]]:
    indexes = visible(NewsIndex.objects.all()).defer("introduction").order_by("path")
    return [
        {
            "pk": page.pk,
            "path": page.path,
            "title": page.title,
            "url": page.url,
            "depth": page.depth,
        }
        for page in indexes
    ]
