"""“Add news”: from the menu straight into the form of a new item, in the stream it belongs to."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.models import ArticlePage, NewsIndex

NEWS, EVENT = "articlepage", "eventpage"
ADDRESSES = {NEWS: "desk_add_news", EVENT: "desk_add_event"}
NAMES = {NEWS: _("News item"), EVENT: _("Event")}
TITLES = {NEWS: _("Add news"), EVENT: _("Add an event")}


def may_add(user) -> bool:
    """Somewhere; where, the streams will tell."""
    return policy_registry.get_by_type(Page).user_has_permission(user, "add")


def streams_of(user) -> list[NewsIndex]:
    """Every stream in which this person may add something, in tree order."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "add")
    streams = NewsIndex.objects.filter(pk__in=pages.values("pk")).defer("introduction")
    return list(streams.order_by("path"))


def add_news(request):
    return _start(request, NEWS)


def add_event(request):
    return _start(request, EVENT)


def _start(request, kind: str):
    """No question where there is nothing to choose."""
    if not may_add(request.user):
        raise PermissionDenied
    streams = streams_of(request.user)
    if len(streams) == 1:
        return redirect(_form(kind, streams[0]))
    kinds = [kind] if kind == EVENT else [NEWS, EVENT]
    choices = [
        (_with_those_above(stream, streams), [(NAMES[each], _form(each, stream)) for each in kinds])
        for stream in streams
    ]
    context = {"page_title": TITLES[kind], "choices": choices}
    return TemplateResponse(request, "desk/starting.html", context)


def _form(kind: str, stream: NewsIndex) -> str:
    return reverse("wagtailadmin_pages:add", args=[ArticlePage._meta.app_label, kind, stream.pk])


def _with_those_above(stream: NewsIndex, streams: list[NewsIndex]) -> str:
    """“News › Press”: two streams of one name are told apart by where they stand."""
    above = [other for other in streams if stream.path.startswith(other.path)]
    return " › ".join(other.get_admin_display_title() for other in above)


class AddNews(MenuItem):
    """Shown to those who may add anything at all."""

    def is_shown(self, request):
        return may_add(request.user)


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("news/add/", add_news, name=ADDRESSES[NEWS]),
        path("events/add/", add_event, name=ADDRESSES[EVENT]),
    ]


@hooks.register("register_admin_menu_item")
def menu_item():
    return AddNews(
        _("Add news"), reverse(ADDRESSES[NEWS]), name="add-news", icon_name="plus", order=10
    )
