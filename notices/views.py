"""The door to the order of the notices: who may come in, what was meant, and a plain answer."""

from collections.abc import Callable
from functools import cached_property, wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail_modeladmin.views import IndexView

from . import goals, keeping, ordering, telling
from .answers import Done, Refusal, as_it_stands, done, refused, undo_address
from .board import Board
from .models import FeaturedNotice
from .rows import Row

WITH_PUT_AWAY = "all"  # in the address of the list
ALL_THAT_ARE_OVER = "over"
LONGEST = 18  # digits of a key that every database can hold


class NoticeListView(IndexView):
    """Every notice in the order visitors see, with all that changes it."""

    def get_queryset(self, request=None):
        # The whole list, always: modeladmin would take any parameter in the address for a filter.
        return self.model_admin.get_queryset(request or self.request)

    @cached_property
    def board(self) -> Board | None:
        home = home_of(self.request)
        return home and Board(home, self.request.user, WITH_PUT_AWAY in self.request.GET)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.board:
            return context
        moved = self.request.GET.get("moved")
        for row in self.board.rows:
            row.focused_button = self.request.GET.get("to", "") if moved == str(row.pk) else ""
        change = self.board.last_change if self.board.may_reorder else None
        last = telling.last_change(change)
        return {**context, "board": self.board, "last_change": last, "undo": undo_address(change)}


def home_of(request: HttpRequest) -> Page | None:
    """The home page of this site, or of a site whose root is another kind of page the first there is."""
    site = Site.find_for_request(request)
    homes = FeaturedNotice.allowed_parent_page_models()
    root = site.root_page.specific if site else None
    if isinstance(root, tuple(homes)):
        return root
    found = (model.objects.order_by("path").first() for model in homes)
    return next(filter(None, found), None)


def home_or_404(key: int) -> Page:
    """That page, if it is one that holds notices."""
    page = get_object_or_404(Page, pk=key).specific
    if not isinstance(page, tuple(FeaturedNotice.allowed_parent_page_models())):
        raise Http404
    return page


# --- what changes something


def changing(act: Callable[..., Done]) -> Callable:
    """A view that changes something by POST, for those who may; whatever is refused is said in words."""

    @wraps(act)
    def view(request: HttpRequest, home_pk: int, **given) -> HttpResponse:
        home = home_or_404(home_pk)
        try:
            if request.method != "POST":
                raise Refusal(
                    _("This address only takes what the list sends. Nothing was changed."), 405
                )
            if not ordering.may_reorder(home, request.user):
                raise PermissionDenied
            what = act(request, home, **given)
        except PermissionDenied:
            words = _("You may not put the featured notices in order. Nothing was changed.")
            return refused(request, home, Refusal(words, 403))
        except goals.Unclear:
            words = _("That names no place in the list. Nothing was changed.")
            return refused(request, home, Refusal(words, 400))
        except ordering.OrderChanged as error:
            return refused(request, home, Refusal(str(error), 409))
        except Refusal as refusal:
            return refused(request, home, refusal)
        return done(request, home, what)

    return view


@changing
def move(request, home: Page, pk: int) -> Done:
    """One notice, by its own buttons, its own number, or dragged beside another."""
    seen = list_seen(request) or Board(home, request.user).keys
    return moved(request, home, pk, seen, request.POST.get("to", goals.PLACE))


@changing
def typed(request, home: Page) -> Done:
    """Enter was pressed in a field: the notice whose number is not the one it had."""
    seen = list_seen(request)
    for place, pk in enumerate(seen, start=1):
        if request.POST.get(f"place-{pk}", "").strip() not in ("", str(place)):
            return moved(request, home, pk, seen, goals.PLACE)
    return Done(_("Every notice has the number it had. Nothing was moved."), is_change=False)


@changing
def arrange(request, home: Page) -> Done:
    """A whole order, as it was tried out before: exactly the notices there are."""
    wanted, seen = keys_in(request.POST.get("order", "")), list_seen(request)
    outcome = ordering.set_order(home, wanted, request.user, seen)
    if outcome.change is None:
        return Done(_("That is the order already. Nothing was changed."), is_change=False)
    return Done(_("Visitors see the new order now."))


@changing
def undo(request, home: Page, change: int) -> Done:
    """The last change, as long as it is the last."""
    ordering.undo(home, change, request.user)
    words, board = _("The last change is taken back."), Board(home, request.user)
    back = board.newest_change
    if back and "from" in back.data:
        where = telling.where_it_stands(listed(board, back.page_id), back.page_id)
        return Done(f"{words} {where}", notice=back.page_id, button="undo", board=board)
    return Done(words, board=board)


