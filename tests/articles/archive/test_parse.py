"""Old listings about invented places become records, and no character goes missing."""

import datetime
import random

import pytest

from articles.archive.parse import Listing, NotAListing, decode, fold, parse_listing

BOXES = """
  • The Lowland Story

    For a hundred years the Lowlands were ruled from the coast.\u00a0

  • Salt and Water

    Every well within a day's walk of the coast has turned brackish.

  • Why join the Lowland Circle?

    • Hear first what happens upstream
    • Learn how wells are measured
    • Stand by the ferry people

    Join the Circle"""

LETTER = (
    """• Ferry strike enters its second month

    31 May 2006

    The ferries of Tarn have been tied up since April.
    Nobody expects them to sail before the rains.

  • Two wells closed

    31 May 2006

    Inspectors closed the wells at Low Brack and Far Brack.

  • Mayor of Tarn on leave

    31 March 2006

    The mayor has asked for three months of leave.2006.The council agreed\u00a0at once

  • Salt price falls

    31 March 2006

    A sack of salt costs half of what it did.

    Traders blame the new road.

  • A bridge too short

    30 November 2005

    The bridge at Ombra ends eleven metres before the bank.
"""
    + BOXES
)

ANALYSIS = (
    """• Who owns the estuary?

    8 Dec 2014

    Three ministries claim the mud flats, and none of them will drain them.

  • Elections: the coast against the hills

    29 November 2014

    The hill villages voted as one for the first time since 1971.

  • FISHERIES: Quotas without fish

    2 November 2014

    Quotas rose again, while the boats came home empty.

  • The long drought

    31 August 2014

    It has not rained in Tarn for fourteen months.
"""
    + BOXES
)

HOME = (
    """• 23 July 2015

    Salt works to reopen

    The salt works at Brack are to reopen in the autumn.

  • 18 July 2015

    Ferry sunk

    A ferry sank off Ombra; all were saved.

  • 10 July 2015

    Wells measured

    Schoolchildren measured forty wells.


  • . 23 July 2015

    What the salt is worth

    The works pay less in tax than the market women of Tarn.

  • . 11 July 2015

    Why ferries sink

    Nine in ten of them are older than their captains.

Featured Notices

  • 25 October 2014

    Report on our meeting of 17 October 2014

    The talks are printed in full.

    The maps are in the download.

  • 08 May 2012

    Give while you shop

    Two shops give a share of your bill to the Circle.


  • 14 June 2012

    Cheaper for friends

    Who brings a friend pays half.
"""
    + BOXES
)


def characters(text: str) -> int:
    return len("".join(text.split()))


def assert_nothing_is_lost(text: str, listing: Listing) -> None:
    left = sum(characters(line) for line in listing.leftovers)
    assert listing.characters_in == characters(text)
    assert listing.characters_in == listing.characters_placed + left


def item(headline: str, date: str, *teaser: str) -> str:
    paragraphs = "".join(f"\n\n    {paragraph}" for paragraph in teaser)
    return f"  • {headline}\n\n    {date}{paragraphs}\n\n"


def test_a_letter_gives_its_items_in_printed_order_with_their_places_in_the_day():
    listing = parse_listing(LETTER, "letter.txt")

    assert [(one.date.isoformat(), one.position, one.headline) for one in listing.items] == [
        ("2006-05-31", 0, "Ferry strike enters its second month"),
        ("2006-05-31", 1, "Two wells closed"),
        ("2006-03-31", 0, "Mayor of Tarn on leave"),
        ("2006-03-31", 1, "Salt price falls"),
        ("2005-11-30", 0, "A bridge too short"),
    ]
    assert {one.kind for one in listing.items} == {"article"}
    assert_nothing_is_lost(LETTER, listing)


def test_month_ends_are_flagged_and_keep_their_day():
    listing = parse_listing(LETTER)

    flags = [one.flags for one in listing.items]

    assert flags[0] == ["Possible month stamp: 31 May 2006 is the last day of its month."]
    assert all(len(found) == 1 for found in flags)
    assert {one.precision for one in listing.items} == {"day"}


