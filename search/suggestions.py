"""A word that may have been meant, where nothing was found."""

import re
from difflib import get_close_matches

from topics.models import topic_labels

from .aliases import known_names
from .words import Wanted, fold

CLOSE_ENOUGH = 0.75  # of 1, as difflib measures it
_WORD = re.compile(r"[^\W\d_]{4,}")


def suggestion(wanted: Wanted) -> str:
    """The nearest word of a topic's title or of a known name; empty where none is near."""
    asked = [word for choice in wanted.choices for word in choice[0]]
    known = {fold(word): word for word in _known_words()}
    for word in asked:
        near = get_close_matches(word, known.keys() - {word}, n=1, cutoff=CLOSE_ENOUGH)
        if near:
            return known[near[0]]
    return ""


def _known_words() -> list[str]:
    titles = " ".join(label["title"] for label in topic_labels().values())
    names = (word for name in known_names() for word in name)
    return [*names, *_WORD.findall(titles)]
