import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from blocks.data import TableBlock


def table(**changes):
    block = TableBlock()
    preview = block.get_preview_value()
    for name, value in changes.items():
        setattr(preview["table"], name, value)
    return block, preview


def test_a_table_has_a_caption_and_headings_for_columns_and_rows():
    block, value = table()

    html = block.render(value)

    assert "<caption>Wells in Huaylla" in html
    assert html.count('<th scope="col"') == 3
    assert html.count('<th scope="row">') == 2


def test_a_table_whose_first_column_is_not_a_name_has_no_row_headings():
    block, value = table()
    value["has_row_headings"] = False

    html = block.render(value)

    assert 'scope="row"' not in html


def test_cells_are_words_and_never_markup():
    block, value = table(row_data=[{"values": ["<i>School</i>", "2019", "4 & more"]}])

    html = block.render(value)

    assert "&lt;i&gt;School&lt;/i&gt;" in html
    assert "4 &amp; more" in html


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"caption": " "}, "caption"),
        ({"row_data": []}, "at least one column and one row"),
    ],
)
def test_a_table_that_cannot_be_understood_by_ear_is_refused(changes, words):
    block, value = table(**changes)

    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(value)

    assert words in str(refusal.value.non_block_errors)


def test_a_column_without_a_heading_is_refused():
    block, value = table()
    value["table"].columns[1]["heading"] = ""

    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(value)

    assert "every column a heading" in str(refusal.value.non_block_errors)


def test_a_table_without_a_caption_does_not_stop_a_draft_from_being_saved():
    block, value = table(caption="")

    cleaned = block.clean_deferred(value)

    assert cleaned["table"].caption == ""
