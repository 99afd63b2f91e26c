"""Plain words out of rich text."""

import pytest

from base.prose import as_rich, beginning, number_of_words, opening, paragraphs, plain


def test_each_paragraph_is_a_line_of_its_own():
    html = "<p>The ferry <b>sails</b>.</p><p></p><ul><li>Daily</li><li>At noon</li></ul>"

    assert paragraphs(html) == ["The ferry sails.", "Daily", "At noon"]


def test_signs_and_spaces_come_out_as_they_are_read():
    assert plain("<p>Salt &amp; water\u00a0&lt;5%</p>\n<p> x<br/>y </p>") == "Salt & water <5% x y"


@pytest.mark.parametrize("nothing", ["", None, "<p></p>", "<p>\u00a0</p>"])
def test_nothing_gives_nothing(nothing):
    assert plain(nothing) == ""


def test_a_short_text_is_left_whole():
    assert beginning("Twelve words", 12) == "Twelve words"


@pytest.mark.parametrize(
    ("length", "expected"),
    [(9, "The…"), (10, "The ferry…"), (11, "The ferry…"), (13, "The ferry, or…")],
)
def test_a_long_text_is_cut_between_words_and_says_so(length, expected):
    assert beginning("The ferry, or what is left", length) == expected


def test_a_text_without_a_space_is_cut_all_the_same():
    assert beginning("x" * 50, 10) == "x" * 10 + "…"


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (20, "The ferry sails. Dr. Illa is on board. ¿Who else? Nobody."),
        (9, "The ferry sails. Dr. Illa is on board."),
        (7, "The ferry sails."),
        (2, "The ferry…"),
        (0, "…"),
    ],
)
def test_an_opening_is_made_of_whole_sentences_where_they_fit(most, expected):
    text = "The ferry sails. Dr. Illa is on board. ¿Who else? Nobody."

    assert opening(text, most) == expected


def test_an_opening_of_nothing_is_nothing():
    assert opening("", 5) == ""


def test_no_text_can_bring_markup_of_its_own():
    assert as_rich(["<script>", "a & b"]) == "<p>&lt;script&gt;</p><p>a &amp; b</p>"


@pytest.mark.parametrize(
    "rich",
    [
        "",
        "<p>One two</p><p>three</p>",
        "Line<br/>after line",
        "un<b>believ</b>able &amp; true&nbsp;words",
        '<a linktype="page" id="3">A link</a>, 3 < 5 and 6 > 2',
        "<ul><li>first</li><li>second</li></ul>",
    ],
)
def test_words_are_counted_as_they_are_read(rich):
    assert number_of_words(rich) == len(plain(rich).split())