@changing
def put_away(request, home: Page) -> Done:
    """Off the list: one notice that visitors do not see, or all that have ended."""
    chosen = chosen_of(request, home)
    if any(row.is_shown for row in chosen):
        raise Refusal(
            _("Visitors see that notice. Only what they do not see can be put away."), 409
        )
    keeping.put_away(home, [row.notice for row in chosen], request.user)
    words = _("Put away. It keeps its place, and comes back by itself when somebody works on it.")
    return Done(words, notice=chosen[0].pk, button="put-away")


@changing
def bring_back(request, home: Page) -> Done:
    """On the list again, where it was."""
    chosen = chosen_of(request, home)
    keeping.bring_back(home, [row.notice for row in chosen], request.user)
    return Done(_("On the list again, at its old place."), notice=chosen[0].pk, button="put-away")


# --- what only shows something


def now(request: HttpRequest, home_pk: int) -> HttpResponse:
    """The list as it stands at this moment, for a script that has lost sight of it."""
    home = home_or_404(home_pk)
    if not ordering.may_reorder(home, request.user):
        return JsonResponse({"reason": "refused"}, status=403)
    return as_it_stands(request, Board(home, request.user))


def preview(request: HttpRequest, home_pk: int) -> HttpResponse:
    """The home page with every draft notice, in the order that is stored or in one that is tried."""
    home = home_or_404(home_pk)
    if not home.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    try:
        tried = keys_in(request.GET.get("order", ""))
    except goals.Unclear:
        tried = []
    more = {"order_of_notices": tried, "in_preview_panel": True}
    return home.make_preview_request(request, "", more)


# --- what was meant


def moved(request: HttpRequest, home: Page, pk: int, seen: list[int], asked: str) -> Done:
    """What was meant, done in the list as it is now; numbers and neighbours are those of the list seen."""
    goal = goal_of(request, pk, asked, seen)
    if goal is None:
        return Done(_("It stands there already."), notice=pk, button=asked, is_change=False)
    outcome = ordering.move(home, pk, goal, request.user)
    board = Board(home, request.user)
    words = telling.where_it_stands(listed(board, pk, *seen), pk)
    meanwhile = telling.meanwhile(board, outcome, seen, change_known(request))
    return Done(
        words,
        meanwhile,
        notice=pk,
        button=asked,
        is_change=outcome.change is not None,
        board=board,
    )


def listed(board: Board, *keys: int) -> list[Row]:
    """The rows that somebody sees: what is put away only where it is meant."""
    shown = set(keys)
    return [row for row in board.all_rows if row.pk in shown or not row.is_put_away]


def list_seen(request: HttpRequest) -> list[int]:
    """The keys of the notices in the window of whoever asks, from top to bottom."""
    return keys_in(request.POST.get("seen", ""))


def change_known(request: HttpRequest) -> int:
    """The last change that the window knew of; what came after it was done meanwhile."""
    keys = keys_in(request.POST.get("known", ""))
    return keys[0] if len(keys) == 1 else 0


def keys_in(text: str) -> list[int]:
    """Raises Unclear for anything but keys with commas between, each once."""
    words = [word for word in text.split(",") if word]
    if any(not word.isascii() or not word.isdigit() or len(word) > LONGEST for word in words):
        raise goals.Unclear
    keys = [int(word) for word in words]
    if len(set(keys)) != len(keys):
        raise goals.Unclear
    return keys


def goal_of(request: HttpRequest, pk: int, asked: str, seen: list[int]) -> goals.Goal | None:
    """None where it stands there already; raises Unclear where nothing in the list is named."""
    if pk not in seen:
        raise goals.Unclear
    if asked == goals.TOP:
        return goals.top()
    if asked == goals.BOTTOM:
        return goals.bottom()
    if asked in (goals.UP, goals.DOWN):
        return goals.step(pk, -1 if asked == goals.UP else 1, seen)
    if asked == goals.PLACE:
        return goals.place(pk, number_typed(request, pk), seen)
    neighbours = keys_in(request.POST.get("neighbour", ""))
    if asked not in (goals.BEFORE, goals.AFTER) or len(neighbours) != 1:
        raise goals.Unclear
    if neighbours[0] == pk or neighbours[0] not in seen:
        raise goals.Unclear
    return (goals.before if asked == goals.BEFORE else goals.after)(neighbours[0], seen)


def number_typed(request: HttpRequest, pk: int) -> int:
    number = request.POST.get(f"place-{pk}", "").strip()
    if not number.isascii() or not number.isdigit() or len(number) > LONGEST:
        raise Refusal(_("Type the number of the place, for example 3. Nothing was moved."), 400)
    return int(number)


def chosen_of(request: HttpRequest, home: Page) -> list[Row]:
    """The row that was named, or all that are over and still in the way."""
    board, named = Board(home, request.user), request.POST.get("notice", "")
    if named == ALL_THAT_ARE_OVER:
        chosen = board.over
    else:
        chosen = [row for row in board.all_rows if str(row.pk) == named]
    if not chosen:
        raise Refusal(_("That notice is no longer in the list. Nothing was changed."), 409)
    return chosen
