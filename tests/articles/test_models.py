import datetime
import re
from html.parser import HTMLParser

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text, streamfield

from articles.models import ArticlePage, NewsIndex
from base.dates import today
from base.models import ImportRecord
from tests.editing import add_page, complaints, edit_page, typed
from tests.factories import (
    at,
    make_article,
    make_event,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    make_user,
    with_renditions,
)

pytestmark = pytest.mark.django_db

MAY = datetime.date(2006, 5, 31)
PARAGRAPHS = "<p>The bridge at Callpa is open.</p><p>Two years late.</p>"


class Words(HTMLParser):
    """The words of the main part of a page, in order, and its `datetime` attributes."""

    def __init__(self, response):
        super().__init__()
        self.inside, self.words, self.moments = False, [], []
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attributes):
        self.inside = self.inside or tag == "main"
        if "datetime" in dict(attributes):
            self.moments.append(dict(attributes)["datetime"])

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "main"

    def handle_data(self, data):
        if self.inside:
            self.words += data.split()

    @property
    def text(self) -> str:
        return " ".join(self.words)


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


# What lists, feeds and search read


def test_the_summary_is_the_teaser_in_plain_words():
    article = make_article(teaser="<p>Rain &amp; <b>mud</b>.</p><p>Then  sun.</p>")

    assert article.summary == "Rain & mud. Then sun."


def test_without_a_teaser_the_summary_is_the_start_of_the_text():
    words = "The road was closed again and nobody said why. " * 20
    article = make_article(body=[("paragraph", f"<h2>Roads</h2><p>{words}</p>")])

    assert article.summary.startswith("Roads The road was closed")
    assert article.summary.endswith("…")
    assert len(article.summary) <= 401


def test_the_summary_follows_the_teaser_when_a_revision_is_published():
    article = make_article(teaser="<p>Before.</p>")
    article.teaser = "<p>After.</p>"

    article = published(article)

    assert article.summary == "After."


def test_the_summary_of_a_revision_is_that_of_its_own_teaser():
    article = make_article(teaser="<p>Before.</p>")
    article.teaser = "<p>After.</p>"

    revision = article.save_revision()

    assert revision.content["summary"] == "After."
    assert ArticlePage.objects.get(pk=article.pk).summary == "Before."


def test_a_page_from_a_listing_can_be_saved_without_losing_its_summary():
    article = make_article(teaser="<p>Kept.</p>")
    from_a_list = ArticlePage.objects.for_teasers().get(pk=article.pk)

    from_a_list.byline = "Rosa Illa"
    from_a_list.save()

    assert ArticlePage.objects.get(pk=article.pk).summary == "Kept."


# Topics


def test_the_main_topic_is_always_among_the_topics():
    rivers = make_topic()
    article = make_article(main_topic=rivers)

    assert list(article.topics.all()) == [rivers]


def test_the_topics_of_roundup_stories_are_among_the_topics():
    rivers, mines = make_topic(), make_topic()
    story = {"headline": "Ferry", "teaser": "<p>It runs.</p>", "topic": mines}
    article = make_article(body=[("roundup_story", story)], topics=[rivers])

    assert set(article.topics.all()) == {rivers, mines}


def test_a_new_main_topic_joins_the_topics_when_the_draft_is_published():
    rivers, mines = make_topic(), make_topic()
    article = make_article(main_topic=rivers)
    article.main_topic = mines

    article = published(article)

    assert set(article.topics.all()) == {rivers, mines}


def test_a_draft_with_a_new_main_topic_changes_no_list_before_it_is_published():
    rivers, mines = make_topic(), make_topic()
    article = make_article(main_topic=rivers)
    article.main_topic = mines

    article.save_revision()

    assert not ArticlePage.objects.about(mines).exists()


def test_the_form_adds_the_main_topic_that_was_not_ticked(admin_client):
    rivers = make_topic()

    add_page(admin_client, make_index(), "articles.articlepage", True, main_topic=rivers.pk)

    assert list(ArticlePage.objects.get().topics.all()) == [rivers]


def test_a_deleted_topic_leaves_its_articles_in_peace(client):
    rivers = make_topic()
    article = make_article(main_topic=rivers)

    rivers.delete()

    assert client.get(article.url).status_code == 200
    assert published(ArticlePage.objects.get(pk=article.pk)).main_topic is None


# The date


def test_a_new_article_is_dated_today_on_the_clock_of_the_site(freeze):
    freeze(at(2026, 6, 30, 23, 30))  # half past midnight of the next day in London

    article = ArticlePage(title="New")

    assert article.date == datetime.date(2026, 7, 1)
    assert article.date_precision == "day"


