"""One line of the admins' list: the notice, how it stands, where it leads, and its buttons."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from base.models import SiteImage

from .goals import BOTTOM, DOWN, TOP, UP
from .models import FeaturedNotice, Kind
from .states import State

ICONS = {
    Kind.EVENT: "date",
    Kind.REPORT: "doc-full",
    Kind.APPEAL: "mail",
    Kind.MEMBERSHIP: "group",
}


@dataclass(frozen=True)
class Target:
    """Where a card leads, and whether visitors may follow; without words where it may not be named."""

    words: str
    details: str = ""
    is_public: bool = True
    is_elsewhere: bool = False


@dataclass
class Row:
    """One notice of the list; how it stands and where it leads are filled in for whoever reads them."""

    notice: FeaturedNotice
    is_shown: bool
    place: int = 0
    is_first: bool = False
    is_last: bool = False
    is_last_on_front: bool = False
    may_edit: bool = False
    focused_button: str = ""
    states: list[State] = field(default_factory=list)
    target: Target | None = None
    picture: SiteImage | None = None

    @property
    def pk(self) -> int:
        return self.notice.pk

    @property
    def headline(self) -> str:
        """As visitors read it; of what they cannot read yet, as it was written last."""
        return self.notice.title if self.notice.live else self.notice.get_admin_display_title()

    @property
    def is_over(self) -> bool:
        """Visitors have seen it, and will not again unless somebody does something."""
        notice = self.notice
        return notice.expired or (notice.live and (notice.has_ended or notice.has_run_out))

    @property
    def is_due(self) -> bool:
        return self.is_shown and self.notice.is_due

    @cached_property
    def is_put_away(self) -> bool:
        """Until somebody writes on it or publishes it again."""
        put_away_at = self.notice.put_away_at
        touched = (self.notice.latest_revision_created_at, self.notice.last_published_at)
        if self.is_shown or not put_away_at:
            return False
        return all(moment < put_away_at for moment in touched if moment)

    @property
    def icon(self) -> str:
        """Stands for the picture that a notice does not lead to."""
        return ICONS.get(self.notice.kind, "thumbtack")

    @property
    def buttons(self) -> Iterator["MoveButton"]:
        said = {"title": self.headline}
        yield self._button(TOP, _("Top"), _("Move “%(title)s” to the top") % said)
        yield self._button(UP, _("Up"), _("Move “%(title)s” up") % said)
        yield self._button(DOWN, _("Down"), _("Move “%(title)s” down") % said)
        yield self._button(BOTTOM, _("Bottom"), _("Move “%(title)s” to the bottom") % said)

    def _button(self, to: str, word: str, said: str) -> "MoveButton":
        is_useless = self.is_first if to in (TOP, UP) else self.is_last
        return MoveButton(to, word, said, is_useless, to == self.focused_button)


@dataclass(frozen=True)
class MoveButton:
    """Moves a notice; one that would not move it anywhere is still there, for whoever presses twice."""

    to: str
    word: str
    said: str
    is_useless: bool
    is_focused: bool
