"""The button “Still right”: who may press it, and a plain answer to whoever did."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages

from base.dates import in_words

from . import goals, reviews
from .answers import LIST, PLAIN_REFUSAL, Done, address_of_list


def still_right(request: HttpRequest, pk: int) -> HttpResponse:
    """Only sent, never followed; whatever is refused is said in words."""
    if request.method != "POST":
        return _not_by_a_link(request)
    try:
        notice = reviews.notice_of(pk)
        day = reviews.still_right(notice, request.user)
    except (PermissionDenied, reviews.NoAnswer) as refusal:
        messages.error(request, str(refusal))
    else:
        said = {"title": notice.title, "day": in_words(day)}
        words = _("You will be asked about “%(title)s” again on %(day)s.")
        messages.success(request, words % said)
    return redirect(_way_back(request, pk))


def _not_by_a_link(request: HttpRequest) -> HttpResponse:
    """As after signing in again, when the browser asks for what it was to send."""
    words = _("Only the button “Still right” can say so. Nothing was changed.")
    said = {"words": words, "list": reverse(LIST)}
    return TemplateResponse(request, PLAIN_REFUSAL, said, status=405, headers={"Allow": "POST"})


def _way_back(request: HttpRequest, pk: int) -> str:
    """To the screen with the button, if that is one of this admin; on the list, to that notice."""
    asked, dashboard = request.POST.get("next", ""), reverse("wagtailadmin_home")
    if asked == reverse(LIST):
        return address_of_list(request, Done("", notice=pk, button=goals.PLACE))
    is_ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if is_ours and asked.startswith(dashboard) else dashboard