def test_the_form_of_a_new_article_has_todays_date_filled_in(admin_client):
    index = make_index()

    form = admin_client.get(
        reverse("wagtailadmin_pages:add", args=["articles", "articlepage", index.pk])
    ).context["form"]

    assert form["date"].value() == today()


def test_a_new_article_opens_with_one_ready_paragraph(admin_client):
    index = make_index()

    form = admin_client.get(
        reverse("wagtailadmin_pages:add", args=["articles", "articlepage", index.pk])
    ).context["form"]

    assert [block.block_type for block in form["body"].value()] == ["paragraph"]


def test_a_draft_may_lack_its_date(admin_client):
    add_page(admin_client, make_index(), "articles.articlepage", date="")

    draft = ArticlePage.objects.get()
    assert (draft.live, draft.date) == (False, None)


def test_publishing_without_a_date_is_refused_beside_the_field(admin_client):
    response = add_page(admin_client, make_index(), "articles.articlepage", publish=True, date="")

    assert complaints(response) == {"date": ["This field is required."]}
    assert not ArticlePage.objects.exists()


def test_a_draft_without_a_date_cannot_be_published_behind_the_forms_back():
    draft = make_article(live=False, date=None)

    with pytest.raises(ValidationError):
        draft.save_revision(clean=False).publish()

    assert not ArticlePage.objects.get(pk=draft.pk).live


def test_publishing_again_never_changes_the_date(admin_client, freeze):
    article = published(make_article(date=MAY))

    freeze(at(2030, 1, 1))
    article.get_latest_revision().publish()
    published(article)
    article.unpublish()
    article = published(ArticlePage.objects.get(pk=article.pk))

    assert article.date == MAY


def test_a_date_taken_out_of_a_published_page_by_a_draft_stays_on_the_page(admin_client):
    article = published(make_article(date=MAY))

    edit_page(admin_client, article, date="")

    article = ArticlePage.objects.get(pk=article.pk)
    assert article.date == MAY
    assert article.get_latest_revision().content["date"] is None


# How exactly it is known


@pytest.mark.parametrize("kind", [make_article, make_event])
def test_a_month_item_names_its_month_and_never_a_day(client, kind):
    index = make_index()
    article = kind(index, date=MAY, date_precision="month", teaser="<p>Rain.</p>")

    seen = [Words(client.get(path)) for path in (article.url, index.url, f"{index.url}2006/")]

    for page in seen:
        assert "May 2006" in page.text
        assert "31" not in page.words
        assert "2006-05" in page.moments
        assert not [moment for moment in page.moments if moment.startswith("2006-05-")]


def test_a_month_item_stands_in_lists_as_its_month_over_its_year(client):
    index = make_index()
    make_article(index, date=MAY, date_precision="month")

    html = client.get(index.url).content.decode()

    assert '<time class="date" datetime="2006-05"><b class="word">May</b> 2006</time>' in html


def test_a_year_item_names_nothing_but_its_year(client):
    index = make_index()
    article = make_article(index, date=MAY, date_precision="year", title="Wells")

    seen = [Words(client.get(path)) for path in (article.url, index.url)]

    assert [page.moments for page in seen] == [["2006"], ["2006"]]
    assert "May 2006" not in seen[0].text + seen[1].text
    assert "31" not in seen[0].words + seen[1].words


def test_a_year_item_is_in_its_year_and_on_no_page_of_a_month(client):
    index = make_index()
    make_article(index, date=MAY, date_precision="year", title="Wells")
    make_article(index, date=MAY, title="Bridges")

    year, month = client.get(f"{index.url}2006/"), client.get(f"{index.url}2006/05/")

    assert "Wells" in Words(year).words
    assert "Wells" not in Words(month).words
    assert month.context["listing"].total == 1


def test_a_month_with_nothing_but_a_year_item_is_no_page(client):
    index = make_index()
    make_article(index, date=MAY, date_precision="year")

    answer = client.get(f"{index.url}2006/05/")

    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["/", "{topic}"])
def test_a_month_item_has_no_day_on_the_home_page_nor_on_its_topics(client, path):
    topic = make_topic(dye="water")
    index, other = make_index(), make_index()
    for parent in (index, index, other, other):
        make_article(parent, date=MAY, date_precision="month", main_topic=topic)

    page = Words(client.get(path.format(topic=topic.url)))

    assert set(page.moments) == {"2006-05"}
    assert "31" not in page.words


# A teaser is all that survives


def test_a_teaser_without_a_text_stands_on_its_page_exactly_once(client):
    article = make_article(teaser=PARAGRAPHS)

    page = Words(client.get(article.url))

    assert page.text.count("The bridge at Callpa is open.") == 1
    assert page.text.count("Two years late.") == 1


