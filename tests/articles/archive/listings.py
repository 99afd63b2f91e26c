"""Old pages about invented places, in the two shapes the old site had, and a way to import them."""

from io import StringIO
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page

from base.models import ImportRecord, OrganisationSettings


def item(headline: str, date: str, *paragraphs: str) -> str:
    """As on a listing page: the date below the headline."""
    text = "".join(f"\n    {paragraph}\n" for paragraph in paragraphs)
    return f"  • {headline}\n\n    {date}\n{text}\n"


def dated(date: str, headline: str, *paragraphs: str) -> str:
    """As on the home page: the date first."""
    text = "".join(f"\n    {paragraph}\n" for paragraph in paragraphs)
    return f"  • {date}\n\n    {headline}\n{text}\n"


def box(headline: str, *paragraphs: str) -> str:
    text = "".join(f"\n    {paragraph}\n" for paragraph in paragraphs)
    return f"  • {headline}\n{text}\n"


JOIN = """  • Why join the Tarn Circle?

    • Hear first what happens upstream
    • Stand by the ferry people

    Join the Circle"""
STORY = box("The Lowland Story", "For a hundred years the Lowlands were ruled from the coast.")
WELLS = box("Salt and Water", "Every well near the coast has turned brackish.")
BOXES = STORY + WELLS + JOIN

FERRY = item(
    "Ferry strike enters its second month", "12 May 2008", "The ferries lie tied up & idle."
)
TWO_WELLS = item("Two wells closed", "12 May 2008", "Inspectors closed the well at Low Brack.")
MAYOR = item("Mayor of Tarn on leave", "12 May 2008", "The mayor has asked for leave.")
QUOTAS = item(
    "FISHERIES: Quotas without fish", "2 May 2008", "The bay is empty.", "So are the nets."
)
MEETING = item(
    "Spring meeting of the Circle on 7 June",
    "1 May 2008",
    "7 June 2008\n    Quarry Hall\n    12 Mill Lane, Tarn TN1 2AB",
    "Registration opens at 10:30am; meeting starts at 11:00am\n    Members £8, non-members £13",
    "Please register with ferry@example.org in advance.",
)
LOST = "  • 16 April 2008\n\n    7pm, Customs House, 3 Quay Street, Tarn TN1 9ZZ\n\n"
LETTER = FERRY + TWO_WELLS + MAYOR + QUOTAS + MEETING + LOST + BOXES

HOME_PAGE = (
    dated("23 July 2009", "Bridge at Ombra opens", "Three carts crossed it before noon.")
    + dated("18 July 2009", "Hill villages vote", "They voted as one for the first time.")
    + dated("10 July 2009", "Salt price falls", "A sack costs half of what it did.")
    + "\n\n"
    + dated(". 24 July 2009", "Who owns the estuary?", "Three ministries claim the mud flats.")
    + dated(". 20 July 2009", "The ferry and the law", "No law names the ferry.")
    + "Featured Notices\n\n"
    + dated("25 October 2008", "Report on the autumn meeting", "The talks are in the download.")
    + dated("14 October 2008", "Annual report", "See what your subscriptions have paid for.")
    + dated("14 June 2009", "Membership discount", "A tenth less for those who pay by order.")
    + BOXES
)


def save(folder: Path, **pages: str) -> list[str]:
    """Write each page as a file of that name; returns their paths."""
    paths = []
    for name, text in pages.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def run(*files: str, **options) -> str:
    """Import those files; returns the report."""
    out = StringIO()
    call_command("import_archive", *files, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def every_row() -> dict[str, list[tuple]]:
    """All the database holds, table by table."""
    models = [model for model in apps.get_models() if model._meta.managed]
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in models
    }


def the_site() -> list[tuple]:
    """What an import leaves behind, without the numbers a database gives to its rows."""
    rows = [_of_page(page.specific) for page in Page.objects.filter(depth__gt=1).order_by("path")]
    rows += (
        ImportRecord.objects.exclude(key__startswith="sidebar")
        .order_by("key")
        .values_list("key", "source", "hash", "page__path")
    )
    join = OrganisationSettings.objects.values_list("join_headline", "join_points", "join_button")
    return [*rows, *join]


def _of_page(page: Page) -> tuple:
    texts = [
        str(getattr(page, name, ""))
        for name in ("date", "date_precision", "position_in_day", "teaser", "summary", "body")
    ]
    topics = (
        [topic.title for topic in page.topics.order_by("path")]
        if hasattr(page, "main_topic")
        else []
    )
    boxes = [[str(box.value) for box in sidebar.boxes] for sidebar in page.sidebars.all()]
    place = (page.path, page.numchild, page.url_path, getattr(page, "sort_order", 0))
    state = (page.title, page.draft_title, page.live, page.revisions.exists())
    return (type(page).__name__, *place, *state, *texts, topics, boxes)
