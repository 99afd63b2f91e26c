"""What somebody typed, as words that both databases understand alike.

Nothing of what is typed reaches a database as an operator: only letters and digits are left.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 200  # characters of a query
MOST_WORDS = 16

Phrase = tuple[str, ...]  # words that stand side by side; mostly one
Choice = tuple[Phrase, ...]  # any of these will do
Names = Mapping[Phrase, Choice]  # a name, and every name of the same thing

# Quotes hold words together; whatever stands between spaces is one piece.
_PIECE = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')
_POSSESSIVE = re.compile(r"['’]s\W*$", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\W_]+")

# PostgreSQL leaves these out of its English index; to SQLite they would be words like any other.
_COMMON = """
    a about above after again against all am an and any are as at be because been before being
    below between both but by can did do does doing don down during each few for from further had
    has have having he her here hers herself him himself his how i if in into is it its itself just
    me more most my myself no nor not now of off on once only or other our ours ourselves out over
    own s same she should so some such t than that the their theirs them themselves then there these
    they this those through to too under until up very was we were what when where which while who
    whom why will with you your yours yourself yourselves
    de del el en la las los un una unas unos y
"""
TOO_COMMON = frozenset(_COMMON.split())


@dataclass(frozen=True)
class Wanted:
    """Every choice must be met, each by any of its phrases."""

    choices: tuple[Choice, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.choices)


def cleaned(text: str) -> str:
    """One line without control characters."""
    text = unicodedata.normalize("NFC", text)
    return " ".join("".join(" " if _is_control(sign) else sign for sign in text).split())


def shortened(text: str) -> str:
    """No more than can be looked for."""
    return " ".join(text[:LONGEST].split()[:MOST_WORDS])


def fold(text: str) -> str:
    """Small letters without accents, and a space for all that is neither letter nor digit."""
    letters = (s for s in unicodedata.normalize("NFD", text) if not unicodedata.combining(s))
    return _SEPARATORS.sub(" ", "".join(letters).lower())


def words(text: str) -> Phrase:
    return tuple(fold(text).split())


def wanted(text: str, names: Names | None = None) -> Wanted:
    """Words in quotes stand together; a name that is known may be any of its other names."""
    names = names or {}
    choices: list[Choice] = []
    loose: list[Phrase] = []
    for quoted, curly, piece in _PIECE.findall(shortened(cleaned(text))):
        if piece:
            loose.append(words(_POSSESSIVE.sub("", piece)))
            continue
        choices += _chosen(loose, names) + _chosen([words(quoted or curly)], names)
        loose = []
    choices += _chosen(loose, names)
    return Wanted(tuple(dict.fromkeys(choices)))


def beginnings(text: str) -> Phrase:
    """The words of a query that is still being typed: the last may be a part of one."""
    return words(shortened(cleaned(text)))


def forms(word: str) -> list[str]:
    """The word, its singular and its plural, by the commonest endings of English and Spanish."""
    if len(word) < 3 or not word.isalpha():
        return [word]
    if not word.endswith("s"):
        return [word, *_plurals(word)]
    if word.endswith(("ss", "us", "is")):
        return [word, word + "es"]
    if word.endswith("ies"):
        return [word, word[:-3] + "y", word[:-1]]
    return [word, word[:-1], *([word[:-2]] if word.endswith("es") else [])]


def _plurals(word: str) -> list[str]:
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word[:-1] + "ies"]
    return [word + "s", *([] if word[-1] in "aeo" else [word + "es"])]


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "C"


def _chosen(pieces: list[Phrase], names: Names) -> list[Choice]:
    """A choice for each piece; several pieces in a row may be one known name."""
    longest = max(map(len, names), default=1)
    choices, at = [], 0
    pieces = [piece for piece in pieces if piece]
    while at < len(pieces):
        for taken in range(min(longest, len(pieces) - at), 0, -1):
            phrase = sum(pieces[at : at + taken], ())
            if phrase in names or taken == 1:
                break
        at += taken
        if phrase in names:
            choices.append(names[phrase])
        elif not TOO_COMMON.issuperset(phrase):
            choices.append((phrase,))
    return choices
