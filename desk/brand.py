"""The admin in the colours of this newsroom, and its menus in its words."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

# What an editor does most comes first; what is not named keeps its own place behind these.
ORDER = {
    "add-news": 10,
    "add-event": 20,
    "news": 30,
    "events": 40,
    "topics": 50,
    "featured-notices": 60,
    "explorer": 70,
    "images": 80,
    "documents": 90,
}
LABELS = {"explorer": _("All pages"), "images": _("Pictures")}
# They lead to pages of another site, which speak of another admin than this one.
ELSEWHERE = ("editor-guide", "whats-new-in-wagtail")


@hooks.register("insert_global_admin_css", order=10)
def our_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/brand.css"))


@hooks.register("construct_main_menu", order=1000)
def in_our_words(request, menu_items):
    for item in menu_items:
        item.order = ORDER.get(item.name, item.order)
        item.label = LABELS.get(item.name, item.label)


@hooks.register("construct_help_menu")
def only_help_of_our_own(request, menu_items):
    menu_items[:] = [item for item in menu_items if not item.name.startswith(ELSEWHERE)]