def test_a_teaser_keeps_its_paragraphs_its_lines_and_its_faults():
    items = parse_listing(LETTER).items

    assert items[0].teaser == [
        [
            "The ferries of Tarn have been tied up since April.",
            "Nobody expects them to sail before the rains.",
        ]
    ]
    assert items[2].teaser == [
        ["The mayor has asked for three months of leave.2006.The council agreed at once"]
    ]
    assert len(items[3].teaser) == 2


def test_analysis_is_one_run_with_its_two_ways_of_printing_a_date():
    listing = parse_listing(ANALYSIS)

    assert [str(one.date) for one in listing.items] == [
        "2014-12-08",
        "2014-11-29",
        "2014-11-02",
        "2014-08-31",
    ]
    assert {one.run for one in listing.items} == {0}
    assert [one.category for one in listing.items] == ["", "", "FISHERIES", ""]
    assert_nothing_is_lost(ANALYSIS, listing)


def test_boxes_and_the_join_box_are_found_at_the_tail():
    listing = parse_listing(ANALYSIS)

    assert [box.headline for box in listing.boxes] == ["The Lowland Story", "Salt and Water"]
    assert listing.boxes[0].teaser == [
        ["For a hundred years the Lowlands were ruled from the coast."]
    ]
    assert listing.join is not None
    assert listing.join.headline == "Why join the Lowland Circle?"
    assert listing.join.points[1:] == ["Learn how wells are measured", "Stand by the ferry people"]
    assert listing.join.call_to_action == "Join the Circle"


def test_a_home_page_gives_two_runs_and_its_notices_in_printed_order():
    listing = parse_listing(HOME)

    assert [(one.run, one.headline) for one in listing.items] == [
        (0, "Salt works to reopen"),
        (0, "Ferry sunk"),
        (0, "Wells measured"),
        (1, "What the salt is worth"),
        (1, "Why ferries sink"),
    ]
    assert [(one.position, str(one.date)) for one in listing.notices] == [
        (0, "2014-10-25"),
        (1, "2012-05-08"),
        (2, "2012-06-14"),
    ]
    assert len(listing.notices[0].teaser) == 2
    assert_nothing_is_lost(HOME, listing)


def test_a_page_without_boxes_or_join_box_is_a_listing_all_the_same():
    text = item("Ferry sunk", "3 May 2010", "All were saved.") + item(
        "Wells closed", "1 May 2010", "Two of them."
    )

    listing = parse_listing(text)

    assert (len(listing.items), listing.boxes, listing.join) == (2, [], None)
    assert_nothing_is_lost(text, listing)


def test_a_box_may_follow_the_join_box():
    text = item("Ferry sunk", "3 May 2010", "All were saved.") + (
        "  • Why join?\n\n    - Read more\n    - Pay less\n\n    Join\n\n"
        "  • Our aims\n\n    Clean wells.\n"
    )

    listing = parse_listing(text)

    assert listing.join is not None and listing.join.points == ["Read more", "Pay less"]
    assert [box.headline for box in listing.boxes] == ["Our aims"]


@pytest.mark.parametrize("mark", ["*", "-", "o", "·", "–", "■"])
def test_any_bullet_will_do(mark):
    listing = parse_listing(HOME.replace("•", mark))

    assert len(listing.items) == 5
    assert len(listing.notices) == 3
    assert listing.join is not None and len(listing.join.points) == 3
    assert_nothing_is_lost(HOME.replace("•", mark), listing)


def test_a_date_alone_between_two_items_opens_an_item_without_a_headline():
    text = (
        item("Ferry sunk", "12 May 2010", "All were saved.", "The captain swam.")
        + "\n    8 May 2010\n\n    Nothing is known but this line\n\n"
        + item("Wells closed", "3 May 2010", "Two of them.")
    )

    listing = parse_listing(text)

    assert [one.headline for one in listing.items] == ["Ferry sunk", "", "Wells closed"]
    assert listing.items[0].teaser == [["All were saved."], ["The captain swam."]]
    assert listing.items[1].teaser == [["Nothing is known but this line"]]
    assert listing.items[1].flags == ["The headline is missing."]
    assert_nothing_is_lost(text, listing)


