"""The checks beside the form and on the bar find what a careful reader finds, and nothing else."""

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from articles.models import ArticlePage
from tests.factories import make_article, make_image, make_index, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

# Puts the text of another page in place of this one's, and says what is found in it.
FIND = """async (html) => {
  const bar = document.querySelector("wagtail-userbar");
  const other = new DOMParser().parseFromString(html, "text/html");
  document.querySelector("main").replaceWith(other.querySelector("main"));
  const said = other.querySelector("meta[name=description]");
  document.querySelector("meta[name=description]").content = said.content;
  const found = await axe.run(bar.axeConfig.context, bar.axeConfig.options);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => [id, document.querySelector(node.target[0]).textContent.trim()]));
}"""


@pytest.fixture
def find(signed_in):
    """What the bar finds in the pages at these addresses; they are all of the kind of the first."""

    page = signed_in("Editor")

    def found(*paths: str) -> list[tuple[str, str, str]]:
        page.goto(paths[0])
        page.locator("[data-content-checker-count]").first.wait_for(state="attached")
        page.wait_for_function(
            "document.querySelector('wagtail-userbar').shadowRoot"
            ".querySelector('[data-content-checker-count]').textContent !== ''"
        )
        visitor = Client()
        answers = {path: visitor.get(path) for path in paths}
        return [
            (path, *fault)
            for path, answer in answers.items()
            if answer.status_code == 200  # a notice may lead elsewhere, a page may be closed
            for fault in page.evaluate(FIND, answer.content.decode())
        ]

    return found


def written(*texts: str) -> list[tuple[str, str]]:
    return [("paragraph", "".join(texts))]


FAULTS = {
    "link-vague": [
        "click here", "Here", "read more", "more…", "this link", "the link below", "link",
        "haga clic aquí", "aquí", "leer más", "más información", "este enlace",
    ],
    "link-bare-address": ["https://example.org/report.pdf", "www.example.org"],
    "words-that-point": [
        "Please click on the link below.", "Follow the link below to join.",
        "Register here to earn money.", "The minutes are included in the download.",
        "Haga clic en el título.", "Pulse aquí para inscribirse.",
    ],
    "relative-time": [
        "The talks begin next week.", "It was closed last Friday.", "The vote is tomorrow.",
        "Over the past couple of weeks it rained.", "He came three days ago.",
        "La marcha es la próxima semana.", "Llegó el lunes pasado.", "Volverá mañana.",
        "Murió hace dos meses.",
    ],
}  # fmt: skip
CLEAR = {
    "link-vague": ["the annual report", "more than a hundred wells", "Here is the map"],
    "link-bare-address": ["example.org", "hello@example.org"],
    "words-that-point": ["The people here carried it.", "It is found below the town."],
    "relative-time": [
        "In the last week of May it rained.", "It was closed on 12 May.", "This year it rained.",
        "“We shall march next week,” she said.", "Por la mañana llovió.", "The next of kin came.",
    ],
}  # fmt: skip


def text_of(sentences: dict[str, list[str]]) -> str:
    """Links as links, the rest as paragraphs."""
    return "".join(
        f'<p>See <a href="https://example.org/">{words}</a> as well.</p>'
        if name.startswith("link")
        else f"<p>{words}</p>"
        for name, texts in sentences.items()
        for words in texts
    )


def test_every_vague_word_is_found_and_no_clear_one(find):
    news = make_index()
    faulty = make_article(news, body=written(text_of(FAULTS)), teaser="<p>Rain.</p>")
    clear = make_article(news, body=written(text_of(CLEAR)), teaser="<p>Rain.</p>")

    found = find(faulty.url, clear.url)

    expected = [(faulty.url, name, words) for name, texts in FAULTS.items() for words in texts]
    assert sorted(found) == sorted(expected)


def test_the_same_words_of_time_are_no_fault_where_nothing_is_dated(find):
    topic = make_topic(
        teaser="<p>Rain.</p>", background=written("<p>The talks begin next week.</p>")
    )

    assert find(topic.url) == []


def test_a_picture_needs_words_that_are_no_file_name_unless_it_is_decoration(find):
    def picture(alt: str, is_decoration: bool = False) -> dict:
        image = make_image()
        image.contextual_alt_text, image.decorative = alt, is_decoration
        return {"image": image, "caption": alt}

    described = [picture(alt) for alt in ("", "DSC_0042.JPG", "img 2041", "A bridge of rope")]
    pictures = [*described, picture("", is_decoration=True)]
    article = make_article(
        body=[("image", one) for one in pictures], lead_image=make_image(), teaser="<p>Rain.</p>"
    )

    found = [name for _path, name, _words in find(article.url)]

    assert sorted(found) == ["alt-text-quality"] * 2 + ["picture-undescribed"] * 2


def test_an_editor_reads_in_the_panel_what_is_wrong_and_what_to_do(signed_in):
    body = written(
        '<h3>How deep</h3><p>For the minutes <a href="https://example.org/">click here</a>.</p>'
    )
    article = make_article(
        title="WATER FOR EVERYBODY", lead_image=make_image(), body=body, teaser="<p>Rain.</p>"
    )
    page = signed_in("Editor")
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"/admin/pages/{article.pk}/edit/")

    page.locator("[data-side-panel-toggle=checks]").click()
    panel = page.locator("[data-side-panel=checks]")
    panel.get_by_text("A heading skips a level").wait_for()

    assert sorted(panel.locator("[data-content-checker-name]").all_inner_texts()) == [
        "A heading skips a level",
        "A headline in capitals",
        "A link that does not say where it leads",
        "A picture without a description",
    ]
    assert panel.get_by_text("Link the words that name what a reader will find").is_visible()
    assert not [line for line in said if "Security Policy" in line]


# --- the demo and the pages of the old site


def test_the_demo_raises_no_alarm(find):
    call_command("build_demo", articles=8, verbosity=0)
    pages = list(Page.objects.live().filter(depth__gt=1).order_by("path").specific())
    dated = [page.url for page in pages if isinstance(page, ArticlePage)]

    found = find(*dated) + find(*(page.url for page in pages if page.url not in dated))

    assert found == []


OF_THE_OLD_SITE = [
    ("relative-time", "couple of weeks"),
    ("relative-time", "Last week"),
    ("relative-time", "next month"),
    ("relative-time", "This next week"),
    ("relative-time", "this month"),
    ("words-that-point", "Register here"),
    ("words-that-point", "click on the link below"),
    ("words-that-point", "click on the subject heading"),
    ("words-that-point", "clicking on the link below"),
    ("words-that-point", "included in the download"),
]


def test_the_faults_of_the_old_site_are_found(seeds, find):
    call_command("import_archive", *sorted(map(str, seeds.glob("0*.txt"))), verbosity=0)
    pages = Page.objects.live().filter(depth__gt=1).specific()

    found = find(*(page.url for page in pages if getattr(page, "owes_a_date", False)))

    known = [
        (name, fault)
        for _path, name, words in found
        for of_kind, fault in OF_THE_OLD_SITE
        if of_kind == name and fault in words
    ]
    assert sorted(known) == sorted(OF_THE_OLD_SITE)
    assert len(found) == len(OF_THE_OLD_SITE)
