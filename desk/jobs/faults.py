"""What went wrong with one page, said so that an editor can do something about it."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Fault:
    """One thing that could not be done; the others were."""

    what: str
    error: Exception

    def __str__(self) -> str:
        return f"{self.what}: {reason(self.error)}" if self.what else reason(self.error)


def reason(error: Exception) -> str:
    """The words of a form are for people; those of any other error are for the log."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return _("an error of the programme (%(kind)s)") % {"kind": type(error).__name__}
