"""The page form: its scripts, its buttons, and what is said in words when it is saved."""

from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from articles.models import ArticlePage, EventPage
from base.dates import in_words, today

SCRIPTS = ("length", "day", "topics", "names", "start")
PUBLISH, SUBMIT, SAVE = "action-publish", "action-submit", "action-save-draft"


@hooks.register("insert_editor_js")
def scripts() -> str:
    addresses = ((static(f"js/desk/{name}.js"),) for name in SCRIPTS)
    return format_html_join("", '<script src="{}"></script>', addresses)


@hooks.register("insert_global_admin_css")
def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/form.css"))


@hooks.register("construct_page_action_menu")
def put_first_what_is_meant(menu_items, request, context):
    """The big button publishes, or submits; drafts save themselves, and Ctrl+S saves at once.

    An old version and a page under review keep Wagtail's order: there the big button does no harm.
    """
    page = context.get("page")
    if context["view"] == "revisions_revert" or (page and page.current_workflow_task):
        return
    names = [item.name for item in menu_items]
    first = next((name for name in (PUBLISH, SUBMIT) if name in names), None)
    if first and SAVE in names:
        menu_items.insert(0, menu_items.pop(names.index(first)))


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def explain_a_day_ahead(request, page):
    """Nothing is refused; whoever saves by hand is told what such a date means."""
    if not isinstance(page, ArticlePage) or not request.accepts("text/html"):
        return
    if page.date and page.date > today() and not _appears_by_itself(page):
        messages.warning(
            request,
            _(
                "It is dated %(date)s, a day that has not come yet. Visitors see it as soon as it is "
                "published, at the top of every list. To have it appear on that day, set a schedule."
            )
            % {"date": in_words(page.date)},
        )


def _appears_by_itself(page) -> bool:
    """On that day or later, on the clock of the site, as its visitors read dates."""
    clock = timezone.get_default_timezone()
    return bool(page.go_live_at) and timezone.localdate(page.go_live_at, clock) >= page.date


@hooks.register("after_copy_page")
def explain_hours_of_a_copy(request, page, new_page):
    """A copy is a draft with today's date; the hours of an event can only be its editor's."""
    new_page = new_page.specific
    if isinstance(new_page, EventPage) and new_page.is_past:
        messages.warning(
            request,
            _(
                "The copy still has the hours of the first event, which is over. Please change them."
            ),
        )
