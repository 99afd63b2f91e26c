"""One page of every kind and state, with the long words that real pages have, and where each stands."""

import datetime

from django.utils import timezone

from articles.models.events import State
from base.models import OrganisationSettings
from tests.factories import (
    make_article,
    make_document,
    make_event,
    make_form,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    restrict,
    the_home,
)

LISTS = [
    "/",
    "/news/",
    "/news/?topic=rivers",
    "/news/2026/",
    "/news/2026/05/",
    "/analysis/",
    "/archive/",
    "/archive/2006/",
    "/archive/2026/?topic=rivers",
    "/topics/",
    "/rivers/",
    "/bare/",
    "/events/",
    "/notices/",
    "/search/",
    "/search/?q=water",
    "/search/?q=water&sort=newest&topic=rivers",
    "/search/?q=xyzzy",
]
TEXTS = [
    "/news/water/",
    "/news/only-a-teaser/",
    "/news/three-stories/",
    "/news/long-ago/",
    "/news/talk/",
    "/news/moved-talk/",
    "/news/cancelled-talk/",
    "/news/past-talk/",
    "/appeal/",
    "/about/",
    "/contact/",
    "/contact/thanks/",
]
OTHERS = ["/members/", "/_util/login/", "/nothing-here/"]
PATHS = [*LISTS, *TEXTS, *OTHERS]

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def body(picture, document, topic) -> list[tuple[str, object]]:
    """Every word of the editors' vocabulary, once."""
    described = {"image": picture.pk, "alt_text": "A grey hillside", "decorative": False}
    return [
        (
            "paragraph",
            "<h2>The well</h2><p>It gives water <b>again</b>.</p><h3>How deep</h3><p>Twelve"
            " metres.</p><h2>The school</h2><ul><li>Open</li></ul>",
        ),
        ("image", {"image": described, "caption": "The hill", "width": "side"}),
        ("pull_quote", {"quote": "We carried it ourselves.", "attribution": "A neighbour"}),
        ("fact_box", {"heading": "What is a well?", "text": "<p>A hole with water in it.</p>"}),
        ("documents", {"heading": "To download", "documents": [document.pk]}),
        (
            "gallery",
            {
                "heading": "A day at the well",
                "pictures": [{"image": described, "caption": f"Picture {n}"} for n in range(3)],
            },
        ),
        (
            "video",
            {"title": "Three wells", "url": "https://example.org/wells", "kind": "video"},
        ),
        (
            "table",
            {
                "caption": "Wells and their depth",
                "table": {
                    "columns": [
                        {"type": "text", "heading": "Well"},
                        {"type": "text", "heading": LONG_WORD},
                    ],
                    "rows": [{"values": ["School", "12 metres"]}],
                },
            },
        ),
        (
            "timeline",
            {
                "heading": "How it came",
                "entries": [{"when": f"May {year}", "text": "<p>A step.</p>"} for year in (1, 2)],
            },
        ),
        (
            "statistics",
            {
                "heading": "Counted",
                "figures": [{"number": "2 of 3", "label": "wells in use"}],
                "source": "Survey of wells, 2021",
                "source_url": "https://example.org/survey",
            },
        ),
        (
            "call_to_action",
            {
                "heading": "Write a letter",
                "text": "<p>Before May.</p>",
                "link": {"label": "How to write", "url": "https://example.org/letters"},
            },
        ),
        (
            "sources",
            {"heading": "Sources", "items": [{"text": "Minutes", "url": "https://example.org/m"}]},
        ),
        ("related_pages", {"heading": "", "pages": [topic.pk]}),
        ("correction", {"date": datetime.date(2026, 5, 5), "text": "<p>It was Tuesday.</p>"}),
    ]


