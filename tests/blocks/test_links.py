import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction

from base.caching import one_version
from base.visibility import restricted_paths
from blocks.links import LinkBlock, MenuLinkBlock, RelatedPagesBlock, site_name

pytestmark = pytest.mark.django_db


def link(block=None, **fields):
    block = block or LinkBlock()
    empty = dict.fromkeys(block.child_blocks)
    return block.normalize({**empty, "label": "", "url": "", **fields})


def document(**fields):
    file = ContentFile(b"x" * 1_258_291, name="report.pdf")
    return get_document_model().objects.create(title="Report on wells", file=file, **fields)


def render(block, value):
    return block.render(value, context={"id": "0a1b2c3d-0000-0000-0000-000000000000"})


def test_a_link_without_a_target_is_refused_in_plain_words():
    block = LinkBlock()

    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(link(label="Read more"))

    assert "a page, a document or an address" in str(refusal.value.non_block_errors)


def test_a_link_with_two_targets_is_refused_beside_the_second(home):
    block = LinkBlock()

    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(link(page=home, url="https://example.org/"))

    assert list(refusal.value.block_errors) == ["url"]


def test_a_link_with_one_target_is_accepted(home):
    cleaned = LinkBlock().clean(link(page=home))

    assert cleaned.page == home


def test_a_link_that_may_be_missing_may_be_empty():
    block = LinkBlock(required=False)

    cleaned = block.clean(link(block))

    assert cleaned.href == ""


def test_a_half_made_link_does_not_stop_a_draft_from_being_saved():
    block = LinkBlock()

    cleaned = block.clean_deferred(link(label="Read more"))

    assert cleaned.text == "Read more"


@pytest.mark.parametrize("address", ["ftp://example.org/", "javascript:alert(1)", "mailto:a@b.org"])
def test_only_web_addresses_are_accepted(address):
    with pytest.raises(StructBlockValidationError) as refusal:
        LinkBlock().clean(link(url=address))

    assert list(refusal.value.block_errors) == ["url"]


def test_an_address_that_slipped_in_by_import_is_not_printed():
    html = render(LinkBlock(), link(label="Click", url="javascript:alert(1)"))

    assert html.strip() == ""


@pytest.mark.parametrize("address", ["http://[x", "http://a]b/", "https://ex\u2100mple.org/"])
def test_an_address_that_is_none_names_no_site(address):
    assert site_name(address) == ""


def test_a_link_to_another_site_says_so_and_escapes_its_words():
    value = link(label="Wells <b>& more</b>", url="https://www.example.org/wells")

    html = render(LinkBlock(), value)

    assert value.is_external
    assert 'rel="noopener noreferrer"' in html
    assert "Wells &lt;b&gt;&amp; more&lt;/b&gt;" in html


def test_a_link_without_words_takes_the_name_of_its_target(home):
    targets = [{"page": home}, {"url": "https://www.example.org/wells"}, {"list": "topics"}]

    words = [
        Template("{{ link.text }}").render(Context({"link": link(MenuLinkBlock(), **target)}))
        for target in targets
    ]

    assert words == [home.title, "example.org", "All topics"]


def test_a_document_is_announced_with_kind_and_size():
    value = link(document=document())

    assert value.kind == "document"
    assert value.details == "PDF, 1.2 MB"


def test_a_menu_link_may_lead_to_a_list():
    block = MenuLinkBlock()

    cleaned = block.clean(link(block, list="events"))

    assert (cleaned.kind, cleaned.href) == ("list", "/events/")


def test_a_link_to_a_draft_or_private_page_is_not_shown(add_page):
    draft = add_page("Not yet", live=False)
    private = add_page("Members only")
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    shown = [render(LinkBlock(), link(page=page)).strip() for page in (draft, private)]

    assert shown == ["", ""]


def test_related_pages_keep_the_editors_order_and_hide_what_is_private(add_page):
    first, second, secret = add_page("Pumps"), add_page("Springs"), add_page("Names of witnesses")
    PageViewRestriction.objects.create(page=secret, restriction_type="password", password="x")
    block = RelatedPagesBlock()

    html = render(block, block.normalize({"pages": [second, secret, first]}))

    assert "witnesses" not in html
    assert html.index("Springs") < html.index("Pumps")


def test_related_pages_ask_the_database_once_however_many_there_are(
    add_page, django_assert_num_queries
):
    chosen = [add_page(f"Story {number}") for number in range(6)]
    template = Template("{% load blocks %}{% visible_pages pages as shown %}{{ shown|length }}")

    with one_version():
        restricted_paths()
        with django_assert_num_queries(1):
            shown = template.render(Context({"pages": chosen}))

    assert shown == "6"
