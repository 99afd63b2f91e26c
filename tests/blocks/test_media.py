import pytest
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file_jpeg
from wagtail.models import Collection, CollectionViewRestriction

from blocks.media import DocumentsBlock, ImageBlock, VideoBlock

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def picture(media):
    file = get_test_image_file_jpeg("well.jpg", size=(900, 600))
    return get_image_model().objects.create(
        title="IMG_0417", description="A stone well", credit="Rufino Sallo", file=file
    )


def spoil(image, keep=0):
    """Cut the file off, as a broken upload or a full disk does."""
    with open(image.file.path, "r+b") as file:
        file.truncate(keep)


def show(image, **choices):
    return render_to_string("components/picture.html", {"image": image, **choices})


def block_value(image, **fields):
    return ImageBlock().normalize(
        {"image": image, "caption": "", "credit": "", "width": "column", **fields}
    )


def test_a_picture_is_offered_in_two_formats_and_never_blown_up(picture):
    html = show(picture)

    assert 'type="image/avif"' in html
    assert "480w" in html and "800w" in html and "900w" in html and "1200w" not in html
    assert 'width="900" height="600"' in html


def test_only_the_first_picture_is_fetched_at_once(picture):
    assert 'loading="lazy"' in show(picture)
    assert 'fetchpriority="high"' in show(picture, is_first=True)
    assert "lazy" not in show(picture, is_first=True)


def test_prefetched_pictures_cost_no_query(picture, django_assert_num_queries):
    from base.models.media import PICTURE_FILTERS

    show(picture)
    again = get_image_model().objects.prefetch_renditions(*PICTURE_FILTERS).get(pk=picture.pk)

    with django_assert_num_queries(0):
        html = show(again)

    assert "480w" in html


def test_a_picture_describes_itself_and_never_by_the_name_of_its_file(picture):
    assert 'alt="A stone well"' in show(picture)
    assert 'alt="The well, dry"' in show(picture, alt="The well, dry")
    assert 'alt=""' in show(picture, alt="")

    picture.description = ""
    assert 'alt=""' in show(picture)


@pytest.mark.parametrize("kept", [0, 300, 1500])
def test_a_truncated_picture_costs_the_picture_and_not_the_page(picture, kept):
    spoil(picture, kept)

    html = show(picture)

    assert "<img" not in html
    assert "A stone well" in html


def test_a_missing_file_costs_the_picture_and_not_the_page(picture):
    picture.file.storage.delete(picture.file.name)

    assert "<img" not in show(picture)


def test_a_broken_file_is_not_read_again_on_the_next_page(picture, monkeypatch):
    spoil(picture)
    show(picture)
    asked = []
    monkeypatch.setattr(type(picture), "get_renditions", lambda *a: asked.append(a))

    show(picture)

    assert asked == []


def test_no_picture_at_all_is_nothing_at_all():
    assert show(None).strip() == ""


def test_an_image_shows_its_own_credit_unless_the_editor_gives_another(picture):
    own = ImageBlock().render(block_value(picture))
    given = ImageBlock().render(block_value(picture, credit="Archive of the parish"))

    assert "Rufino Sallo" in own
    assert "Archive of the parish" in given and "Rufino Sallo" not in given


def test_a_decorative_image_is_silent(picture):
    value = block_value({"image": picture, "decorative": True, "alt_text": ""})

    assert 'alt=""' in ImageBlock().render(value)


def test_an_image_stands_in_the_text_the_margin_or_the_whole_width(picture):
    shown = [ImageBlock().render(block_value(picture, width=w)) for w in ("column", "side", "full")]

    classes = [html.split('<figure class="')[1].split('"')[0] for html in shown]
    assert classes == ["image block", "image bleed side block", "image bleed block"]


def test_an_image_must_be_described_or_called_decorative(picture):
    stored = {"image": {"image": picture.pk, "decorative": False, "alt_text": ""}}
    block = ImageBlock()

    with pytest.raises(Exception, match="Validation error"):
        block.clean(block.to_python({**stored, "width": "column"}))


def test_a_film_is_a_link_that_says_where_it_leads_and_loads_nothing():
    block = VideoBlock()

    html = block.render(block.get_preview_value())

    assert "Watch: Three wells (18 min)" in html
    assert "opens example.org" in html
    assert 'rel="noopener noreferrer"' in html
    assert "src=" not in html and "<iframe" not in html


def test_a_recording_is_listened_to():
    block = VideoBlock()
    value = block.get_preview_value()
    value["kind"] = "audio"

    assert "Listen: Three wells" in block.render(value)


def document(**fields):
    fields = {"title": "Survey of wells", "language": "Spanish", "pages": 34, **fields}
    file = ContentFile(b"x" * 655_360, name="survey.pdf")
    return get_document_model().objects.create(file=file, **fields)


def test_a_document_says_kind_size_pages_and_language(media):
    block = DocumentsBlock()

    html = block.render(block.normalize({"heading": "", "documents": [document()]}))

    assert '<span class="ft">PDF</span>' in html
    assert "640 KB, 34 pages, in Spanish" in html


def test_a_document_whose_file_is_gone_is_still_listed(media):
    lost = document(language="", pages=None)
    lost.file.storage.delete(lost.file.name)
    block = DocumentsBlock()

    html = block.render(block.normalize({"documents": [lost]}))

    assert "Survey of wells" in html
    assert "<small>" not in html


def test_a_document_strangers_may_not_fetch_is_not_named(media):
    closed = Collection.objects.get(depth=1).add_child(name="For the board")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    block = DocumentsBlock()

    html = block.render(block.normalize({"documents": [document(collection=closed)]}))

    assert html.strip() == ""
