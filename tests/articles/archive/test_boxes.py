"""What every old page repeats becomes one topic, one sidebar and one join box."""

import pytest

from articles.archive.boxes import BadDyes, read_dyes
from articles.models import ArticlePage, NewsIndex
from base.models import OrganisationSettings
from home.models import HomePage
from tests.articles.archive.listings import (
    BOXES,
    FERRY,
    HOME_PAGE,
    JOIN,
    LETTER,
    QUOTAS,
    STORY,
    TWO_WELLS,
    WELLS,
    box,
    every_row,
    run,
    save,
)
from tests.factories import make_topic, make_user
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

FISHERIES = box("Fisheries", "Half of the coast lives off the bay.") + JOIN


# --- topics


def test_a_box_becomes_a_public_background_page(home, tmp_path):
    run(*save(tmp_path, letter=FERRY + STORY + JOIN))

    topic = TopicPage.objects.get()

    assert topic.title == "The Lowland Story"
    assert topic.teaser == "<p>For a hundred years the Lowlands were ruled from the coast.</p>"
    assert (topic.live, topic.is_subject, topic.dye) == (True, False, "none")


def test_a_box_that_every_file_repeats_is_one_topic(home, tmp_path):
    run(*save(tmp_path, letter=LETTER, home=HOME_PAGE, more=TWO_WELLS + BOXES))

    assert [topic.title for topic in TopicPage.objects.order_by("title")] == [
        "Fisheries",
        "Salt and Water",
        "The Lowland Story",
    ]


def test_a_category_becomes_a_draft_topic_that_is_reported(home, tmp_path):
    report = run(*save(tmp_path, letter=FERRY + QUOTAS))

    topic = TopicPage.objects.get()
    assert topic.title == "Fisheries"
    assert (topic.live, topic.is_subject, topic.dye) == (False, True, "none")
    assert "New topic “Fisheries”, from a headline; a draft" in report


def test_a_category_becomes_the_main_topic_of_its_article(home, tmp_path):
    run(*save(tmp_path, letter=FERRY + QUOTAS))

    article = ArticlePage.objects.get(title="Quotas without fish")

    assert article.main_topic.title == "Fisheries"
    assert [topic.title for topic in article.topics.all()] == ["Fisheries"]


@pytest.mark.parametrize("order", [["category", "box"], ["box", "category"], ["both"]])
def test_a_category_and_a_box_of_one_name_are_one_public_topic(home, tmp_path, order):
    pages = {
        "category": FERRY + QUOTAS,
        "box": TWO_WELLS + FISHERIES,
        "both": FERRY + QUOTAS + FISHERIES,
    }

    run(*save(tmp_path, **{name: pages[name] for name in order}))

    topic = TopicPage.objects.get()
    assert (topic.title, topic.draft_title) == ("Fisheries", "Fisheries")
    assert (topic.live, topic.is_subject) == (True, True)
    assert topic.teaser == "<p>Half of the coast lives off the bay.</p>"
    assert ArticlePage.objects.get(title="Quotas without fish").main_topic_id == topic.pk


@pytest.mark.parametrize("order", [["category", "box"], ["box", "category"]])
def test_the_topic_is_named_as_its_box_prints_it(home, tmp_path, order):
    pages = {
        "category": FERRY + QUOTAS.replace("FISHERIES", "HUMAN RIGHTS"),
        "box": TWO_WELLS + box("Human Rights", "Every ferryman has some.") + JOIN,
    }

    run(*save(tmp_path, **{name: pages[name] for name in order}))

    assert [topic.title for topic in TopicPage.objects.all()] == ["Human Rights"]


def test_a_topic_made_by_a_person_is_used_for_a_category_of_its_name(home, tmp_path):
    topic = make_topic(title="Fisheries", teaser="<p>Ours.</p>")

    run(*save(tmp_path, letter=FERRY + QUOTAS))

    assert TopicPage.objects.get().pk == topic.pk
    assert ArticlePage.objects.get(title="Quotas without fish").main_topic_id == topic.pk


def test_a_draft_topic_that_a_person_edited_is_left_and_the_box_is_flagged(home, tmp_path):
    category, with_box = save(tmp_path, category=FERRY + QUOTAS, box=TWO_WELLS + FISHERIES)
    run(category)
    topic = TopicPage.objects.get()
    topic.save_revision(user=make_user("Editor")).publish()

    report = run(with_box)

    assert TopicPage.objects.get().teaser == ""
    assert "The text here: Half of the coast lives off the bay." in report


def test_another_text_in_a_box_is_flagged_with_its_words(home, tmp_path):
    other = STORY.replace("ruled from the coast", "ruled by nobody")

    report = run(*save(tmp_path, first=FERRY + STORY + JOIN, second=TWO_WELLS + other + JOIN))

    assert "ruled from the coast" in TopicPage.objects.get().teaser
    assert "The text here: For a hundred years the Lowlands were ruled by nobody." in report


