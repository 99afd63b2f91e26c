"""Every word of the editors' vocabulary is complete: whoever adds one is told what is missing."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template, render_to_string
from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.base import BlockWidget
from wagtail.images.blocks import ImageBlock as DescribedImageBlock

from blocks import streams

STREAMS = {
    name: stream()
    for name, stream in vars(streams).items()
    if isinstance(stream, type) and issubclass(stream, StreamBlock) and stream is not StreamBlock
}
ADDABLE = [
    pytest.param(block, id=f"{name}-{key}")
    for name, stream in STREAMS.items()
    for key, block in stream.child_blocks.items()
]
MAY_BE_EMPTY = r"path|source|svg|td"
# The container says what the line is of, so its key is short.
SHORT_KEYS = {"link": "menu_link", "line": None}
STATEFUL = (StructBlock, StreamBlock)


def is_ours(block):
    return isinstance(block, STATEFUL) and not isinstance(block, DescribedImageBlock)


def children(block):
    if isinstance(block, ListBlock):
        return [block.child_block]
    return block.child_blocks.values() if is_ours(block) else []


def blocks_within(block):
    """The block itself and every block of ours inside it."""
    yield block
    for child in children(block):
        for inner in blocks_within(child):
            if is_ours(inner):
                yield inner


def every_field(block):
    for child in children(block):
        yield child
        yield from every_field(child)


def depth_of(block):
    """How many blocks deep an editor has to open it; a list and its item are one."""
    below = [depth_of(child) for child in children(block)]
    return int(is_ours(block)) + max(below, default=0)


def nothing_filled_in(block):
    """What a draft holds: every field of the block left empty."""
    if isinstance(block, ListBlock):
        return block.normalize([nothing_filled_in(block.child_block)])
    if is_ours(block):
        return block.normalize({k: nothing_filled_in(b) for k, b in block.child_blocks.items()})
    if isinstance(block, RichTextBlock):
        return block.normalize('<p data-block-key="q5w1e"></p>')
    return block.normalize(None)


def only_the_needed(block, value):
    """The preview's value less what the editor need not fill in."""
    needed = {
        name: field.normalize(value[name]) if field.required else nothing_filled_in(field)
        for name, field in block.child_blocks.items()
        if name in value
    }
    return block.normalize(needed)


def source_of(block):
    return Path(get_template(block.meta.template).origin.name).read_text()


def as_shown(block, value):
    return render_to_string(
        "wagtailcore/shared/block_preview.html", {"bound_block": block.bind(value)}
    )


def body_of(html):
    return html.split('<div class="body">')[1].split('<p class="nothing">')[0]


def has_empty_element(html):
    return re.search(rf"<(?!(?:{MAY_BE_EMPTY})\b)(\w+)[^>]*>\s*</\1>", html)


@pytest.mark.parametrize("block", ADDABLE)
def test_a_block_introduces_itself(block):
    for one in blocks_within(block):
        description = str(one.get_description())

        assert one.label
        assert one.meta.icon != "placeholder", one
        assert one.meta.group, one
        assert description.endswith(".") and "\n" not in description, one
        assert one.is_previewable, one


@pytest.mark.parametrize("block", ADDABLE)
def test_a_block_has_a_template_that_says_what_it_is(block):
    for one in blocks_within(block):
        first_line = source_of(one).splitlines()[0]

        assert first_line.startswith("{# ") and "Needs: " in first_line


@pytest.mark.parametrize("block", ADDABLE)
def test_help_text_says_where_the_words_will_appear(block):
    for field in every_field(block):
        if is_ours(field) or not field.name or isinstance(field, ListBlock):
            continue
        help_text = getattr(field.meta, "help_text", "") or getattr(field, "field", field).help_text

        assert str(help_text).endswith("."), field.name


@pytest.mark.django_db
@pytest.mark.parametrize("block", ADDABLE)
def test_a_preview_needs_nothing_in_the_database(block):
    html = as_shown(block, block.get_preview_value())

    assert "css/site.css" in html
    assert "<h1" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("block", ADDABLE)
def test_a_block_with_nothing_filled_in_leaves_no_trace(block):
    html = body_of(as_shown(block, nothing_filled_in(block)))

    if block.name != "join_box":
        assert not re.search(r"<(?!/div)\w+", html), html


@pytest.mark.django_db
@pytest.mark.parametrize("block", ADDABLE)
def test_a_block_with_every_optional_field_empty_has_no_empty_part(block):
    if not is_ours(block):
        return

    html = body_of(as_shown(block, only_the_needed(block, block.get_preview_value())))

    assert not has_empty_element(html), html


@pytest.mark.parametrize("name", STREAMS)
def test_nesting_is_no_deeper_than_two(name):
    for key, block in STREAMS[name].child_blocks.items():
        assert depth_of(block) <= 2, key


@pytest.mark.parametrize("block", ADDABLE)
def test_one_name_stands_in_four_places(block):
    name = SHORT_KEYS.get(block.name, block.name)
    if name is None or not is_ours(block):
        return
    css_class = name.replace("_", "-")
    camel = "".join(part.title() for part in name.split("_"))

    assert type(block).__name__ == f"{camel}Block"
    assert block.meta.template == f"blocks/{name}.html"
    if name not in ("menu_link", "join_box"):
        assert re.search(rf'class="{css_class}[ "]', source_of(block))


@pytest.mark.django_db
@pytest.mark.parametrize("name", STREAMS)
def test_the_editor_can_be_drawn(name):
    stream = STREAMS[name]

    html = BlockWidget(stream).render_with_errors("body", stream.get_default())

    assert "data-block" in html


@pytest.mark.parametrize("name", STREAMS)
def test_every_script_the_editor_needs_is_served(name):
    scripts = [str(script) for script in BlockWidget(STREAMS[name]).media._js]

    paths = [script.split("/static/")[-1].split("?")[0] for script in scripts]

    # A missing one means that its app is not in INSTALLED_APPS; the whole editor then stays empty.
    assert [path for path in paths if not path.startswith("/") and not finders.find(path)] == []


@pytest.mark.parametrize("name", STREAMS)
def test_a_page_may_do_without_any_block(name):
    stream = STREAMS[name]

    cleaned = stream.clean(stream.to_python([]))

    assert len(cleaned) == 0
