"""Records become pages: all of them, once, in their order, and never over what a person wrote."""

import datetime
from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.db import transaction
from wagtail.models import Page

from articles.archive import boxes, load
from articles.archive.parse import fold
from articles.models import ArticlePage, EventPage, NewsIndex
from base.models import ImportRecord
from notices.models import FeaturedNotice
from tests.articles.archive.listings import (
    BOXES,
    FERRY,
    HOME_PAGE,
    LETTER,
    LOST,
    MAYOR,
    QUOTAS,
    TWO_WELLS,
    dated,
    every_row,
    item,
    run,
    save,
    the_site,
)
from tests.factories import make_index, make_notice, make_user

pytestmark = pytest.mark.django_db


def titles(pages) -> list[str]:
    return [page.title for page in pages]


def in_stream(slug: str = "news"):
    stream = NewsIndex.objects.get(slug=slug)
    return ArticlePage.objects.descendant_of(stream).newest_first()


# --- what is written


def test_an_article_keeps_its_words_its_day_and_its_paragraphs(home, tmp_path):
    run(*save(tmp_path, letter=QUOTAS))

    article = ArticlePage.objects.get()

    assert article.title == "Quotas without fish"
    assert article.date == datetime.date(2008, 5, 2)
    assert article.teaser == "<p>The bay is empty.</p><p>So are the nets.</p>"
    assert article.live
    assert not article.body


def test_signs_that_html_would_read_as_markup_come_through(home, tmp_path):
    text = item("Salt & pepper", "2 May 2008", "Prices <below> those of 2007 & 2006.")

    run(*save(tmp_path, letter=text))

    article = ArticlePage.objects.get()
    assert article.teaser == "<p>Prices &lt;below&gt; those of 2007 &amp; 2006.</p>"
    assert article.summary == "Prices <below> those of 2007 & 2006."
    assert article.title == "Salt & pepper"


def test_an_announcement_becomes_an_event_with_its_words_as_the_text(home, tmp_path):
    run(*save(tmp_path, letter=LETTER))

    event = EventPage.objects.get(title="Spring meeting of the Circle on 7 June")

    assert fold(str(event.body[0].value)).count("Registration opens at 10:30am") == 1
    assert "7 June 2008<br/>Quarry Hall<br/>12 Mill Lane, Tarn TN1 2AB" in str(event.body[0].value)
    assert event.teaser == ""
    assert event.date == datetime.date(2008, 5, 1)


def test_what_an_announcement_says_of_when_and_where_fills_the_fields(home, tmp_path):
    run(*save(tmp_path, letter=LETTER))

    event = EventPage.objects.get(title="Spring meeting of the Circle on 7 June")

    assert event.start == datetime.datetime(2008, 6, 7, 10, tzinfo=datetime.UTC)
    assert (event.venue, event.street) == ("Quarry Hall", "12 Mill Lane, Tarn")
    assert (event.postcode, event.contact) == ("TN1 2AB", "ferry@example.org")
    assert [(str(line.value["time"]), line.value["label"]) for line in event.schedule] == [
        ("10:30:00", "Registration"),
        ("11:00:00", "Meeting"),
    ]
    assert [(line.value["label"], line.value["amount"]) for line in event.prices] == [
        ("Members", Decimal("8.00")),
        ("Non-members", Decimal("13.00")),
    ]


def test_an_address_too_long_for_its_field_stays_in_the_text_alone(home, tmp_path):
    hall = "The Great Hall of the United Societies of Ferrymen and " * 6
    text = item("Meeting", "1 May 2008", "7 June 2008, 7pm", f"{hall}, 3 Quay Street, Tarn TN1 9ZZ")

    run(*save(tmp_path, letter=text))

    event = EventPage.objects.get()
    assert event.venue == ""
    assert event.postcode == "TN1 9ZZ"
    assert fold(hall) in fold(str(event.body[0].value))


def test_an_item_without_a_headline_is_a_draft_that_says_so(home, tmp_path):
    report = run(*save(tmp_path, letter=FERRY + LOST))

    draft = ArticlePage.objects.get(live=False)
    assert draft.title == "Item without a headline, 16 April 2008"
    assert "The headline is missing." in report
    assert "(1 as drafts)" in report


def test_two_items_of_one_day_without_headlines_are_two_drafts(home, tmp_path):
    other = LOST.replace("Customs House", "Harbour House")

    run(*save(tmp_path, letter=FERRY + LOST + other))

    assert ArticlePage.objects.filter(live=False).count() == 2


