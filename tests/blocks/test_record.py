"""Galleries, timelines, statistics and calls to action: what they print, and what they keep back."""

import re

import pytest
from wagtail.models import Collection, CollectionViewRestriction, Page

from blocks.media import DocumentsBlock, GalleryBlock
from blocks.record import CallToActionBlock, StatisticsBlock, TimelineBlock
from tests.factories import make_document, make_image, with_renditions

pytestmark = pytest.mark.django_db


def show(block, **value) -> str:
    return block.render(block.normalize({**block.get_preview_value(), **value}))


def picture(**fields):
    image = with_renditions(make_image(**fields))
    image.contextual_alt_text, image.decorative = "A stone well", False
    return image


def test_a_gallery_prints_each_picture_with_its_words_and_credit():
    shown = [
        {"image": picture(credit="Rufino Sallo"), "caption": "The well"},
        {"image": picture(), "caption": "The queue", "credit": "Photo: Rosa Illa"},
    ]

    html = show(GalleryBlock(), heading="A day at the well", pictures=shown)

    assert html.count("<li><figure>") == html.count('alt="A stone well"') == 2
    assert 'The well <span class="credit">Rufino Sallo</span>' in html
    assert 'The queue <span class="credit">Photo: Rosa Illa</span>' in html


@pytest.mark.parametrize(("number", "wide"), [(1, [0]), (2, []), (3, [0]), (4, [0, 3]), (5, [0])])
def test_a_picture_alone_in_its_row_is_fetched_for_the_whole_width(number, wide):
    html = show(GalleryBlock(), pictures=[{"image": picture()} for _ in range(number)])

    sizes = re.findall(r'<img[^>]+ sizes="([^"]+)"', html)
    assert [place for place, size in enumerate(sizes) if "66rem" in size] == wide
    assert len(sizes) == number


def test_a_picture_that_was_deleted_leaves_no_gap_in_its_gallery():
    html = show(GalleryBlock(), pictures=[{"image": None, "caption": "Gone"}, {"image": picture()}])

    assert html.count("<li>") == 1
    assert "Gone" not in html


def test_a_gallery_of_lost_pictures_is_no_gallery():
    assert show(GalleryBlock(), heading="A day", pictures=[{"image": None}]).strip() == ""


def test_the_entries_of_a_timeline_are_an_ordered_list():
    html = show(TimelineBlock())

    assert re.findall(r"<li><b>([^<]+)</b>", html) == ["4 May 2019", "Autumn 2020", "June 2021"]
    assert html.count("<ol>") == 1


def test_an_entry_may_be_a_date_alone():
    html = show(TimelineBlock(), entries=[{"when": "1992", "text": ""}])

    assert "<li><b>1992</b></li>" in html


def test_a_number_is_read_before_what_it_counts_and_its_source_last():
    html = show(StatisticsBlock())

    words = " ".join(re.sub(r"<[^>]+>", "", html).split())
    assert words == (
        "Water in Huaylla 2 of 3 wells that can be used again 12 m depth of the school well"
        " Source: Regional survey of wells, 2021"
    )


@pytest.mark.parametrize(
    ("address", "links"), [("https://example.org/wells", 1), ("", 0), ("javascript:alert(1)", 0)]
)
def test_the_source_of_a_number_is_a_link_where_it_is_on_the_web(address, links):
    html = show(StatisticsBlock(), source_url=address)

    assert html.count("<a ") == html.count('rel="noopener noreferrer"') == links


def test_a_call_to_action_has_one_button():
    html = show(CallToActionBlock())

    assert html.count('class="btn"') == 1
    assert '<a class="btn" href="https://example.org/letters" rel="noopener noreferrer">' in html


def test_a_button_that_a_stranger_could_not_follow_is_not_there(home):
    draft = home.add_child(instance=Page(title="Zafra", live=False))

    html = show(CallToActionBlock(), link={"page": draft, "label": "Zafra"})

    assert "Write to the water authority" in html
    assert "btn" not in html
    assert "Zafra" not in html


def test_a_button_to_a_closed_document_is_not_there():
    members = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    closed = make_document(collection=members)

    html = show(CallToActionBlock(), link={"document": closed, "label": ""})

    assert "btn" not in html


def test_a_button_to_a_document_says_its_kind_and_size():
    html = show(CallToActionBlock(), link={"document": make_document(), "label": "The form"})

    assert "The form (PDF, 1 KB)</a>" in html


@pytest.mark.parametrize("heading", ["", "Minutes"])
def test_files_without_a_heading_take_the_one_of_their_place(heading):
    block = DocumentsBlock()
    value = block.normalize({"heading": heading, "documents": [make_document()]})

    html = block.render(value, context={"fallback": "Key documents"})

    assert f">{heading or 'Key documents'}</h2>" in html
