"""What other programs put on the clipboard, pasted into real editors and read back from the database."""

import html
import re
import unicodedata
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.factories import make_article, make_index

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

CLIPBOARDS = Path(__file__).parent / "clipboards"
CORPUS = sorted(path for path in CLIPBOARDS.iterdir() if not path.name.endswith(".kept.html"))
BLOCK = "h2|h3|p|ul|ol|li|blockquote"
UNREAD = re.compile(
    r"<(head|style|script|title)\b.*?</\1>|<!--.*?-->|<!\[.*?\]>|^Version:[^<]*", re.S | re.I
)

PASTE = """(editor, { html, text }) => {
    const clipboardData = new DataTransfer();
    if (html) clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    editor.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
    );
}"""
WRITTEN = """(inputs) => [...document.querySelectorAll(inputs)].every(
    (input) => /"text":"[^"]/.test(input.value)
)"""


def words(markup: str) -> list[str]:
    """All words a person could read in it, without looking at how it is made."""
    text = html.unescape(re.sub(r"<[^>]*>", " ", UNREAD.sub(" ", markup)))
    return re.findall(r"\w+", unicodedata.normalize("NFC", text.replace("\u00ad", "")))


def text_beside(clipboard: Path) -> dict[str, str]:
    """The same words without form, which every program puts beside its HTML."""
    source = clipboard.read_text("utf-8")
    if clipboard.suffix == ".txt":
        return {"html": "", "text": source}
    return {"html": source, "text": html.unescape(re.sub(r"<[^>]*>", "", UNREAD.sub("", source)))}


def readable(stored: str) -> str:
    """One block a line, without the keys the editor gives them."""
    plain = re.sub(r' data-block-key="[^"]*"', "", stored)
    return re.sub(rf"(</?(?:ul|ol)>|</(?:{BLOCK})>|(?=<(?:ul|ol)>))", r"\1\n", plain)


def lines(markup: str) -> list[str]:
    return [line.strip() for line in readable(markup).splitlines() if line.strip()]


def paste(editor, **clipboard) -> None:
    editor.click()
    editor.evaluate(PASTE, {"html": "", "text": "", **clipboard})


def body(page):
    return page.locator("#panel-child-content-body-section [role=textbox]")


def save(page, texts: str) -> None:
    """Once the editors have written all of it into the form, which they do after a moment's rest."""
    page.wait_for_function(WRITTEN, arg=texts)
    page.keyboard.press("Control+s")
    page.wait_for_selector(".messages .success")


def saved(article) -> list[str]:
    article.refresh_from_db()
    return [block.value.source for block in article.get_latest_revision_as_object().body]


def complaint(clipboard: Path, stored: str) -> str:
    """What differs from what was agreed, or which words are gone without being named there."""
    agreement = clipboard.with_suffix(".kept.html")
    agreed = agreement.read_text("utf-8") if agreement.exists() else "-->"
    left_out, _, kept = agreed.partition("-->")
    missing = words(text_beside(clipboard)["html"] or html.escape(clipboard.read_text("utf-8")))
    for word in words(stored):
        if word in missing:
            missing.remove(word)
    if lines(kept) != lines(stored):
        return f"{clipboard.name}: expected\n{kept}\nbut stored\n{readable(stored)}"
    if (" ".join(missing) or "nothing") != left_out.removeprefix("<!-- left out:").strip():
        return f"{clipboard.name}: these words are gone: {' '.join(missing)}"
    return ""


def test_what_is_pasted_from_any_program_keeps_its_words_and_their_form(whole_tree, signed_in):
    news = make_index(slug="news", title="News")
    texts = [("paragraph", "") for _ in CORPUS]
    draft = make_article(news, title="Pasted", live=False, body=texts)
    page = signed_in("Editor")
    page.goto(f"/admin/pages/{draft.pk}/edit/")

    for number, clipboard in enumerate(CORPUS):
        paste(body(page).nth(number), **text_beside(clipboard))
    save(page, "input[name^=body-][name$=-value]")

    complaints = [complaint(*pair) for pair in zip(CORPUS, saved(draft), strict=True)]
    assert not any(complaints), "\n\n".join(filter(None, complaints))


def test_pasting_is_undone_at_once_and_leaves_what_the_editor_knows_as_it_is(whole_tree, signed_in):
    news = make_index(slug="news", title="News")
    linked = f'<p>Write to <a id="{news.pk}" linktype="page">news@example.org</a> or ring.</p>'
    texts = [("paragraph", text) for text in (linked, "", "<p>Ferry</p>", "")]
    draft = make_article(news, title="Pasted", live=False, body=texts)
    page = signed_in("Editor")
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    teaser = page.locator("#panel-child-content-teaser-section [role=textbox]")
    word = text_beside(CLIPBOARDS / "word-windows.html")

    paste(body(page).nth(3), **word)
    pasted = body(page).nth(3).inner_text()
    page.keyboard.press("Control+z")
    body(page).nth(2).click()
    page.keyboard.press("Control+a")
    body(page).nth(2).evaluate(PASTE, {"html": "", "text": "https://example.org/ferry"})
    paste(teaser, **word)
    notice = page.locator("#panel-child-content-teaser-section .paste-notice")
    notice.get_by_text("Pictures cannot be pasted").wait_for()
    faults = Axe().run(page, context=".paste-notice").response["violations"]
    body(page).nth(0).click()
    for keys in ("Control+a", "Control+c"):
        page.keyboard.press(keys)
    body(page).nth(1).click()
    page.keyboard.press("Control+v")
    save(page, "input[name=teaser], [name=body-0-value], [name=body-1-value]")

    original, copied, ferry, undone = (readable(text).strip() for text in saved(draft))
    summary = readable(draft.get_latest_revision_as_object().teaser)
    assert faults == []
    assert "Three wells" in pasted
    assert copied == original
    assert f'<a linktype="page" id="{news.pk}">news@example.org</a>' in copied
    assert ferry == '<p><a href="https://example.org/ferry">Ferry</a></p>'
    assert undone == ""
    assert "<h2>" not in summary
    assert words(summary) == words((CLIPBOARDS / "word-windows.kept.html").read_text("utf-8"))
