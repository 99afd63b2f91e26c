import pytest

from search.words import cleaned, fold, forms, shortened, wanted

NAMES = {("rqs",): (("rqs",), ("remigio", "quispe")), ("remigio", "quispe"): (("rqs",), ("remigio", "quispe"))}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("Cañete", [(("canete",),)]),
        ("ferry strike", [(("ferry",),), (("strike",),)]),
        ("the ferry of the strike", [(("ferry",),), (("strike",),)]),
        ('"the ferry" strike', [(("the", "ferry"),), (("strike",),)]),
        ("“copper road”", [(("copper", "road"),)]),
        ("29785-2011", [(("29785", "2011"),)]),
        ("the minister’s promise", [(("minister",),), (("promise",),)]),
        ("ferry ferry FERRY", [(("ferry",),)]),
        ('"ferry', [(("ferry",),)]),
        ("a AND b* OR (near) ^x -y {z}:", [(("b",),), (("near",),), (("x",),), (("z",),)]),
        ("the of and", []),
        ("\" '() * --", []),
        ("", []),
    ],
)
def test_what_is_typed_becomes_words(typed, choices):
    assert list(wanted(typed).choices) == choices


@pytest.mark.parametrize("typed", ["RQS resigns", "remigio quispe resigns", "Remigio Quispe's, resigns"])  # fmt: skip
def test_a_known_name_may_be_any_of_its_names(typed):
    names, other = wanted(typed, NAMES).choices

    assert names == NAMES[("rqs",)]
    assert other == (("resigns",),)


def test_a_known_name_is_no_name_in_other_company():
    assert wanted("remigio the quispe", NAMES).choices == ((("remigio",),), (("quispe",),))


def test_control_characters_are_taken_out():
    assert cleaned("fer\x00ry\n\t\u200bboat\x1f ") == "fer ry boat"


def test_a_long_query_is_cut_by_letters_and_by_words():
    assert len(shortened("x" * 3000)) == 200
    assert shortened("a " * 50).split() == ["a"] * 16


def test_accents_capitals_and_signs_do_not_count():
    assert fold("MARAÑÓN/Ucayali’s") == "maranon ucayali s"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("strikes", "strike"),
        ("strike", "strikes"),
        ("communities", "community"),
        ("community", "communities"),
        ("boxes", "box"),
        ("mujeres", "mujer"),
        ("mujer", "mujeres"),
        ("witnesses", "witness"),
        ("witness", "witnesses"),
    ],
)
def test_a_word_has_a_singular_and_a_plural(one, other):
    assert other in forms(one)


@pytest.mark.parametrize("word", ["29785", "c3po", "us", "x"])
def test_what_is_no_noun_has_no_plural(word):
    assert forms(word) == [word]
