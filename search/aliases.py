"""Names of one and the same thing, as the editors keep them."""

from base.caching import kept

from .words import Names, words


def known_names() -> Names:
    """Every name with all the names beside it; kept under the content version."""
    return kept("search-aliases", _read)


def _read() -> Names:
    from .models import SearchAlias

    known = {}
    for alias in SearchAlias.objects.order_by("pk"):
        phrases = tuple(words(name) for name in alias.separate_names())
        known.update(dict.fromkeys(phrases, phrases))
    return known