def build() -> None:
    """Put the pages of PATHS under the home page of a fresh site."""
    rivers = make_topic(
        slug="rivers", title="Rivers", dye="water", teaser="<p>Who drinks first.</p>"
    )
    mines = make_topic(slug="mines", title="Mines", dye="mining")
    make_topic(slug="bare", title="Bare")
    news, analysis = make_index(slug="news", title="News"), make_index(slug="analysis")
    picture = make_image(description="A grey hillside", credit="A neighbour")
    document = make_document(title="The depth of water", description="Measured in May.")
    rivers.background = [
        ("paragraph", "<h2>Where they rise</h2><p>In the hills.</p>"),
        ("documents", {"heading": "Key documents", "documents": [document]}),
    ]
    rivers.save()
    make_article(
        news, slug="water", title="Water again", main_topic=rivers, topics=[mines],
        lead_image=picture, lead_image_caption="The hill", byline="A neighbour",
        updated_on=datetime.date(2026, 5, 9), content_note="This report describes a thirst.",
        teaser="<p>The pump at Ayona runs.</p>", body=_stream(body(picture, document, rivers)),
    )  # fmt: skip
    make_article(news, slug="earlier", title="Water before", main_topic=rivers,
                 date=datetime.date(2026, 5, 2), lead_image=picture, teaser="<p>Soon.</p>")  # fmt: skip
    make_article(news, slug="only-a-teaser", title=LONG_WORD, teaser="<p>All that is left.</p>")
    make_article(analysis, title="A look back at water", teaser="<p>Twenty years.</p>")
    _many_more(news)
    make_article(news, slug="three-stories", title="This month", main_topic=mines, body=_stories())
    old = {"date": datetime.date(2006, 5, 31), "date_precision": "month"}
    make_article(news, slug="long-ago", title="In May", body=[("paragraph", "<p>Old.</p>")], **old)
    _events(news)
    make_notice(slug="appeal", title="An appeal", teaser="<p>Give a spade.</p>")
    make_notice(title="A report", target_document=document)
    restrict(make_page(slug="members", title="For members"))
    make_form(slug="contact", title="Contact")
    _organisation(make_page(slug="about", title="About us", show_in_menus=True))


def _stream(blocks: list[tuple[str, object]]) -> str:
    """As the editor stores it, with ids, so that anchors are there too."""
    import json
    import uuid

    return json.dumps(
        [
            {
                "type": name,
                "value": value.isoformat() if isinstance(value, datetime.date) else value,
                "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name}-{n}")),
            }
            for n, (name, value) in enumerate(blocks)
        ],
        default=str,
    )


def _stories() -> str:
    story = {"teaser": "<p>Two sentences. About water.</p>", "topic": None}
    return _stream([("roundup_story", {"headline": f"Story {n}", **story}) for n in (1, 2, 3)])


def _many_more(news) -> None:
    for day in range(1, 13):
        make_article(
            news, title=f"Water carried for day {day}", date=datetime.date(2025, 3, day // 2 + 1)
        )


def _events(news) -> None:
    talk = [("paragraph", "<p>Come in.</p>")]
    make_event(
        news, slug="talk", title="A talk", venue="Town hall", postcode="AB1 2CD", body=talk,
        booking_url="https://example.org/book", contact="hello@example.org",
        prices=[("line", {"label": "All", "amount": "4"})],
        schedule=[("line", {"time": datetime.time(17, 30), "label": "Doors open"})],
    )  # fmt: skip
    soon = timezone.now() + datetime.timedelta(days=20)
    make_event(
        news, slug="moved-talk", title="A moved talk", start=soon, state=State.MOVED,
        state_note="Now in the school.", previous_start=soon - datetime.timedelta(days=7),
    )  # fmt: skip
    make_event(
        news, slug="cancelled-talk", title="A cancelled talk", start=soon,
        state=State.CANCELLED, state_note="The road is closed.",
    )  # fmt: skip
    report = make_article(news, slug="what-was-said", title="What was said")
    past = timezone.now() - datetime.timedelta(days=40)
    make_event(news, slug="past-talk", title="A past talk", start=past, report=report)


def _organisation(join) -> None:
    settings = OrganisationSettings.for_site(the_home().get_site())
    settings.name, settings.tagline = "Friends of Ayona", "Water, on the record"
    settings.join_headline, settings.join_points = "Why join?", "News\nFriends"
    settings.join_button, settings.join_page = "Become a member", join
    settings.urgent_text, settings.urgent_page = "The hearing is on Friday.", join
    settings.save()
