"""The three real pages, where they are at hand: every item as a careful reader finds it."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from articles.archive.parse import Listing, decode, fold, parse_listing

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
NAMES = ["000_4b0dae6d5297eece.txt", "001_abc69352d587d81d.txt", "004_b67fa2c034d32a64.txt"]


def seed(name: str) -> str:
    if not (SEEDS / name).exists():
        pytest.skip(f"The old pages are not beside this project: {SEEDS} is missing.")
    return decode((SEEDS / name).read_bytes())


def folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list):
        return [folded(part) for part in value]
    return {key: folded(part) for key, part in value.items()}


def as_expected(listing: Listing) -> dict[str, Any]:
    join = listing.join
    return {
        "articles": [
            {"date": item.date.isoformat(), "title": item.printed_headline, "teaser": item.teaser}
            for item in listing.items
        ],
        "notices": [
            {"date": notice.date.isoformat(), "title": notice.headline, "teaser": notice.teaser}
            for notice in listing.notices
        ],
        "topics": [{"title": box.headline, "teaser": box.teaser} for box in listing.boxes],
        "join": join
        and {
            "title": join.headline,
            "points": join.points,
            "call_to_action": join.call_to_action,
        },
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_record_matches_the_careful_reader_to_the_character(name):
    text = seed(name)
    expected = json.loads((SEEDS / "expected.json").read_text("utf-8"))[name]

    listing = parse_listing(text, name)

    assert as_expected(listing) == folded(expected)


VARIANTS = {
    "as it is": lambda text: text,
    "with Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "with a byte order mark": lambda text: "\ufeff" + text,
    "with stars": lambda text: text.replace("•", "*"),
    "with dashes": lambda text: text.replace("•", "-"),
    "with the letter o": lambda text: text.replace("•", "o"),
    "with tabs": lambda text: text.replace("\n    ", "\n\t\t").replace("\n  •", "\n\t•"),
    "with no-break spaces": lambda text: text.replace("  ", "\u00a0\u00a0"),
    "without indentation": lambda text: "\n".join(line.lstrip() for line in text.split("\n")),
    "with doubled blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "with single blank lines": lambda text: text.replace("\n\n\n", "\n\n"),
    "with a final newline": lambda text: text + "\n\n",
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", NAMES)
def test_the_way_a_page_was_saved_changes_no_record_and_loses_no_character(name, variant):
    text = VARIANTS[variant](seed(name))
    original = parse_listing(seed(name), name)

    listing = parse_listing(text, name)

    assert as_expected(listing) == as_expected(original)
    assert [item.run for item in listing.items] == [item.run for item in original.items]
    assert listing.leftovers == []
    assert (
        listing.characters_in
        == listing.characters_placed
        == len("".join(text.split())) - (text.startswith("\ufeff"))
    )


def test_the_only_events_in_the_old_pages_are_the_two_meetings():
    listings = [parse_listing(seed(name), name) for name in NAMES]

    events = [item for listing in listings for item in listing.items if item.kind == "event"]

    assert [str(item.event.start) for item in events] == [
        "2014-10-16 11:00:00",
        "2016-11-05 11:00:00",
    ]
    assert events[0].headline == ""
    assert events[0].event.postcode == "WC1H 0PN"
    assert [(str(time), label) for time, label in events[1].event.schedule] == [
        ("10:30:00", "Registration and coffee"),
        ("11:00:00", "Conference"),
    ]
    assert events[1].event.prices == [("Members and Concessions", "8.00"), ("Non-members", "13.00")]


def test_the_home_page_has_two_runs_and_the_listings_have_one():
    runs = [Counter(item.run for item in parse_listing(seed(name), name).items) for name in NAMES]

    assert runs == [{0: 10}, {0: 10}, {0: 4, 1: 4}]


def test_categories_are_lifted_from_the_headlines_that_have_one():
    listing = parse_listing(seed(NAMES[0]), NAMES[0])

    categories = Counter(item.category for item in listing.items if item.category)

    assert categories == {"HUMAN RIGHTS": 2, "POLITICS": 2, "EXTRACTIVES": 1}
