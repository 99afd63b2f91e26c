import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from blocks.languages import LANGUAGES
from blocks.text import BOX_FEATURES, PARAGRAPH_FEATURES, TEASER_FEATURES
from tests.factories import make_article

SAID = '<p data-block-key="a">He said <span lang="es">agua es vida</span>.</p>'


@pytest.fixture
def there_and_back():
    converter = ContentstateConverter(PARAGRAPH_FEATURES)
    return lambda html: converter.to_database_format(converter.from_database_format(html))


@pytest.mark.parametrize("code", [code for code, _name in LANGUAGES])
def test_a_marked_passage_is_opened_and_saved_as_it_was(there_and_back, code):
    stored = f'<p data-block-key="a">He said <span lang="{code}">yaku</span>.</p>'

    assert there_and_back(there_and_back(stored)) == stored


@pytest.mark.parametrize("features", [PARAGRAPH_FEATURES, TEASER_FEATURES, BOX_FEATURES])
def test_wherever_there_are_bold_letters_a_language_can_be_marked(features):
    converter = ContentstateConverter(features)

    assert converter.to_database_format(converter.from_database_format(SAID)) == SAID


def test_a_passage_may_hold_a_link_and_bold_letters(there_and_back):
    stored = (
        '<p data-block-key="a"><span lang="es">agua </span><a href="https://example.org/">'
        '<span lang="es">es</span></a><b><span lang="es"> vida</span></b></p>'
    )

    saved = there_and_back(stored)

    assert saved.count('lang="es"') == 3
    assert '<a href="https://example.org/"><span lang="es">es</span></a>' in saved
    assert there_and_back(saved) == saved


@pytest.mark.parametrize(
    "mark",
    [
        'lang="xx"',
        'lang=""',
        'lang="es&quot; onclick=&quot;steal()"',
        'class="big"',
        'style="color: red"',
        'xml:lang="es"',
    ],
)
def test_any_other_mark_is_dropped_and_its_words_stay(there_and_back, mark):
    stored = f'<p data-block-key="a">He said <span {mark}>agua</span>.</p>'

    assert there_and_back(stored) == '<p data-block-key="a">He said agua.</p>'


def test_of_a_marked_passage_nothing_but_its_language_is_kept(there_and_back):
    stored = SAID.replace("<span", '<span class="big" onclick="steal()"')

    assert there_and_back(stored) == SAID


def test_an_unknown_language_that_is_sent_is_not_stored():
    converter = ContentstateConverter(TEASER_FEATURES)
    sent = converter.from_database_format(SAID).replace("LANGUAGE-es", "LANGUAGE-klingon")

    assert converter.to_database_format(sent) == ('<p data-block-key="a">He said agua es vida.</p>')


@pytest.mark.django_db
def test_readers_and_feeds_are_told_the_language(client):
    article = make_article(teaser=SAID, body=[("paragraph", SAID)])

    page = client.get(article.url).content.decode()
    feed = client.get(f"{article.get_parent().url}feed/").content.decode()

    assert page.count('<span lang="es">agua es vida</span>') == 2
    assert feed.count('&lt;span lang="es"&gt;agua es vida&lt;/span&gt;') == 2
    assert article.summary == "He said agua es vida."
