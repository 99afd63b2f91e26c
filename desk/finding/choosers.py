"""Choosing a page: the newest first, with their days, and found by any word or address."""

from django.core.paginator import Paginator
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import chooser
from wagtail.models import Page, Site

from desk.keys import is_key

from .addresses import page_at, place_at
from .known import known_to
from .searching import printed_day
from .words import Said, newest_first

AT_ONCE = 25
WIDE = "on-wide-screens"  # a column that a phone has no room for


class TitleColumn(chooser.PageTitleColumn):
    """The headline, with what the link needs to know of the page."""

    def get_cell_context_data(self, instance, parent_context):
        _with_parents(parent_context["table"].data)
        return super().get_cell_context_data(instance, parent_context)


class NavigateColumn(chooser.PageNavigateToChildrenColumn):
    """The arrow to what lies below; from the list of the newest it leads into the tree."""

    def get_value(self, instance):
        instance.can_descend = instance.numchild
        return instance


def stream_title(page: Page) -> str:
    return "" if page.depth < 3 else page.get_parent().get_admin_display_title()


class Columns:
    """What a chooser says of a page: its headline, its day, where it stands, what it is."""

    @property
    def columns(self):
        columns = [
            TitleColumn("title", label=_("Headline"), is_multiple_choice=self.is_multiple_choice),
            Column("day", label=_("Date"), width="16%", accessor=printed_day),
            Column("stream", label=_("In"), width="16%", classname=WIDE, accessor=stream_title),
            Column(
                "type",
                label=_("Type"),
                width="12%",
                classname=WIDE,
                accessor="page_type_display_name",
            ),
            chooser.PageStatusColumn("status", label=_("Status"), width="12%", classname=WIDE),
            NavigateColumn("children", label="", width="8%"),
        ]
        if self.is_multiple_choice:
            ticks = chooser.PageCheckboxSelectColumn(
                "select", label=_("Select"), width="1%", accessor="pk"
            )
            columns.insert(0, ticks)
        return columns


class BrowseView(Columns, chooser.BrowseView):
    """Opens with the newest pages that may be chosen, from every stream; the tree is one step away."""

    def get(self, request, parent_page_id=None):
        if not all(is_key(key) for key in request.GET.getlist("target_pages[]") if key):
            raise Http404
        self.is_newest = not parent_page_id and not request.GET.get("user_perms")
        if self.is_newest:
            parent_page_id = _front_page().pk
        elif parent_page_id:
            pages = Page.objects.filter(pk=parent_page_id)
            if not known_to(request.user, pages).exists() and parent_page_id != _root().pk:
                raise Http404
        return super().get(request, parent_page_id)

    def get_object_list(self):
        if self.request.GET.get("user_perms"):  # a place for a page is looked for in the tree
            return super().get_object_list()
        pages = self._newest() if self.is_newest else self.parent_page.get_children()
        # What holds others comes first: it is the way on.
        holds = Case(
            When(numchild__gt=0, then=Value(True)), default=False, output_field=BooleanField()
        )
        pages = pages.annotate(holds=holds)
        return _for_rows(newest_first(pages, "-holds", with_undated_last=self.is_newest))

    def filter_object_list(self, pages):
        if not self.is_newest:
            return super().filter_object_list(pages)
        for hook in hooks.get_hooks("construct_page_chooser_queryset"):
            pages = hook(pages, self.request)
        return pages

    def _newest(self) -> QuerySet:
        below = Page.objects.descendant_of(self.parent_page)
        streams = Q(numchild__gt=0, depth=self.parent_page.depth + 1)
        return below.filter(streams | below.type_q(*self.desired_classes))


class SearchView(Columns, chooser.SearchView):
    """By a word of the headline or the text, or by the address of the page."""

    def get(self, request):
        self.is_multiple_choice = request.GET.get("multiple")
        page_type = request.GET.get("page_type") or chooser.base_page_type_string
        try:
            self.classes = chooser.page_models_from_string(page_type)
        except (ValueError, LookupError) as error:
            raise Http404 from error
        form = SearchForm(request.GET)
        text = form.cleaned_data["q"] if form.is_valid() else ""
        pages = Paginator(self._found(text), AT_ONCE).get_page(request.GET.get("p"))
        for page in pages:
            page.can_choose = True
            page.is_parent_page = False
        context = {
            "searchform": form,
            "table": chooser.PageChooserTable(self.columns, pages.object_list),
            "pages": pages,
            "page_type_string": page_type,
            "said": "" if pages else self._said(text),
        }
        return TemplateResponse(
            request,
            "desk/finding/chooser_results.html",
            chooser.shared_context(request, context),
        )

    def _said(self, text: str) -> str:
        """Why a pasted address is nothing to choose here."""
        place = place_at(text, self.request.user, [self.request.get_host()])
        if place and place.url:
            return _now("“%(title)s” cannot be chosen here.") % {"title": place.title}
        return place.said if place else ""

    def _found(self, text: str) -> QuerySet:
        pages = Page.objects.filter(depth__gt=1)
        for hook in hooks.get_hooks("construct_page_chooser_queryset"):
            pages = hook(pages, self.request)
        pages = pages.type(*self.classes)
        if not text:
            return pages.none()
        # A page may be linked to by whoever may see it in a chooser, editable or not.
        pasted = page_at(text, hosts=[self.request.get_host()])
        if pasted:
            return _for_rows(pages.filter(pk=pasted.pk))
        return _for_rows(Said(pages, text).best_first())


def _front_page() -> Page:
    site = Site.objects.select_related("root_page").order_by("-is_default_site", "pk").first()
    return site.root_page if site else _root()


def _root() -> Page:
    return Page.get_first_root_node()


def _for_rows(pages: QuerySet) -> QuerySet:
    """With all that a row says, whatever the number of rows."""
    pages = pages.defer_streamfields().specific()
    return pages.prefetch_workflow_states().annotate_approved_schedule()


def _with_parents(pages) -> None:
    """Tell each page its parent, which every row names; one query for all of them."""
    pages = [page for page in pages if not hasattr(page, "_cached_parent_obj") and page.depth > 1]
    if not pages:
        return
    paths = {page.path[: -page.steplen] for page in pages}
    parents = {parent.path: parent for parent in Page.objects.filter(path__in=paths)}
    for page in pages:
        page._cached_parent_obj = parents.get(page.path[: -page.steplen])
