"""The keys of everything that matches. The index is asked for them once, however much is counted of them."""

from dataclasses import dataclass

from django.db.models import Func, Value


@dataclass(frozen=True)
class Found:
    """Keys by type, as the text in which they come from one query and go into the next."""

    keys: dict[int, str]  # with commas between
    number: int
    listed: type[Func]  # how the database reads such a text

    def of(self, types: tuple[int, ...]) -> Func:
        """The keys of these types, for `pk__in`."""
        return self.listed(Value(",".join(self.keys[pk] for pk in types if pk in self.keys)))
