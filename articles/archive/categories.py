"""The subject that an old headline names in capitals before its colon."""

import re

# Short words that stand in capitals before a colon and are subjects, not acronyms.
_SHORT_SUBJECT = re.compile(
    r"AID|AND|ARTS?|COCA|DEBT|FILM|FISH|FOOD|FOR|FROM|GAS|GOLD|IN|JOBS|LAND|LAWS?|NEWS|OF|OIL|ON"
    r"|PERU|POOR|TAX|THE|TO|VOTE|WAR|WORK"
)
# Long words in capitals that are names or notes to the reader, not subjects.
_NO_SUBJECT = re.compile(
    r"AIDESEP|BREAKING|CAFOD|CANCELLED|CEDAW|CONACAMI|CORRECTION|FREDEMO|INDECOPI|OXFAM|POSTPONED"
    r"|REMINDER|SENACE|SERNANP|SUNAT|UNASUR|UNESCO|UNICEF|UPDATED?|URGENT"
)


def lift_category(headline: str) -> tuple[str, str, list[str]]:
    """ "HUMAN RIGHTS: New plan" gives its category; "WOLA: no revision" keeps its acronym.

    Lifted are capitals before the first colon whose every word is long or a known short subject.
    Other capitals stay in the headline and are flagged, for an acronym is not a topic.
    """
    before, colon, after = headline.partition(":")
    prefix, rest = before.strip(), after.strip()
    words = re.findall(r"[^\W\d_]+", prefix)
    if not colon or not rest or not words or prefix != prefix.upper() or len(prefix) > 60:
        return "", headline, []
    if len("".join(words)) < 3:
        return "", headline, []
    plain = re.fullmatch(r"[^\W\d_]+(?:(?: & |[ ’'-])[^\W\d_]+)*", prefix)
    subjects = all(len(word) > 4 or _SHORT_SUBJECT.fullmatch(word) for word in words)
    shouted = len(rest) > 8 and rest == rest.upper()
    if plain and subjects and not shouted and not any(map(_NO_SUBJECT.fullmatch, words)):
        return prefix, rest, []
    return "", headline, [f"“{prefix}:” may be a category; it was left in the headline."]
