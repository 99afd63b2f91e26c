"""The editors' guide: every picture it shows exists, and none is left over."""

import re
from pathlib import Path

import pytest
from PIL import Image

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = DOCS / "pictures"
GUIDE = (DOCS / "editors.md").read_text("utf-8")
SHOWN = sorted(re.findall(r"\(pictures/([\w-]+\.png)\)", GUIDE))


def anchor(heading: str) -> str:
    """As the places where such files are read make one of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_the_guide_shows_every_picture_once_and_no_other():
    there = sorted(path.name for path in PICTURES.glob("*.png"))

    assert there == SHOWN


def test_beside_every_picture_stand_the_words_it_shows():
    words = sorted(path.stem for path in PICTURES.glob("*.txt") if path.read_text("utf-8").strip())

    assert words == [name.removesuffix(".png") for name in SHOWN]


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_of_the_guide_is_small(name):
    path = PICTURES / name

    width = Image.open(path).width
    assert width <= 1200
    assert path.stat().st_size <= 120_000


def test_every_picture_says_what_it_shows():
    described = re.findall(r"!\[([^\]]+)\]\(pictures/", GUIDE)

    assert len(described) == len(SHOWN)


def test_the_list_of_chapters_leads_to_every_chapter():
    chapters = [anchor(heading) for heading in re.findall(r"^## (.+)$", GUIDE, re.M)]

    listed = re.findall(r"\]\(#([\w-]+)\)", GUIDE)

    assert listed == chapters
