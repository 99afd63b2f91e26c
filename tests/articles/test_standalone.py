import pytest

from articles.standalone import standalone

ADDRESS = "https://example.org/news/bridge/"


def alone(html: str) -> str:
    return standalone(html, ADDRESS)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p class="lede" id="x" data-topic="water">Text</p>', "<p>Text</p>"),
        ('<a href="/rivers/">On</a>', '<a href="https://example.org/rivers/">On</a>'),
        ('<a href="#story-1">On</a>', f'<a href="{ADDRESS}#story-1">On</a>'),
        ('<a href="?page=2">On</a>', f'<a href="{ADDRESS}?page=2">On</a>'),
        ('<a href="https://a.example/?a=1&amp;b=2" rel="noopener">On</a>',
         '<a href="https://a.example/?a=1&amp;b=2">On</a>'),
        ('<a href="mailto:a@example.org">Write</a>', '<a href="mailto:a@example.org">Write</a>'),
        ("<section><h2>One</h2></section>", "<div><h2>One</h2></div>"),
        ('<span class="ft">PDF</span>', "PDF"),
        ('<span class="ft" lang="es">agua</span>', '<span lang="es">agua</span>'),
        ('<blockquote class="quote" lang="qu">yaku</blockquote>',
         '<blockquote lang="qu">yaku</blockquote>'),
        ("1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3"),
        ('<td colspan="2">a</td>', '<td colspan="2">a</td>'),
        ("<p>one<br>two</p>", "<p>one<br>two</p>"),
    ],
)  # fmt: skip
def test_only_what_can_stand_alone_is_kept(html, expected):
    assert alone(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<script>steal()</script>",
        "<style>p{color:red}</style>",
        '<svg viewBox="0 0 2 2"><path d="M0 0"/><text>x</text></svg>',
        '<form><input name="q"><button>Go</button></form>',
        '<span aria-hidden="true">knot</span>',
        '<iframe src="https://example.org/">x</iframe>',
    ],
)
def test_what_only_a_browser_on_the_site_needs_goes_with_its_content(html):
    assert alone(f"<p>Before{html}after</p>") == "<p>Beforeafter</p>"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "", "ftp://x.org/"])
def test_a_link_that_leads_nowhere_is_only_its_words(href):
    assert alone(f'<p><a href="{href}">Words</a></p>') == "<p>Words</p>"


def test_an_attribute_cannot_be_ended_from_within():
    html = alone('<img src="/a.jpg" alt="&quot; onerror=&quot;x()">')

    assert html == '<img src="https://example.org/a.jpg" alt="&quot; onerror=&quot;x()">'


def test_a_picture_has_the_size_of_the_one_that_is_shown():
    picture = (
        '<picture><source type="image/avif" srcset="/a.avif 480w"><img src="/m/800.jpg"'
        ' srcset="/m/480.jpg 480w, /m/800.jpg 800w, /m/1200.jpg 1200w" width="1200" height="801"'
        ' sizes="100vw" alt="A bridge" loading="lazy"></picture>'
    )

    assert alone(picture) == (
        '<img src="https://example.org/m/800.jpg" alt="A bridge" width="800" height="534">'
    )


def test_what_is_left_open_is_closed():
    assert alone("<div><p>One<b>two</div>three") == "<div><p>One<b>two</b></p></div>three"


@pytest.mark.parametrize("address", ["http://[x", "http://a]b/", "https://ex\u2100mple.org/"])
def test_an_address_typed_wrong_costs_its_link_and_not_the_feed(address):
    assert alone(f'<p>Read <a href="{address}">on</a></p>') == "<p>Read on</p>"
