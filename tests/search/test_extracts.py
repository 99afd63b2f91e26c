import pytest

from search.extracts import LENGTH, Marker
from search.words import wanted


def marked(typed: str, text: str) -> str:
    return Marker(wanted(typed)).marked(text)


@pytest.mark.parametrize(
    ("typed", "text", "with_marks"),
    [
        ("canete", "In Cañete.", "In <mark>Cañete</mark>."),
        ("Cañete", "in CANETE", "in <mark>CANETE</mark>"),
        ("strike", "Two strikes", "Two <mark>strikes</mark>"),
        ("copper road", "The copper road", "The <mark>copper road</mark>"),
        ('"copper road"', "Copper, no road", "Copper, no road"),
        ("road", "Railroad", "Railroad"),
        ("b", "<b>b</b> & b", "&lt;<mark>b</mark>&gt;<mark>b</mark>&lt;/<mark>b</mark>&gt; &amp; <mark>b</mark>"),
        ("script", "<script>", "&lt;<mark>script</mark>&gt;"),
        ("", "Nothing & all", "Nothing &amp; all"),
    ],
)  # fmt: skip
def test_what_was_looked_for_is_marked_and_the_rest_escaped(typed, text, with_marks):
    assert marked(typed, text) == with_marks


def test_accents_written_with_two_signs_are_marked_whole():
    assert marked("canete", "En Can\u0303ete") == "En <mark>Cañete</mark>"


def test_an_extract_is_cut_around_the_first_mark():
    text = "Before. " * 80 + "The ferry sank. " + "After. " * 80

    extract = Marker(wanted("ferry")).extract("A summary.", text)

    assert "<mark>ferry</mark>" in extract
    assert extract.startswith("…Before.") and extract.endswith("…")
    assert len(extract) < LENGTH + 30


def test_a_summary_that_says_it_is_taken_before_the_text():
    extract = Marker(wanted("ferry")).extract("The ferry sank.", "A ferry in the text.")

    assert extract == "The <mark>ferry</mark> sank."


def test_without_a_mark_the_summary_stands_as_it_is():
    assert Marker(wanted("ferry")).extract("A & B.", "Text.") == "A &amp; B."
    assert Marker(wanted("")).extract("", "Text & more.") == "Text &amp; more."


def test_one_very_long_word_is_cut_as_well():
    extract = Marker(wanted("ferry")).extract("", "x" * 5000 + " ferry " + "y" * 5000)

    assert len(extract) < LENGTH + 40
