"""Which of Wagtail's own screens for pages are ours: one place, for only one set can be registered."""

from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from .finding.searching import PageSearch
from .finding.uses import Uses
from .lists.explorer import TreeView
from .saving.two_editors import EditPage, RevertPage


class Pages(PageViewSet):
    """The screens of every kind of page."""

    index_view_class = TreeView
    edit_view_class = EditPage
    revisions_revert_view_class = RevertPage
    search_view_class = PageSearch
    usage_view_class = Uses


# After Wagtail's own, whose place it takes.
@hooks.register("register_admin_viewset")
def register_pages():
    return Pages()
