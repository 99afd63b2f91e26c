"""Whoever opens a picker of blocks sees each with an example and one line that says what it is."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from home.blocks import HomeSections
from tests.factories import make_article, make_notice, make_topic


def offered() -> dict[str, object]:
    """Every block that some field of the site lets an editor choose, by its class and name."""
    fields = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField) and isinstance(field.stream_block, StreamBlock)
    ]
    blocks = [b for field in fields for b in field.stream_block.child_blocks.values()]
    return {f"{type(block).__name__}-{block.name}": block for block in blocks}


BLOCKS = offered()


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_block_in_the_picker_has_one_line_and_an_example(admin_client, block):
    description = str(block.get_description())

    answer = admin_client.get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    )

    assert description.endswith(".") and "\n" not in description and len(description) < 90
    assert block.is_previewable
    assert answer.status_code == 200
    assert "css/site.css" in answer.content.decode()
    assert "script-src" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", HomeSections().child_blocks)
def test_a_section_of_the_home_page_is_shown_as_it_would_stand_there_now(home, name):
    topic = make_topic(title="Rivers", dye="water")
    make_article(title="The ferry runs", main_topic=topic, topics=[topic])
    make_notice(title="An appeal")
    block = next(one for key, one in BLOCKS.items() if key.endswith(f"-{name}"))
    value = block.get_preview_value()

    section = block.get_preview_context(value)["section"]

    # Why to join is said in the settings, and here nobody has said it.
    assert bool(section.content) == (name != "join")