def test_a_bullet_with_nothing_but_a_date_has_lost_its_headline_on_a_listing():
    text = LETTER.replace("• Two wells closed", "•")

    listing = parse_listing(text)

    assert [one.headline for one in listing.items][:3] == [
        "Ferry strike enters its second month",
        "",
        "Mayor of Tarn on leave",
    ]
    assert_nothing_is_lost(text, listing)


def test_a_home_page_item_without_a_headline_keeps_its_text_as_text():
    story = "The salt works at Brack are to reopen in the autumn, " * 4 + "as was said."
    text = HOME.replace("    Salt works to reopen\n\n", "").replace(
        "The salt works at Brack are to reopen in the autumn.", story
    )

    first = parse_listing(text).items[0]

    assert (first.headline, first.teaser) == ("", [[story]])
    assert "The headline is missing." in first.flags


@pytest.mark.parametrize(
    "day",
    ["19th May 2010", "19 May 2010", "19th May 2010\n    Hall of Salt"],
)
def test_the_day_of_a_meeting_inside_its_announcement_opens_no_item(day):
    text = item(
        "Our meeting on 19 May", "12 May 2010", "Wells and Rights", day, "Please register."
    ) + item("Wells closed", "3 May 2010", "Two of them.")

    listing = parse_listing(text)

    assert [one.headline for one in listing.items] == ["Our meeting on 19 May", "Wells closed"]
    assert [one.kind for one in listing.items] == ["event", "article"]
    assert listing.items[0].event is not None
    assert str(listing.items[0].event.start) == "2010-05-19 00:00:00"
    assert_nothing_is_lost(text, listing)


def test_a_doubtful_date_in_a_text_stays_there_and_is_flagged():
    text = item("Ferry sunk", "12 May 2010", "It began so.", "19 May 2010", "It ended so.") + item(
        "Wells closed", "3 May 2010", "Two of them."
    )

    listing = parse_listing(text)

    assert len(listing.items) == 2
    assert "A date alone in the text was left there: 19 May 2010." in listing.items[0].flags


def test_a_combined_headline_with_as_many_paragraphs_is_one_flagged_item():
    text = item(
        "Ferry sunk; Well closed; Road open", "3 May 2010", "It sank.", "It closed.", "It opened."
    ) + item("Salt; and water", "1 May 2010", "Only one story.")

    items = parse_listing(text).items

    assert items[0].flags == ["Combined headline: possibly a roundup of 3 stories."]
    assert len(items[0].teaser) == 3
    assert items[1].flags == []


@pytest.mark.parametrize(
    ("headline", "category", "rest"),
    [
        ("HUMAN RIGHTS: Night arrests", "HUMAN RIGHTS", "Night arrests"),
        ("POLITICS: Tarn: a vote for salt?", "POLITICS", "Tarn: a vote for salt?"),
        ("WOMEN AND LAND:\u00a0Deeds", "WOMEN AND LAND", "Deeds"),
        ("LAW : New code", "LAW", "New code"),
    ],
)
def test_a_category_in_capitals_is_lifted_from_the_headline(headline, category, rest):
    found = parse_listing(item(headline, "3 May 2010", "Text.")).items[0]

    assert (found.category, found.headline, found.flags) == (category, rest, [])
    assert found.printed_headline == fold(headline)


@pytest.mark.parametrize(
    "headline",
    ["LCT: the first hundred days", "NORA: no revision", "URGENT: help", "OIL/GAS: new wells"],
)
def test_capitals_that_may_be_a_name_stay_and_are_flagged(headline):
    found = parse_listing(item(headline, "3 May 2010", "Text.")).items[0]

    assert (found.category, found.headline) == ("", headline)
    assert "may be a category" in found.flags[0]


@pytest.mark.parametrize("headline", ["Brack: watch this place", "UN: no", "Salt", "2010: a year"])
def test_other_headlines_with_a_colon_are_left_in_peace(headline):
    found = parse_listing(item(headline, "3 May 2010", "Text.")).items[0]

    assert (found.category, found.headline, found.flags) == ("", headline, [])