def test_a_headline_too_long_for_a_page_is_cut_and_stands_whole_above_the_text(home, tmp_path):
    headline = "The ferry, the bridge and the well of Low Brack " * 7
    text = FERRY + item(headline.strip(), "2 May 2008", "They are closed.")

    report = run(*save(tmp_path, letter=text))

    article = ArticlePage.objects.get(date="2008-05-02")
    assert len(article.title) <= 255
    assert article.title.endswith("…")
    assert article.teaser == f"<p>{headline.strip()}</p><p>They are closed.</p>"
    assert "too long" in report


def test_every_page_has_a_revision_and_the_tree_is_sound(home, tmp_path):
    run(*save(tmp_path, letter=LETTER, home=HOME_PAGE))

    without = [page.title for page in Page.objects.filter(depth__gt=2) if not page.latest_revision]

    assert without == []
    assert not any(Page.find_problems())


def test_every_page_remembers_the_file_it_came_from(home, tmp_path):
    run(*save(tmp_path, letter=LETTER))

    sources = ImportRecord.objects.values_list("source", flat=True).distinct()

    assert set(sources) == {"letter.txt"}
    assert not ArticlePage.objects.filter(import_records=None).exists()


def test_an_address_that_a_route_would_hide_is_not_given(home, tmp_path):
    run(*save(tmp_path, letter=FERRY + item("2008", "2 May 2008", "A year like any other.")))

    article = ArticlePage.objects.get(title="2008")

    assert article.slug == "item-2008"


# --- streams and order


def test_a_listing_goes_into_the_news(home, tmp_path):
    run(*save(tmp_path, letter=LETTER))

    assert [stream.slug for stream in NewsIndex.objects.all()] == ["news"]


def test_the_two_runs_of_a_home_page_fill_two_streams(home, tmp_path):
    run(*save(tmp_path, home=HOME_PAGE))

    assert titles(in_stream("news")) == [
        "Bridge at Ombra opens",
        "Hill villages vote",
        "Salt price falls",
    ]
    assert titles(in_stream("analysis")) == ["Who owns the estuary?", "The ferry and the law"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("reports", ["analysis", "reports"]),
        ("letters,essays", ["essays", "letters"]),
        ("letters, essays", ["essays", "letters"]),
        ("analysis", ["analysis", "news"]),
    ],
)
def test_the_streams_can_be_named(home, tmp_path, given, expected):
    run(*save(tmp_path, home=HOME_PAGE), stream=given)

    assert sorted(stream.slug for stream in NewsIndex.objects.all()) == expected


def test_a_stream_that_is_there_is_used(home, tmp_path):
    stream = make_index(slug="news", title="Latest")

    run(*save(tmp_path, letter=FERRY))

    assert ArticlePage.objects.get().get_parent().pk == stream.pk


def test_the_printed_order_within_a_day_is_kept(home, tmp_path):
    run(*save(tmp_path, letter=LETTER))

    of_the_day = in_stream().filter(date="2008-05-12")

    assert [(page.title, page.position_in_day) for page in of_the_day] == [
        ("Ferry strike enters its second month", 0),
        ("Two wells closed", 1),
        ("Mayor of Tarn on leave", 2),
    ]


@pytest.mark.parametrize(
    "pages",
    [
        [FERRY + TWO_WELLS, TWO_WELLS + MAYOR],
        [TWO_WELLS + MAYOR, FERRY + TWO_WELLS],
        [MAYOR, FERRY + TWO_WELLS + MAYOR],
        [FERRY, TWO_WELLS + MAYOR],
    ],
)
def test_pages_that_overlap_keep_the_order_both_of_them_print(home, tmp_path, pages):
    files = [path for n, text in enumerate(pages) for path in save(tmp_path, **{f"p{n}": text})]

    run(*files)

    assert titles(in_stream()) == [
        "Ferry strike enters its second month",
        "Two wells closed",
        "Mayor of Tarn on leave",
    ]


def test_an_order_that_cannot_be_kept_is_said(home, tmp_path):
    first, second = save(tmp_path, first=FERRY + MAYOR, second=FERRY + TWO_WELLS + MAYOR)

    report = run(first, second)

    assert titles(in_stream())[-1] == "Two wells closed"
    assert "stands last of that day" in report


