"""The Spanish of the site and its admin: whole, in step with the English, and compiled."""

import re

import polib
import pytest

from tests.translations import catalogues, everything_marked

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


def test_a_translation_fills_in_what_the_english_does(catalogue):
    def holes(text: str) -> set:
        return {match[0] for match in PLACEHOLDER.finditer(text)}

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
