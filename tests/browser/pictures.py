"""Pictures of screens for docs/editors.md, taken by the test that walks through them.

Beside each picture stand the words it shows. They are compared at every run, so that a picture of a
screen that has changed since fails; `make pictures` takes all of them again.
"""

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
COLOURS = 64  # of a screen few are needed, and the file is a fourth of its size

# What a person can see of it, scrolling: other letters, on another machine, may not change it. Not what
# is folded up, nor what comes when it is ready: small numbers on buttons, and a warning to save.
SEEN = """(root) => {
    const seen = (box) => box.width > 1 && box.height > 1;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const words = [];
    const UNREAD = "script, style, option, [data-side-panel-toggle], .footer__container";
    while (walker.nextNode()) {
        const { currentNode } = walker;
        const range = document.createRange();
        range.selectNodeContents(currentNode);
        const shown = { opacityProperty: true, visibilityProperty: true };
        if (currentNode.parentElement.closest(UNREAD)) continue;
        if (!currentNode.parentElement.checkVisibility(shown)) continue;
        if (seen(range.getBoundingClientRect())) words.push(currentNode.data);
    }
    return words.join("\\n");
}"""
UNSAVED = ".footer__container { display: none; }"
FRAME = """(root) => {
    const box = root.getBoundingClientRect();
    const x = Math.max(0, box.left), y = Math.max(0, box.top);
    return { x, y, width: Math.min(innerWidth, box.right) - x, height: Math.min(innerHeight, box.bottom) - y };
}"""
CHANGING = (
    (
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December)\b",
        "Month",
    ),
    (r"\b\d+ (?:second|minute|hour)s?\b", "some time"),
    (r"\d+", "0"),
)


def unchanging(text: str) -> str:
    """Each phrase once, on a line, without dates and numbers, which are others at every run."""
    for shape, instead in CHANGING:
        text = re.sub(shape, instead, text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(dict.fromkeys(line for line in lines if line)) + "\n"


def keep(name: str, shot: bytes, words: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    image = Image.open(io.BytesIO(shot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    image.save(PICTURES / f"{name}.png", optimize=True)
    (PICTURES / f"{name}.txt").write_text(words, "utf-8")


def compare(name: str, words: str) -> None:
    record = PICTURES / f"{name}.txt"
    recorded = record.read_text("utf-8") if record.exists() else ""
    gone, new = (
        [line for line in one.splitlines() if line not in other.splitlines()]
        for one, other in ((recorded, words), (words, recorded))
    )
    assert words == recorded, (
        f"docs/pictures/{name}.png is stale: run `make pictures`, look at it, and read its chapter"
        f" in docs/editors.md again. No longer there: {gone}. New: {new}."
    )


@pytest.fixture
def picture():
    """Takes a picture of what is seen of a part of a page, or holds the words of the old one against it."""
    taken = []

    def take(page, name: str, part: str = "#main") -> None:
        root = page.locator(part)
        page.mouse.move(0, 0)  # no hint of a button that the pointer happens to rest on
        words = unchanging(root.evaluate(SEEN))
        taken.append(name)
        if os.environ.get("MAKE_PICTURES"):
            clip = root.evaluate(FRAME)
            still = {"caret": "hide", "animations": "disabled", "style": UNSAVED}
            keep(name, page.screenshot(clip=clip, **still), words)
        else:
            compare(name, words)

    take.taken = taken
    return take
