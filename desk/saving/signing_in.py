"""A lost sign-in costs nobody a word: the editor's window asks, and answers come to it in place."""

from datetime import timedelta

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

IN_PLACE = "X-Answer-In-Place"
SCRIPTS = ("notice", "session", "early", "autosave", "send", "press")
STAYS_FRESH = timedelta(hours=1)
FRESH_AT = "fresh_at"
# What an open window asks by itself; somebody may have left it open and gone home.
ASKED_BY_NOBODY = (
    "desk_who_is_signed_in",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
)


def asks_in_place(request: HttpRequest) -> bool:
    """Whether a script sends the form, and keeps its text until it has heard that it is saved."""
    return IN_PLACE in request.headers


def is_of_the_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(reverse("wagtailadmin_home"))


class InPlace(MiddlewareMixin):
    """Answers the editor's window without leading it away, and only for whoever opened it."""

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST" or not is_of_the_admin(request):
            return None
        if not request.user.is_authenticated:
            return None
        writer = request.POST.get("written_by", "")
        if not writer or writer == str(request.user.pk):
            return None
        if asks_in_place(request):
            return JsonResponse({"reason": "other_user", **about(request.user)}, status=409)
        if not request.accepts("text/html"):  # Wagtail, saving by itself
            said = _("Somebody else has signed in.")
            return JsonResponse(
                {"success": False, "error_code": "other_user", "error_message": said}, status=400
            )
        return None

    def process_response(self, request, response):
        if response.status_code == 302 and asks_in_place(request):
            goes_to = response.headers["Location"]
            if goes_to.partition("?")[0] == reverse("wagtailadmin_login"):
                return JsonResponse({"reason": "signed_out"}, status=403)
            return JsonResponse({"goes_to": goes_to})
        return response


class SlidingSession(MiddlewareMixin):
    """Who keeps working stays signed in; written once an hour, for editors only."""

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.view_name in ASKED_BY_NOBODY:
            return
        if is_of_the_admin(request) and request.user.is_authenticated:
            now = timezone.now().timestamp()
            if now - request.session.get(FRESH_AT, 0) > STAYS_FRESH.total_seconds():
                request.session[FRESH_AT] = int(now)


def about(user) -> dict[str, str]:
    return {"user": str(user.pk), "name": get_user_display_name(user)}


def who_is_signed_in(request):
    """For the editor's window: who it is, and a token with which forms are taken again."""
    return JsonResponse({**about(request.user), "token": get_token(request)})


class WelcomeBack(WagtailAdminTemplateMixin, TemplateView):
    """Where signing in for the sake of another tab leads: back to it."""

    template_name = "desk/welcome_back.html"
    page_title = _("You are signed in")
    header_icon = "user"


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path("signed-in/", who_is_signed_in, name="desk_who_is_signed_in"),
        path("welcome-back/", WelcomeBack.as_view(), name="desk_welcome_back"),
    ]


@hooks.register("insert_editor_js")
def scripts():
    sources = ((static(f"js/desk/saving-{name}.js"),) for name in SCRIPTS)
    return format_html_join("\n", '<script defer src="{}"></script>', sources)


@hooks.register("insert_global_admin_css")
def stylesheet():
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/saving.css"))