@pytest.mark.parametrize("body", [[], [("paragraph", "")], [("paragraph", "<p> </p>")]])
def test_a_teaser_alone_has_no_contents_and_no_reading_time(client, body):
    article = make_article(teaser=PARAGRAPHS, body=body)

    html = client.get(article.url).content.decode()

    assert "to read" not in html
    assert "In this article" not in html
    assert 'class="lede"' not in html


def test_an_imported_teaser_says_that_only_the_summary_survives(client):
    article = make_article(teaser=PARAGRAPHS)
    ImportRecord.objects.create(page=article, source="news.txt", key="2006-05-31|bridge", hash="x")

    page = Words(client.get(article.url))

    assert "only the summary survives" in page.text


def test_neither_a_short_item_of_ours_nor_an_imported_text_says_so(client):
    short = make_article(teaser=PARAGRAPHS)
    whole = make_article(teaser=PARAGRAPHS, body=[("paragraph", "<p>All of it.</p>")])
    ImportRecord.objects.create(page=whole, source="news.txt", key="2006-05-31|whole", hash="x")

    pages = [Words(client.get(page.url)).text for page in (short, whole)]

    assert not [text for text in pages if "survives" in text]


def test_a_text_stands_below_its_teaser_with_its_headings_beside_it(client):
    text = "<h2>Before</h2><p>Mud.</p><h2>After</h2><p>Stone.</p>"
    article = make_article(teaser=PARAGRAPHS, body=[("paragraph", text)])

    page = Words(client.get(article.url)).text

    assert page.index("Two years late.") < page.index("In this article Before After")
    assert page.index("1 minute to read") < page.index("Mud.")


def test_a_picture_alone_is_a_text(client):
    picture = {"image": with_renditions(make_image()), "caption": "The ford", "width": "column"}
    article = make_article(teaser=PARAGRAPHS, body=[("image", picture)])

    page = Words(client.get(article.url)).text

    assert page.count("Two years late.") == 1
    assert page.index("Two years late.") < page.index("The ford")


@pytest.mark.parametrize("body", [[], [("paragraph", "<p>He was shot.</p>")]])
def test_the_content_note_is_read_before_the_text(client, body):
    teaser = "" if body else "<p>He was shot.</p>"
    article = make_article(teaser=teaser, body=body, content_note="This tells of a killing.")

    page = Words(client.get(article.url)).text

    assert page.index("This tells of a killing.") < page.index("He was shot.")


def test_the_content_note_stands_before_the_teaser_of_a_longer_text(client):
    article = make_article(
        teaser="<p>He was shot.</p>",
        body=[("paragraph", "<p>At noon.</p>")],
        content_note="This tells of a killing.",
    )

    page = Words(client.get(article.url)).text

    assert page.index("This tells of a killing.") < page.index("At noon.")


def test_an_article_with_nothing_but_a_headline_is_a_page(client):
    article = make_article(title="Only this", lead_image=None)

    page = Words(client.get(article.url))

    assert "Only this" in page.text


# The form


def test_a_picture_lost_from_the_disk_costs_the_picture_not_the_page(client):
    image = make_image(description="A ford")
    article = make_article(lead_image=image)
    image.file.storage.delete(image.file.name)

    answer = client.get(article.url)

    assert answer.status_code == 200


def test_an_article_can_be_written_and_published_in_the_admin(admin_client):
    index = make_index(slug="news")
    text = streamfield([("paragraph", rich_text("<p>It was built of stone.</p>"))])

    add_page(admin_client, index, "articles.articlepage", publish=True, body=text)

    article = ArticlePage.objects.get()
    assert article.live
    assert article.url == "/news/ferry-runs-again/"
    assert "built of stone" in admin_client.get(article.url).content.decode()


@pytest.mark.parametrize(
    "kind",
    [
        "articles.articlepage",
        "articles.eventpage",
        "articles.newsindex",
        "topics.topicpage",
        "notices.featurednotice",
        "home.standardpage",
        "home.formpage",
    ],
)
def test_a_page_that_was_never_saved_can_be_previewed(admin_client, home, kind):
    app, model = kind.split(".")
    parent = make_index() if model in ("articlepage", "eventpage") else home
    address = reverse("wagtailadmin_pages:preview_on_add", args=[app, model, parent.pk])
    fields = {"start": "2026-06-01 18:00"} if model == "eventpage" else {}
    admin_client.post(address, typed(kind, slug="never-saved", **fields))

    preview = admin_client.get(address, {"mode": ""})

    assert preview.status_code == 200
    assert "Ferry to the island runs again" in preview.content.decode()


