"""What is answered to whoever changed the order: a script hears how the list stands, a person sees it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin import messages
from wagtail.models import Page, PageLogEntry

from . import telling
from .board import Board

LIST = "notices_featurednotice_modeladmin_index"
PLAIN_REFUSAL = "modeladmin/notices/featurednotice/refused.html"
# What scripts call it; of the last two they get the list as it stands.
REFUSED, UNCLEAR, CHANGED = "refused", "unclear", "changed"
REASONS = {403: REFUSED, 405: REFUSED, 400: UNCLEAR, 409: CHANGED}


class Refusal(Exception):
    """Nothing was changed; the words say why, the status says it to machines."""

    def __init__(self, words: str, status: int):
        super().__init__(words)
        self.words, self.status = words, status


@dataclass(frozen=True)
class Done:
    """What was done, in words, what others did meanwhile, and which button brings one back there."""

    words: str
    meanwhile: str = ""
    notice: int | None = None
    button: str = ""
    is_change: bool = True
    board: Board | None = None  # as it stands now, if it was read to say so


def asks_for_json(request: HttpRequest) -> bool:
    return not request.accepts("text/html")


def done(request: HttpRequest, home: Page, what: Done) -> HttpResponse:
    if asks_for_json(request):
        board = what.board or Board(home, request.user)
        said = {"said": what.words, "meanwhile": what.meanwhile, "notice": what.notice}
        return as_it_stands(request, board, changed=what.is_change, **said)
    if what.meanwhile:
        messages.warning(request, what.meanwhile)
    tell = messages.success if what.is_change else messages.info
    tell(request, what.words)
    return redirect(address_of_list(request, what))


def refused(request: HttpRequest, home: Page, refusal: Refusal) -> HttpResponse:
    """In words, with the list as it stands for those who may change it."""
    reason = REASONS[refusal.status]
    if asks_for_json(request):
        said = {"reason": reason, "said": refusal.words}
        if reason == REFUSED:
            return JsonResponse(said, status=refusal.status)
        return as_it_stands(request, Board(home, request.user), refusal.status, **said)
    if reason != REFUSED:
        messages.error(request, refusal.words)
        return redirect(address_of_list(request))
    said = {"words": refusal.words, "list": reverse(LIST)}
    page = TemplateResponse(request, PLAIN_REFUSAL, said, status=refusal.status)
    if refusal.status == 405:
        page.headers["Allow"] = "POST"
    return page


def address_of_list(request: HttpRequest, what: Done | None = None) -> str:
    """Back to where somebody was: with what is put away, if it was shown, and at the same button."""
    query = {"all": "1"} if request.POST.get("all") else {}
    if what and what.notice:
        query |= {"moved": what.notice, "to": what.button}
    # No place within the page: a browser that jumps to one does not put the focus on the button.
    return f"{reverse(LIST)}{'?' if query else ''}{urlencode(query)}"


def as_it_stands(request: HttpRequest, board: Board, status: int = 200, **said) -> JsonResponse:
    """The list from top to bottom, what visitors see of it, and how the last change is taken back."""
    change = board.last_change
    return JsonResponse(
        {
            **said,
            "order": board.all_keys,
            "put_away": [row.pk for row in board.all_rows if row.is_put_away],
            "shown": board.shown,
            "last_change": telling.last_change(change),
            "undo": undo_address(change),
            "known": board.known_change,
            "token": get_token(request),
        },
        status=status,
    )


def undo_address(change: PageLogEntry | None) -> str:
    return reverse("notices_undo", args=[change.data["home"], change.pk]) if change else ""