# --- months


def test_the_last_day_of_a_month_is_flagged_as_a_possible_stamp(home, tmp_path):
    text = FERRY + item("Salt tax", "31 May 2006", "It doubles.")

    report = run(*save(tmp_path, letter=text))

    assert ArticlePage.objects.get(title="Salt tax").date_precision == "day"
    assert "Possible month stamp: 31 May 2006" in report


def test_month_stamps_are_taken_for_months_when_asked(home, tmp_path):
    text = FERRY + item("Salt tax", "31 May 2006", "It doubles.")

    run(*save(tmp_path, letter=text), month_stamps=True)

    precision = dict(ArticlePage.objects.values_list("title", "date_precision"))
    assert precision == {"Salt tax": "month", "Ferry strike enters its second month": "day"}


def test_a_draft_of_a_stamped_month_does_not_claim_a_day(home, tmp_path):
    text = FERRY + LOST.replace("16 April 2008", "30 April 2008")

    run(*save(tmp_path, letter=text), month_stamps=True)

    assert ArticlePage.objects.get(live=False).title == "Item without a headline, April 2008"


# --- notices


def test_notices_stand_in_their_printed_order(home, tmp_path):
    run(*save(tmp_path, home=HOME_PAGE))

    assert titles(FeaturedNotice.objects.in_order()) == [
        "Report on the autumn meeting",
        "Annual report",
        "Membership discount",
    ]


def test_imported_notices_stand_on_top_as_one_block_and_move_no_other(home, tmp_path):
    lower, upper = make_notice(title="Older"), make_notice(title="Newer")
    places = {lower.pk: lower.sort_order, upper.pk: upper.sort_order}

    run(*save(tmp_path, home=HOME_PAGE))

    assert titles(FeaturedNotice.objects.in_order())[3:] == ["Newer", "Older"]
    assert (
        dict(FeaturedNotice.objects.filter(pk__in=places).values_list("pk", "sort_order")) == places
    )


def test_an_old_notice_is_due_for_review_at_once(home, tmp_path):
    run(*save(tmp_path, home=HOME_PAGE))

    notice = FeaturedNotice.objects.get(title="Membership discount")
    assert (str(notice.date), str(notice.review_on)) == ("2009-06-14", "2009-12-14")
    assert notice in FeaturedNotice.objects.due()


def test_a_notice_without_a_headline_is_a_draft(home, tmp_path):
    long = "See what your subscriptions have paid for in the year that began with a flood. " * 2
    text = HOME_PAGE.replace("    Annual report\n\n", "").replace(
        "See what your subscriptions have paid for.", long
    )

    report = run(*save(tmp_path, home=text))

    draft = FeaturedNotice.objects.get(live=False)
    assert draft.title == "Notice without a headline, 14 October 2008"
    assert draft.teaser == f"<p>{long.strip()}</p>"
    assert "The headline is missing." in report


def test_a_notice_of_which_only_the_month_is_known_waits_for_a_person(home, tmp_path):
    text = HOME_PAGE.replace("14 June 2009", "June 2009")

    report = run(*save(tmp_path, home=text))

    assert not FeaturedNotice.objects.get(title="Membership discount").live
    assert "A notice prints a day" in report


# --- again, and again


def test_a_second_run_changes_not_one_row(home, tmp_path, on_commit):
    files = save(tmp_path, letter=LETTER, home=HOME_PAGE)
    with on_commit():
        run(*files)
    before = every_row()

    with on_commit():
        report = run(*files)

    assert every_row() == before
    assert "pages created: 0" in report


def test_a_second_run_in_the_other_order_changes_not_one_row(home, tmp_path):
    files = save(tmp_path, letter=LETTER, home=HOME_PAGE)
    run(*files)
    before = every_row()

    run(*reversed(files))

    assert every_row() == before


class Killed(Exception):
    """The machine went down."""


# Both kinds of page, with a new topic, drafts aside: 15 records are made of them.
SHORT = {"letter": FERRY + QUOTAS + BOXES, "home": HOME_PAGE}
EARLY_AND_LATE = [1, 2, 5, 6, 9, 12, 13, 15]


@pytest.fixture
def kill(monkeypatch):
    """Let the import die where it would remember its page number `at`, whatever that page is."""

    @contextmanager
    def at(number: int):
        done = []

        def dying(*args):
            done.append(args)
            if len(done) == number:
                raise Killed
            return record(*args)

        record = load.record
        with monkeypatch.context() as patched:
            for module in (load, boxes):
                patched.setattr(module, "record", dying)
            yield

    return at


