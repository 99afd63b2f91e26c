"""The Spanish of the site and its admin: whole, in step with the English, and compiled."""

import re
from pathlib import Path

import polib
import pytest
import wagtail

from tests.translations import ROOT, catalogues, everything_marked, in_code, written_by_hand

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w+)\}")
CATALOGUES = catalogues()
ADVICE = "Run `make messages`, then fill in what waits."


@pytest.fixture(scope="module", params=CATALOGUES, ids=lambda path: path.parts[-3])
def catalogue(request) -> polib.POFile:
    return polib.pofile(str(request.param))


def test_there_is_a_catalogue():
    assert [path.parts[-3] for path in CATALOGUES] == ["es"]


def test_everything_said_is_in_the_catalogue_and_nothing_else(catalogue):
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}

    said = {(marked.context, marked.one) for marked in everything_marked().values()}

    assert (said - known, known - said) == (set(), set()), ADVICE


def test_everything_is_translated(catalogue):
    waiting = [entry.msgid for entry in catalogue if not entry.translated()]

    assert waiting == [], ADVICE


def holes(text: str) -> set:
    return {match[0] for match in PLACEHOLDER.finditer(text)}


def test_a_translation_fills_in_what_the_english_does(catalogue):
    strays = [
        entry.msgid
        for entry in catalogue
        for words in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        # One of something may go without its number.
        if holes(words) - holes(entry.msgid + entry.msgid_plural)
        or (not entry.msgid_plural and holes(words) != holes(entry.msgid))
    ]

    assert strays == []


def test_what_django_reads_is_what_translators_wrote(catalogue):
    compiled = polib.mofile(catalogue.fpath.removesuffix(".po") + ".mo")

    written = {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in catalogue}

    assert {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in compiled} == written, ADVICE


def wagtail_says(domain: str) -> set[str]:
    """Every word of Wagtail's own, from the list that its translators work from."""
    lists = Path(wagtail.__file__).parent.rglob(f"locale/en/LC_MESSAGES/{domain}.po")
    return {entry.msgid for path in lists for entry in polib.pofile(str(path))}


def test_what_we_say_in_the_place_of_wagtail_is_something_it_says():
    said = {marked.one for marked in in_code(ROOT / "desk" / "wagtails_words.py")}

    assert len(said) > 200
    assert said - wagtail_says("django") == set()


def test_what_the_scripts_of_the_admin_say_is_translated_and_compiled(catalogue):
    scripts = polib.pofile(catalogue.fpath.replace("django.po", "djangojs.po"))
    compiled = polib.mofile(scripts.fpath.removesuffix(".po") + ".mo")

    assert {entry.msgid for entry in scripts} <= wagtail_says("djangojs")
    assert [entry.msgid for entry in scripts if not entry.translated()] == []
    assert {e.msgid: (e.msgstr, e.msgstr_plural) for e in compiled} == {
        e.msgid: (e.msgstr, e.msgstr_plural) for e in scripts
    }


@pytest.mark.parametrize("path", written_by_hand(), ids=lambda path: path.stem)
def test_our_english_stands_in_the_place_of_words_that_wagtail_says(path):
    ours, compiled = polib.pofile(str(path)), polib.mofile(str(path.with_suffix(".mo")))

    assert {entry.msgid for entry in ours} <= wagtail_says(path.stem)
    assert [entry.msgid for entry in ours if holes(entry.msgid) != holes(entry.msgstr)] == []
    assert {(e.msgid, e.msgstr) for e in compiled} == {(e.msgid, e.msgstr) for e in ours}, ADVICE