# --- dyes


def test_a_topic_gets_the_dye_that_the_file_names(home, tmp_path):
    dyes = tmp_path / "dyes"
    dyes.write_text("# our colours\n\nfisheries = water\nThe Lowland Story = rights\n")

    run(*save(tmp_path, letter=FERRY + QUOTAS + STORY + JOIN), dyes=str(dyes))

    assert dict(TopicPage.objects.values_list("title", "dye")) == {
        "Fisheries": "water",
        "The Lowland Story": "rights",
    }


@pytest.mark.parametrize("line", ["FISHERIES", "FISHERIES = pink", "= water", "FISHERIES ="])
def test_a_line_that_names_no_topic_or_no_dye_is_refused_with_its_number(line):
    with pytest.raises(BadDyes, match="Line 2 of the dyes") as refused:
        read_dyes(f"MINES = mining\n{line}\n")

    assert "rights, mining, politics" in str(refused.value)


# --- sidebars and the join box


def boxes_beside(page) -> list[str]:
    sidebar = page.sidebars.first()
    return [
        box.value["topic"].title if box.block_type == "topic_box" else box.block_type
        for box in (sidebar.boxes if sidebar else [])
    ]


def test_the_boxes_of_a_listing_stand_beside_its_stream_in_their_order(home, tmp_path):
    run(*save(tmp_path, letter=LETTER))

    assert boxes_beside(NewsIndex.objects.get()) == [
        "The Lowland Story",
        "Salt and Water",
        "join_box",
    ]
    assert boxes_beside(HomePage.objects.get()) == []


def test_the_boxes_of_a_home_page_stand_beside_the_home_page(home, tmp_path):
    run(*save(tmp_path, home=HOME_PAGE))

    assert boxes_beside(HomePage.objects.get())[-1] == "join_box"
    assert [boxes_beside(stream) for stream in NewsIndex.objects.all()] == [[], []]


def test_other_boxes_for_a_section_are_flagged_and_the_first_ones_stay(home, tmp_path):
    report = run(*save(tmp_path, first=FERRY + STORY + JOIN, second=TWO_WELLS + WELLS + JOIN))

    assert boxes_beside(NewsIndex.objects.get())[0] == "The Lowland Story"
    assert "The boxes differ from the sidebar of “News”" in report


def test_a_sidebar_that_an_editor_took_away_stays_away(home, tmp_path):
    files = save(tmp_path, letter=FERRY + BOXES)
    run(*files)
    stream = NewsIndex.objects.get()
    stream.sidebars = []
    stream.save_revision(user=make_user("Editor")).publish()
    before = every_row()

    report = run(*files)

    assert every_row() == before
    assert "stays away" in report


def test_an_unpublished_change_of_a_stream_is_not_published_by_the_way(home, tmp_path):
    run(*save(tmp_path, first=FERRY))
    stream = NewsIndex.objects.get()
    stream.title = "Not yet"
    stream.save_revision(user=make_user("Editor"))

    report = run(*save(tmp_path, second=TWO_WELLS + BOXES))

    assert NewsIndex.objects.get().title == "News"
    assert "has unpublished changes; its sidebar was not set" in report


def test_the_join_box_goes_into_the_settings(home, tmp_path):
    run(*save(tmp_path, letter=LETTER))

    said = OrganisationSettings.objects.get()

    assert said.join_headline == "Why join the Tarn Circle?"
    assert said.points == ["Hear first what happens upstream", "Stand by the ferry people"]
    assert said.join_button == "Join the Circle"


def test_a_join_box_in_the_settings_is_never_written_over(home, tmp_path):
    run(*save(tmp_path, letter=LETTER))
    OrganisationSettings.objects.update(join_headline="Come and join")

    report = run(*save(tmp_path, letter=LETTER))

    assert OrganisationSettings.objects.get().join_headline == "Come and join"
    assert "The join box differs" in report


def test_another_word_on_the_join_button_is_flagged(home, tmp_path):
    other = FERRY + JOIN.replace("Join the Circle", "Sign here")

    report = run(*save(tmp_path, first=TWO_WELLS + JOIN, second=other))

    assert OrganisationSettings.objects.get().join_button == "Join the Circle"
    assert "Sign here" in report


def test_words_too_long_for_the_join_button_are_cut_and_reported_whole(home, tmp_path):
    call = "Join the Circle today and tell every ferryman whom you meet on the road to Tarn"
    text = FERRY + JOIN.replace("    Join the Circle", f"    {call}")

    report = run(*save(tmp_path, letter=text))

    assert len(OrganisationSettings.objects.get().join_button) <= 60
    assert call in report
