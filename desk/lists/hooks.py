"""Registers the lists, what can be done with many items at once, and safe spreadsheets."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .bulk import ACTIONS
from .explorer import FrontExplorer, StreamExplorer
from .history import FORMATTERS
from .lists import EventList, NewsList, TopicList
from .spreadsheets import make_safe

make_safe()


@hooks.register("register_admin_viewset")
def register_lists():
    return [NewsList(), EventList(), TopicList(), StreamExplorer(), FrontExplorer()]


@hooks.register("insert_global_admin_css")
def style_of_lists():
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/lists.css"))


for action in ACTIONS:
    hooks.register("register_bulk_action", action)


@hooks.register("register_log_actions")
def words_of_the_history(actions):
    for name, formatter in FORMATTERS.items():
        actions.register_action(name)(formatter)