def test_those_are_all_the_places_to_die_in(home, tmp_path):
    run(*save(tmp_path, **SHORT))

    assert ImportRecord.objects.count() == max(EARLY_AND_LATE)


def test_a_run_that_was_killed_and_repeated_ends_the_same(home, tmp_path, kill):
    files = save(tmp_path, **SHORT)

    def end(*deaths: int) -> list:
        """What stands there after a run that died in these places, and one that did not."""
        before = transaction.savepoint()
        cache.clear()
        for number in deaths:
            with kill(number), pytest.raises(Killed):
                run(*files)
        run(*files)
        site = the_site()
        transaction.savepoint_rollback(before)
        return site

    expected = end()

    assert [number for number in EARLY_AND_LATE if end(number) != expected] == []


def test_a_page_that_was_edited_is_never_written_over(home, tmp_path):
    files = save(tmp_path, letter=LETTER)
    run(*files)
    article = ArticlePage.objects.get(title="Two wells closed")
    article.title, article.teaser, article.date = "Three wells", "<p>Ours.</p>", "2008-05-13"
    article.save_revision(user=make_user("Editor")).publish()
    before = every_row()

    run(*files)

    assert every_row() == before


def test_an_item_that_an_editor_moved_to_another_stream_is_not_brought_back(home, tmp_path):
    files = save(tmp_path, letter=FERRY + TWO_WELLS)
    run(*files)
    ArticlePage.objects.get(title="Two wells closed").move(make_index(), pos="last-child")

    run(*files)

    assert titles(in_stream("news")) == ["Ferry strike enters its second month"]


def test_one_day_and_headline_in_two_files_are_one_page(home, tmp_path):
    report = run(*save(tmp_path, first=FERRY + TWO_WELLS, second=FERRY + MAYOR))

    assert ArticlePage.objects.filter(title="Ferry strike enters its second month").count() == 1
    assert "another text" not in report


def test_one_headline_on_two_days_is_two_pages(home, tmp_path):
    later = FERRY.replace("12 May 2008", "13 May 2008")

    run(*save(tmp_path, letter=later + FERRY))

    assert ArticlePage.objects.count() == 2


def test_one_day_and_headline_in_two_streams_are_two_pages(home, tmp_path):
    files = save(tmp_path, letter=FERRY)

    run(*files)
    run(*files, stream="letters")

    assert ArticlePage.objects.count() == 2


def test_another_text_under_one_headline_is_flagged_with_its_words(home, tmp_path):
    other = FERRY.replace("lie tied up & idle", "sailed after all")

    report = run(*save(tmp_path, first=FERRY, second=other))

    assert ArticlePage.objects.get().teaser == "<p>The ferries lie tied up &amp; idle.</p>"
    assert "already imported from first.txt with another text" in report
    assert "The text here: The ferries sailed after all." in report


def test_another_text_of_a_notice_is_flagged_too(home, tmp_path):
    other = HOME_PAGE.replace("A tenth less", "A fifth less")

    report = run(*save(tmp_path, first=HOME_PAGE, second=other))

    assert FeaturedNotice.objects.filter(title="Membership discount").count() == 1
    assert "The text here: A fifth less for those who pay by order." in report


def test_files_in_any_order_bring_the_same_items(home, tmp_path):
    files = save(tmp_path, letter=LETTER, home=HOME_PAGE, more=FERRY + MAYOR)

    def items_after(*order) -> set[tuple]:
        run(*order)
        found = set(ArticlePage.objects.values_list("title", "date", "teaser", "live"))
        topics = set(Page.objects.filter(topicpage__isnull=False).values_list("title", "live"))
        return found | topics

    start = transaction.savepoint()
    expected = items_after(*files)
    transaction.savepoint_rollback(start)
    assert items_after(*reversed(files)) == expected


def test_a_box_named_like_a_stream_does_not_take_its_address(home, tmp_path):
    only_notices = "Featured Notices\n\n" + dated(
        "14 June 2009", "Membership discount", "A tenth less for those who pay by order."
    )
    first = only_notices + BOXES.replace("Salt and Water", "News")

    run(*save(tmp_path, first=first, second=FERRY))

    assert NewsIndex.objects.get().slug == "news"
