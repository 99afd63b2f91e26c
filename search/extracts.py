"""The words of a result with what was looked for marked, accents or not."""

import re
import unicodedata

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from base.prose import beginning

from .words import Phrase, Wanted, fold, forms

LENGTH = 220  # characters of an extract
BEFORE = 90  # of these, before the first word that is marked

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s\-–]*")
# Where the index joined two pieces of a text: “… of 2014., The next …”.
_SEAM = re.compile(r"(?<=[.!?…:;”]), ")

Span = tuple[int, int]


class Marker:
    """Finds in a text what was looked for, and marks it."""

    def __init__(self, wanted: Wanted):
        self.wanted = wanted
        self.phrases: dict[str, list[Phrase]] = {}
        for choice in wanted.choices:
            for phrase in choice:
                for spelling in _spellings(phrase):
                    self.phrases.setdefault(spelling[0], []).append(spelling)

    def marked(self, text: str) -> SafeString:
        """The whole of it, escaped, with marks."""
        text = unicodedata.normalize("NFC", text)  # a letter and its accent are one sign
        pieces, at = [], 0
        for start, end in self.spans(text):
            pieces += [escape(text[at:start]), format_html("<mark>{}</mark>", text[start:end])]
            at = end
        pieces.append(escape(text[at:]))
        return mark_safe("".join(pieces))  # noqa: S308  (every piece of it is escaped above)

    def extract(self, summary: str, text: str) -> SafeString:
        """A few words around the first mark: of the summary, else of the text."""
        text = unicodedata.normalize("NFC", _SEAM.sub(" ", " ".join(text.split())))
        for words in (summary, text):
            spans = self.spans(words)
            if spans:
                return self.marked(around(words, spans[0][0]))
        return escape(beginning(summary or text, LENGTH))

    def spans(self, text: str) -> list[Span]:
        """Where it stands, from left to right; neighbours joined."""
        found = list(_WORD.finditer(text))
        folded = [fold(word[0]) for word in found]
        spans: list[Span] = []
        for place, word in enumerate(folded):
            for phrase in self.phrases.get(word, ()):
                if tuple(folded[place : place + len(phrase)]) == phrase:
                    end = found[place + len(phrase) - 1].end()
                    _join(spans, (found[place].start(), end), text)
        return spans

    def finds_all(self, *texts: str) -> bool:
        """Whether everything that was looked for stands in these texts."""
        together = "\n".join(texts)
        return all(Marker(Wanted((choice,))).spans(together) for choice in self.wanted.choices)


def around(text: str, place: int) -> str:
    """About so many characters around that place, cut between words."""
    if len(text) <= LENGTH:
        return text
    start = max(0, min(place - BEFORE, len(text) - LENGTH))
    if not start:
        return beginning(text, LENGTH)
    start = text.find(" ", start, place) + 1 or place
    return "…" + beginning(text[start:], LENGTH)


def _spellings(phrase: Phrase) -> list[Phrase]:
    return [(form,) for form in forms(phrase[0])] if len(phrase) == 1 else [phrase]


def _join(spans: list[Span], span: Span, text: str) -> None:
    start, end = span
    if spans and _BETWEEN.fullmatch(text, spans[-1][1], max(start, spans[-1][1])):
        start, end = spans[-1][0], max(end, spans[-1][1])
        spans.pop()
    spans.append((start, end))
