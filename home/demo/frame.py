"""What stands around the news: streams, topics, plain pages, forms, menus and the home page."""

from typing import Any

from wagtail.models import Site

from articles.models import NewsIndex
from base.models import OrganisationSettings, Sidebar
from base.prose import as_rich
from home.demo.texts import FORMS, ORGANISATION, SAMPLE_NOTE, STANDARD_PAGES, STREAMS, TOPICS
from home.demo.writing import Writer
from home.models import FormField, FormPage, HomePage, StandardPage
from topics.models import TopicPage

FOUNDED = -20 * 365  # days from today; the streams and topics are as old as the archive
IN_THE_MENU = ["news", "analysis", "topics", "events", "publications", "about"]
LISTS = {
    "topics": "Topics",
    "events": "Events",
    "notices": "Notices",
    "archive": "Archive",
    "search": "Search",
    "feed": "Atom feed",
    "calendar": "Calendar of events",
}
AT_THE_FOOT = [
    ("Read", ["news", "analysis", "topics", "publications", "archive", "search"]),
    ("Take part", ["events", "notices", "join", "contact"]),
    ("Follow without an account", ["feed", "calendar"]),
    (
        "This site",
        ["about", "how-to-use-our-texts", "privacy", "accessibility", "about-this-design"],
    ),
]


def add_streams(writer: Writer, home: HomePage) -> dict[str, NewsIndex]:
    """Drafts for now: their sidebars name topics that do not exist yet."""
    return {stream["slug"]: _add_stream(writer, home, stream) for stream in STREAMS}


def _add_stream(writer: Writer, home: HomePage, stream: dict) -> NewsIndex:
    page = NewsIndex(
        title=stream["title"],
        slug=stream["slug"],
        search_description=stream["description"],
        introduction=writer.body.blocks(stream["introduction"]),
        show_in_menus=True,
    )
    return writer.add(stream["slug"], home, page, writer.day(FOUNDED))


def add_topics(writer: Writer, home: HomePage) -> None:
    for topic in TOPICS:
        page = TopicPage(
            title=topic["title"],
            slug=topic["slug"],
            teaser=as_rich([topic["teaser"]]),
            dye=topic["dye"],
            is_subject=topic["is_subject"],
        )
        writer.add(topic["slug"], home, page, writer.day(FOUNDED))


def publish_topics(writer: Writer) -> None:
    for topic in TOPICS:
        page = writer.pages[topic["slug"]]
        intro = ("paragraph", as_rich([topic["intro"]]))
        page.background = writer.body.blocks([intro, *topic["body"]])
        writer.publish(page)


def publish_streams(writer: Writer) -> None:
    for stream in STREAMS:
        boxes = [("topic_box", {"topic": writer.pages[slug]}) for slug in stream["boxes"]]
        page = writer.pages[stream["slug"]]
        page.sidebars = [Sidebar(mode=Sidebar.Mode.OWN, boxes=[*boxes, ("join_box", {})])]
        writer.publish(page)


def add_plain_pages(writer: Writer, home: HomePage) -> None:
    """All of them first, so that they and the topics can name one another."""
    for shipped in STANDARD_PAGES:
        page = StandardPage(
            title=shipped["title"],
            slug=shipped["slug"],
            introduction=shipped["teaser"],
            show_in_menus=shipped["slug"] in IN_THE_MENU,
        )
        writer.add(shipped["slug"], home, page, writer.day(-900))
    for shipped in FORMS:
        writer.publish(writer.add(shipped["slug"], home, _form(shipped), writer.day(-900)))


def publish_plain_pages(writer: Writer) -> None:
    for shipped in STANDARD_PAGES:
        page = writer.pages[shipped["slug"]]
        page.body = writer.body.blocks(shipped["body"])
        writer.publish(page)


def _form(shipped: dict) -> FormPage:
    page = FormPage(
        title=shipped["title"],
        slug=shipped["slug"],
        introduction=shipped["intro"],
        thank_you=shipped["thank_you"],
        button=shipped["submit"],
    )
    page.form_fields = [
        FormField(**{**question, "choices": "\n".join(question["choices"])}, sort_order=place)
        for place, question in enumerate(shipped["fields"])
    ]
    return page


def own_words() -> dict[str, str]:
    """What the demo writes into the organisation settings, by field."""
    join = ORGANISATION["join"]
    names = ("name", "tagline", "about", "address", "email", "charity_number")
    return {
        **{name: ORGANISATION[name] for name in names},
        "small_print": SAMPLE_NOTE,
        "join_headline": join["headline"],
        "join_text": join["text"],
        "join_points": "\n".join(join["points"]),
        "join_button": join["button"],
    }


def write_settings(writer: Writer, site: Site) -> OrganisationSettings:
    """Only what is still empty: words of the organisation's own stay."""
    said = OrganisationSettings.for_site(site)
    columns = [
        ("column", {"heading": heading, "links": [_link(writer, name) for name in names]})
        for heading, names in AT_THE_FOOT
    ]
    menu = [("link", _link(writer, name)) for name in IN_THE_MENU]
    ours = {**own_words(), "menu": menu, "footer": columns, "join_page": writer.pages["join"]}
    for name, value in ours.items():
        if not getattr(said, name):
            setattr(said, name, value)
    said.save()
    return said


def _link(writer: Writer, name: str) -> dict[str, Any]:
    if name in LISTS:
        return {"list": name, "label": LISTS[name]}
    return {"page": writer.pages[name]}


def write_home(writer: Writer, home: HomePage) -> None:
    home.title = home.seo_title = ORGANISATION["name"]
    home.search_description = ORGANISATION["about"]
    news, analysis = writer.pages["news"], writer.pages["analysis"]
    subjects = [writer.pages[topic["slug"]] for topic in TOPICS if topic["is_subject"]]
    home.sections = [
        ("lead", {"article": None}),
        ("streams", {"streams": [{"index": news, "count": 8}, {"index": analysis, "count": 4}]}),
        ("notices", {"heading": "Notices", "count": 4}),
        ("topics", {"topics": subjects}),
        ("archive", {"index": news, "heading": "The archive, year by year"}),
        ("join", {}),
    ]
    writer.publish(home)