def test_a_date_without_a_day_gives_an_item_of_its_month():
    found = parse_listing(item("Salt tax", "May 2006", "It rose.")).items[0]

    assert (found.date, found.precision, found.flags) == (datetime.date(2006, 5, 1), "month", [])


def test_text_at_the_edge_of_the_page_is_left_over_verbatim():
    text = "The Lowland Circle\n\n" + "  " + LETTER + "\n\n© 2006  The Circle\n"

    listing = parse_listing(text)

    assert listing.leftovers == ["The Lowland Circle", "© 2006  The Circle"]
    assert len(listing.items) == 5
    assert_nothing_is_lost(text, listing)


def test_an_undated_piece_among_dated_ones_is_left_over_and_no_box():
    text = LETTER.replace("• Two wells closed\n\n    31 May 2006", "• Two wells closed")

    listing = parse_listing(text)

    assert [box.headline for box in listing.boxes] == ["The Lowland Story", "Salt and Water"]
    assert [fold(line) for line in listing.leftovers] == [
        "• Two wells closed",
        "Inspectors closed the wells at Low Brack and Far Brack.",
    ]
    assert "Two wells closed" in listing.flags[0]
    assert_nothing_is_lost(text, listing)


def test_points_within_an_article_stay_in_its_text():
    text = LETTER.replace(
        "    Traders blame the new road.", "    • the new road\n    • the old ferry"
    )

    listing = parse_listing(text)

    assert listing.items[3].teaser[1] == ["• the new road", "• the old ferry"]
    assert_nothing_is_lost(text, listing)


@pytest.mark.parametrize("page", [LETTER, ANALYSIS, HOME])
@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_page_is_still_accounted_for_to_the_character(page, seed):
    dice = random.Random(seed)  # noqa: S311 - repeatable damage, not a secret
    lines = page.split("\n")
    for _ in range(6):
        place = dice.randrange(len(lines))
        damage = dice.choice(["drop", "blank", "dedent", "unbullet", "tab", "date", "join"])
        line = lines[place]
        lines[place] = {
            "drop": "",
            "blank": f"\u00a0\n{line}",
            "dedent": line.lstrip(),
            "unbullet": line.replace("•", "", 1),
            "tab": line.replace("    ", "\t", 1),
            "date": f"{line}\n\n    . 12 Jan 2010\n",
            "join": f"{line}\n•\n",
        }[damage]
    text = "\n".join(lines)

    listing = parse_listing(text)

    assert_nothing_is_lost(text, listing)
    printed = fold(text.replace("•", " "))
    for record in (*listing.items, *listing.notices, *listing.boxes):
        for line in (line for paragraph in record.teaser for line in paragraph):
            assert fold(line.replace("•", " ")) in printed


def test_a_long_page_is_read_in_reasonable_time():
    page = "".join(
        item(f"Story {n}", "3 May 2010", "Salt and water. " * 20, "More of it.")
        for n in range(2_000)
    )

    listing = parse_listing(page)

    assert [one.position for one in listing.items] == list(range(2_000))
    assert_nothing_is_lost(page, listing)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "it is empty"),
        (" \n\u00a0\n", "it is empty"),
        ("<!DOCTYPE html>\n<html><body><p>• Hi</p></body></html>", "a web page"),
        ("Dear friends,\n\n3 May 2010\n\nThe ferry has sunk.", "no bulleted headline with a date"),
        ("date,headline\n2010-05-03,Ferry\n", "no bulleted headline with a date"),
        ("# Notes\n\n* one\n* two\n", "no bulleted headline with a date"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(text, found):
    with pytest.raises(NotAListing) as refusal:
        parse_listing(text, "notes.txt")

    assert "notes.txt" in str(refusal.value)
    assert "Expected bulleted headlines" in str(refusal.value)
    assert found in str(refusal.value)


def test_old_and_new_editors_files_are_decoded():
    text = "• Tarn’s café"

    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)), "• a’".encode() + b"\xe2\x80"]
)
def test_data_that_is_no_whole_text_is_refused(data):
    with pytest.raises(NotAListing, match="Found"):
        decode(data)


def test_white_space_of_every_kind_folds_to_one_space():
    assert fold("\u00a0 Salt\u2003and\t\u202fwater\r\n") == "Salt and water"
