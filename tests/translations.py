"""The catalogue of each language, gathered from code and templates: `make messages` runs this file.

It needs no gettext: Python's own parser reads the code, Django's reads the templates, polib writes.
What was translated is kept, what is no longer said is dropped, what is new waits with no words.

What Wagtail says and we say otherwise stands in `locale/en_GB`, written by hand: Django puts that
catalogue above Wagtail's own. The other languages say it otherwise as well.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib

ROOT = Path(__file__).resolve().parent.parent
INSTEAD_OF_WAGTAILS = ROOT / "locale/en_GB/LC_MESSAGES/django.po"
PACKAGES = (
    "site_config", "desk", "home", "search", "articles", "topics", "notices", "base", "blocks", "users",
)  # fmt: skip
# Which of the arguments are words: (context, one, many).
ARGUMENTS = {
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
}
_STRING = r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_IN_TEMPLATE = re.compile(
    rf"\b(_|n?p?gettext)\({_STRING}(?:,\s*{_STRING})?(?:,\s*{_STRING})?", re.S
)


class Marked(NamedTuple):
    """One thing that is said, and where."""

    context: str | None
    one: str
    many: str | None
    place: str

    @property
    def key(self) -> tuple:
        return (self.context, self.one, self.many)


def catalogues() -> list[Path]:
    every = (ROOT / "locale").glob("*/LC_MESSAGES/django.po")
    return sorted(path for path in every if path != INSTEAD_OF_WAGTAILS)


def written_by_hand() -> list[Path]:
    """Our English in the place of Wagtail's, on its pages and in its scripts."""
    return sorted(INSTEAD_OF_WAGTAILS.parent.glob("*.po"))


def everything_marked() -> dict[tuple, Marked]:
    """All that is marked for translation, each once, in the order of the files."""
    found: dict[tuple, Marked] = {}
    code = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    words = sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file())
    for path in code:
        if "migrations" not in path.parts:
            for marked in in_code(path):
                found.setdefault(marked.key, marked)
    for path in words:
        for marked in in_template(path):
            found.setdefault(marked.key, marked)
    for entry in polib.pofile(str(INSTEAD_OF_WAGTAILS)):
        place = str(INSTEAD_OF_WAGTAILS.relative_to(ROOT))
        said = Marked(entry.msgctxt, entry.msgid, entry.msgid_plural or None, place)
        found.setdefault(said.key, said)
    return found


def in_code(path: Path) -> Iterator[Marked]:
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            shape = ARGUMENTS.get(names.get(name, name))
            if shape:
                words = [getattr(argument, "value", None) for argument in node.args]
                yield from marked(shape, words, path)


def in_template(path: Path) -> Iterator[Marked]:
    from django.utils.translation.template import templatize

    for match in _IN_TEMPLATE.finditer(templatize(path.read_text("utf-8"), origin=str(path))):
        name = "gettext" if match[1] == "_" else match[1]
        words = [ast.literal_eval(text) if text else None for text in match.groups()[1:]]
        yield from marked(ARGUMENTS[name], words, path)


def marked(shape: tuple, words: list, path: Path) -> Iterator[Marked]:
    told = [None if n is None or n >= len(words) else words[n] for n in shape]
    if isinstance(told[1], str):
        yield Marked(told[0], told[1], told[2], str(path.relative_to(ROOT)))


def update(path: Path) -> None:
    """Bring one catalogue up to date, and write what Django reads beside it."""
    catalogue = polib.pofile(str(path), wrapwidth=100)
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    catalogue.clear()
    for said in everything_marked().values():
        entry = known.get((said.context, said.one)) or polib.POEntry(
            msgctxt=said.context, msgid=said.one
        )
        if said.many and not entry.msgstr_plural:
            entry.msgid_plural, entry.msgstr_plural = said.many, {0: "", 1: ""}
        entry.occurrences = [(said.place, "")]
        entry.flags = ["python-format"] if re.search(r"%(\(\w+\))?[sd]", said.one) else []
        catalogue.append(entry)
    catalogue.save(str(path))
    catalogue.save_as_mofile(str(path.with_suffix(".mo")))
    waiting = len(catalogue.untranslated_entries())
    sys.stdout.write(f"{path.relative_to(ROOT)}: {len(catalogue)} entries, {waiting} wait\n")


if __name__ == "__main__":
    import django
    from django.conf import settings

    settings.configure(USE_I18N=False)
    django.setup()
    for file in catalogues():
        update(file)
    for file in written_by_hand():
        polib.pofile(str(file)).save_as_mofile(str(file.with_suffix(".mo")))