@pytest.mark.parametrize("kind", [make_article, make_event])
def test_the_draft_of_an_article_can_be_previewed_with_its_topics(admin_client, kind):
    article = kind(topics=[make_topic(title="Rivers")], main_topic=make_topic(title="Mines"))
    article.title = "Next headline"
    article.save_revision()

    page = Words(admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk])))

    assert "Next headline" in page.text
    assert "Mines" in page.text


# Slugs that a route would hide


@pytest.mark.parametrize("slug", ["2014", "7", "feed", "page"])
def test_a_slug_that_a_route_of_the_index_would_hide_is_refused_beside_the_field(
    admin_client, slug
):
    response = add_page(admin_client, make_index(), "articles.articlepage", slug=slug)

    assert list(complaints(response)) == ["slug"]
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("slug", ["2014", "feed", "page"])
@pytest.mark.parametrize("live", [True, False])
def test_such_a_slug_is_refused_behind_the_forms_back_too(slug, live):
    index = make_index()

    with pytest.raises(ValidationError):
        make_article(index, slug=slug, live=live)


def test_a_draft_that_is_a_copy_cannot_take_such_a_slug_either(admin_client):
    article = make_article(slug="wells")
    parent = article.get_parent()

    response = admin_client.post(
        reverse("wagtailadmin_pages:copy", args=[article.pk]),
        {"new_title": "Wells", "new_slug": "2014", "new_parent_page": parent.pk},
    )

    assert list(complaints(response)) == ["new_slug"]
    assert ArticlePage.objects.count() == 1


def test_an_edited_page_cannot_take_such_a_slug(admin_client):
    article = make_article(slug="wells")

    response = edit_page(admin_client, article, publish=True, slug="2014")

    assert list(complaints(response)) == ["slug"]
    assert ArticlePage.objects.get(pk=article.pk).slug == "wells"


@pytest.mark.parametrize("slug", ["2014-wells", "feeds", "pages", "topics", "events"])
def test_a_slug_that_hides_nothing_is_welcome_below_an_index(admin_client, slug):
    index = make_index()

    add_page(admin_client, index, "articles.articlepage", publish=True, slug=slug)

    assert admin_client.get(f"{index.url}{slug}/").status_code == 200


# The explorer


def test_the_explorer_offers_no_order_by_hand_where_it_would_move_the_archive(admin_client, home):
    index, page = make_index(), make_page()
    make_article(index)
    pages = (index, home, page)
    addresses = [reverse("wagtailadmin_explore", args=[page.pk]) for page in pages]

    pages = [admin_client.get(address).content.decode() for address in addresses]

    offers = [f"{address}?ordering=ord" for address in addresses]
    assert [offer in page for offer, page in zip(offers, pages, strict=True)] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("where", ["a stream", "the home page"])
def test_an_order_sent_for_what_has_none_there_is_refused(admin_client, home, where):
    index = make_index()
    if where == "a stream":
        parent, first, second = index, make_article(index), make_article(index)
    else:
        parent, first, second = home, index, make_notice()

    answer = admin_client.post(
        reverse("wagtailadmin_pages:set_page_position", args=[second.pk]) + "?position=0"
    )

    assert answer.status_code in (302, 403)
    assert list(Page.objects.child_of(parent).order_by("path")) == [first.page_ptr, second.page_ptr]


def test_even_the_head_of_the_office_may_not_reorder_there_but_may_elsewhere(home):
    user = make_user(is_superuser=True)
    index, page = make_index(), make_page()

    rights = [one.permissions_for_user(user).can_reorder_children() for one in (index, home, page)]

    assert rights == [False, False, True]
    for one in (index, home):
        plain = Page.objects.get(pk=one.pk)
        assert not plain.permissions_for_user(user).can_reorder_children()
    assert index.permissions_for_user(user).can_publish()


def test_an_index_shows_between_one_and_a_hundred_items_a_page():
    for size in (0, 101):
        with pytest.raises(ValidationError):
            NewsIndex(title="News", page_size=size).clean_fields(exclude=["path", "depth"])


def test_every_entry_of_the_contents_rail_leads_to_a_heading_of_the_text(client):
    text = "<h2>Water</h2><p>First.</p><h2>Bread</h2><p>Second.</p>"
    article = make_article(body=[("paragraph", text), ("paragraph", text)])

    html = client.get(article.url).content.decode()

    entries = re.findall(r'href="#(section-[^"]+)"', html)
    assert len(set(entries)) == 4
    assert entries == re.findall(r'<h2 id="(section-[^"]+)"', html)
