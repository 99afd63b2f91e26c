"""A slow line, a lost answer, two hands at once: the list of notices says what is so, and where one was."""

import pytest
from playwright.sync_api import expect

from notices import goals, ordering
from notices.models import FeaturedNotice
from tests.browser.board import (
    LIST,
    TITLES,
    drag,
    focused,
    middle_of,
    press,
    row,
    save_what_is_tried,
    saved,
    seen,
    stored,
    warned,
)
from tests.factories import make_notice, make_user, the_home

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

MAY_NOT_BE_SAVED = "The site did not answer, so it may not be saved."


def lose(page, address: str, is_done: bool) -> None:
    """The line drops, after the site has done it or before."""

    def drop(route):
        if is_done:
            route.fetch()
        route.abort()

    page.route(address, drop)


def delay(page, address: str, by: int = 600) -> None:
    def wait(route):
        page.wait_for_timeout(by)
        route.continue_()

    page.route(address, wait)


def is_leaving_asked(page) -> bool:
    """Whether the browser would ask before it leaves."""
    return page.evaluate(
        "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))",
    )


def by_ben(title: str, goal: goals.Goal) -> None:
    ben = make_user("Admin", first_name="Ben", last_name="Tarn")
    ordering.move(the_home(), FeaturedNotice.objects.get(title=title).pk, goal, ben)


# --- nothing is called saved that is not


@pytest.mark.parametrize("is_done", [False, True])
def test_an_order_that_was_tried_is_saved_when_it_is_tried_again(board, is_done):
    page = board()
    press(page, "Try an order first")
    press(page, "Move “Letter” to the top")
    press(page, "Move “Gift” up")
    wanted = ["Letter", "Appeal", "Report", "Gift", "Meeting"]

    lose(page, "**/order/**", is_done)
    save_what_is_tried(page)
    warned(page, MAY_NOT_BE_SAVED)
    assert seen(page) == wanted
    page.unroute("**/order/**")
    press(page, "Try again")
    saved(page)

    assert stored() == seen(page) == wanted
    expect(page.locator("[data-trial]")).to_be_hidden()


def test_an_order_is_not_saved_over_what_somebody_else_did_meanwhile(board):
    page = board()
    press(page, "Try an order first")
    press(page, "Move “Letter” to the top")
    by_ben("Gift", goals.top())

    save_what_is_tried(page)
    warned(page, "Ben Tarn has changed the order meanwhile. Nothing was moved.")
    assert stored() == ["Gift", "Appeal", "Report", "Meeting", "Letter"]
    assert seen(page) == ["Letter", "Gift", "Appeal", "Report", "Meeting"]
    save_what_is_tried(page)
    saved(page, "Visitors see the new order now.")

    assert stored() == seen(page) == ["Letter", "Gift", "Appeal", "Report", "Meeting"]


def test_what_somebody_else_did_while_the_line_was_down_is_not_overwritten_by_trying_again(board):
    page = board()
    press(page, "Try an order first")
    press(page, "Move “Letter” to the top")
    lose(page, "**/order/**", is_done=False)
    save_what_is_tried(page)
    warned(page, MAY_NOT_BE_SAVED)
    by_ben("Gift", goals.top())
    page.unroute("**/order/**")

    press(page, "Try again")

    warned(page, "Ben Tarn has changed the order meanwhile. Nothing was moved.")
    assert stored()[0] == "Gift"


def test_an_undo_whose_answer_was_lost_is_done_once_however_often_it_is_tried(board):
    page = board()
    press(page, "Move “Gift” to the top")
    saved(page)

    lose(page, "**/undo/**", is_done=True)
    page.locator("[data-undo]").click()
    warned(page, MAY_NOT_BE_SAVED)
    page.unroute("**/undo/**")
    press(page, "Try again")
    saved(page, "The last change is taken back.")

    assert stored() == seen(page) == [*TITLES]


def test_undo_pressed_twice_is_one_undo(board):
    page = board()
    press(page, "Move “Gift” to the top")
    saved(page)
    delay(page, "**/undo/**")

    page.locator("[data-undo]").dblclick()
    saved(page, "The last change is taken back.")
    page.wait_for_timeout(300)

    assert stored() == seen(page) == [*TITLES]


def test_undo_pressed_before_a_move_is_saved_takes_that_move_back(board):
    page = board()
    press(page, "Move “Gift” to the top")
    saved(page)
    delay(page, "**/move/**")

    press(page, "Move “Letter” to the top")
    page.locator("[data-undo]").click()
    saved(page, "The last change is taken back.")

    assert stored() == seen(page) == ["Gift", "Appeal", "Report", "Meeting", "Letter"]


def test_saving_is_said_until_nothing_waits_and_leaving_asks_first(board):
    page = board()
    delay(page, "**/move/**")
    assert not is_leaving_asked(page)

    row(page, "Appeal").locator("[data-grip]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    told = page.locator("[data-said]")
    with page.expect_response("**/move/**"):
        pass
    page.wait_for_timeout(100)
    assert told.inner_text() == "Saving…"
    assert is_leaving_asked(page)
    saved(page, "“Appeal” is now 3 of 5")

    assert not is_leaving_asked(page)


def test_what_others_did_is_still_said_after_more_moves_of_ones_own(board):
    page = board()
    by_ben("Letter", goals.top())

    row(page, "Appeal").locator("[data-grip]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    saved(page, "Ben Tarn changed the list while you had it open")


@pytest.mark.parametrize(
    "body", ['{"order": [1], "put_away": null, "shown": []}', "null", '{"order": {}, "shown": 1}']
)
def test_an_answer_that_makes_no_sense_is_refused_and_the_next_move_has_its_turn(board, body):
    page = board()
    fault = {"status": 200, "content_type": "application/json", "body": body}
    page.route("**/move/**", lambda route: route.fulfill(**fault))
    press(page, "Move “Gift” up")
    warned(page, "Something went wrong on the site, so it may not be saved.")
    assert seen(page) == [*TITLES]
    page.unroute("**/move/**")

    press(page, "Move “Gift” up")

    saved(page, "“Gift” is now 3 of 5")
    assert stored() == seen(page)


def test_rows_that_could_not_be_read_again_are_said_to_be_missing(board):
    page = board()
    make_notice(title="New")
    page.route(f"**{LIST}", lambda route: route.abort())

    press(page, "Move “Gift” up")

    saved(page, "The rows could not be read again.")
    assert stored() == ["New", "Appeal", "Report", "Gift", "Meeting", "Letter"]


def test_a_row_that_is_taken_while_the_list_is_read_again_is_there_once(board):
    page = board()
    make_notice(title="New")
    delay(page, f"**{LIST}", by=800)

    press(page, "Move “Gift” up")
    page.wait_for_timeout(300)
    drag(page, "Letter", "Appeal", drop=False)
    page.wait_for_timeout(1000)
    page.mouse.up()
    saved(page, "“Letter” is now")

    assert sorted(seen(page)) == sorted([*TITLES, "New"])
    assert stored() == seen(page)


def test_while_an_order_is_tried_nothing_is_taken_back(board):
    page = board()
    press(page, "Move “Gift” to the top")
    saved(page)

    press(page, "Try an order first")

    expect(page.locator("[data-undo-last]")).to_have_count(0)
    expect(page.locator("[data-undo]")).to_be_disabled()
    press(page, "Leave it as it was")
    expect(page.locator("[data-said]")).to_contain_text("The order is as it was.")
    expect(page.locator("[data-undo]")).to_be_enabled()


def test_a_move_that_moves_nothing_offers_no_undo_of_what_another_did(board):
    page = board()
    by_ben("Gift", goals.top())

    press(page, "Move “Gift” to the top")

    expect(page.locator("[data-said]")).to_contain_text("“Gift” is now 1 of 5")
    expect(page.locator("[data-undo-last]")).to_have_count(0)


# --- where the home page stops


def line_below(page) -> str:
    return page.locator("[data-notice]:has([data-line]:visible) h2").inner_text()


def test_the_line_follows_every_move_also_one_that_is_only_tried(board):
    make_notice(title="Idea", live=False)
    page = board()
    assert seen(page) == ["Idea", *TITLES]
    assert line_below(page) == "Gift"

    press(page, "Try an order first")
    press(page, "Move “Letter” to the top")
    assert line_below(page) == "Meeting"
    press(page, "Leave it as it was")

    assert line_below(page) == "Gift"


def test_a_notice_that_visitors_lost_meanwhile_moves_the_line(board):
    page = board()
    make_notice(title="Last")
    page.reload()
    page.locator("[data-grip]:visible").first.wait_for()
    FeaturedNotice.objects.get(title="Appeal").unpublish()

    press(page, "Move “Letter” up")
    saved(page)

    assert line_below(page) == "Letter"
    expect(row(page, "Appeal").locator(".is-draft")).to_be_visible()


# --- the window stays where it is, and the focus is seen


def test_the_preview_scrolls_in_its_own_frame_and_nowhere_else(board):
    for n in range(20):
        make_notice(title=f"More {n}")
    page = board()
    page.get_by_role("link", name="Preview, drafts included").click()
    frame = page.frame_locator(".board-preview iframe")
    expect(frame.locator(".notices h3").first).to_be_in_viewport()
    row(page, "Letter").scroll_into_view_if_needed()
    before = row(page, "Appeal").bounding_box()["y"]

    row(page, "Meeting").locator("[data-grip]").focus()
    page.keyboard.press("ArrowUp")
    saved(page)
    page.wait_for_timeout(500)

    assert abs(row(page, "Appeal").bounding_box()["y"] - before) < 200


BEYOND = """[...document.querySelectorAll("[data-board] :is(button, input, a, h2)")]
    .filter((part) => part.checkVisibility() && !part.matches("[data-enter]"))
    .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
    .map((part) => part.outerHTML)"""
AT_REST = "() => document.getAnimations().every((one) => !(one instanceof CSSTransition))"


def test_nothing_leaves_the_window_at_any_width(board):
    make_notice(title="Donaudampfschifffahrtsgesellschaftskapitänsmütze " * 3)
    page = board()

    found = {}
    for width in (320, 375, 640, 800, 900, 1023, 1100, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(AT_REST)  # the menu goes away slowly
        found[width] = page.evaluate(BEYOND)

    assert found == dict.fromkeys(found, [])


def test_pressed_twice_with_a_still_mouse_it_is_the_same_notice_that_moves(board):
    for n in range(20):
        make_notice(title=f"More {n}")
    page = board()
    button = page.get_by_role("button", name="Move “More 9” down")
    button.evaluate("(part) => part.scrollIntoView({ block: 'center' })")
    page.mouse.move(*middle_of(button))

    page.mouse.click(*middle_of(button))
    x, y = middle_of(button)
    saved(page, "“More 9” is now")
    page.mouse.click(x, y)
    saved(page, "above “More 6”")

    assert stored()[10:13] == ["More 8", "More 7", "More 9"]


IS_CLEAR = """() => {
    const held = document.activeElement.getBoundingClientRect();
    const bar = document.querySelector("[data-bar]").getBoundingClientRect();
    return held.top >= 0 && held.bottom <= bar.top + 1;
}"""


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_what_has_the_focus_is_never_below_the_bar(board, size):
    for n in range(5):
        make_notice(title=f"More {n}")
    page = board(size)
    page.get_by_label("Place of “Letter”").fill("x")
    page.get_by_label("Place of “Letter”").press("Enter")  # the bar is there from now on
    warned(page, "Type the number of the place")
    page.get_by_role("link", name="More 4").focus()

    while focused(page) != "Move “Letter” to this number":
        page.keyboard.press("Tab")
        page.wait_for_function(IS_CLEAR)  # the page may still be on its way


def test_after_each_button_of_the_bar_the_focus_is_on_the_notice(board):
    page = board()

    def grip(title: str) -> str:
        return f"Drag “{title}”, or move it with the arrow keys"

    press(page, "Move “Gift” to the top")
    saved(page)
    page.locator("[data-undo-last]").press("Enter")
    saved(page, "The last change is taken back.")
    assert focused(page) == grip("Gift")

    lose(page, "**/move/**", is_done=False)
    press(page, "Move “Letter” up")
    warned(page, MAY_NOT_BE_SAVED)
    page.unroute("**/move/**")
    page.get_by_role("button", name="Try again").press("Enter")
    saved(page, "“Letter” is now 4 of 5")
    assert focused(page) == grip("Letter")

    page.get_by_role("button", name="Close this message").press("Enter")
    expect(page.locator("[data-said]")).to_be_empty()
    assert focused(page) == grip("Letter")

    press(page, "Try an order first")
    press(page, "Move “Report” to the bottom")
    page.locator("[data-said] [data-trial-save]").press("Enter")
    saved(page, "Visitors see the new order now.")
    assert page.evaluate("document.activeElement.closest('[data-board]') !== null")


def test_when_its_notice_has_gone_the_focus_is_on_the_one_that_stands_there_now(board):
    page = board()
    FeaturedNotice.objects.get(title="Report").delete()

    page.get_by_role("button", name="Move “Report” up").press("Enter")
    warned(page, "That notice is no longer in the list.")

    assert focused(page) == "Drag “Meeting”, or move it with the arrow keys"


def test_a_preview_is_closed_with_escape(board):
    page = board()
    page.get_by_role("link", name="Preview, drafts included").click()

    page.keyboard.press("Escape")

    expect(page.locator("[data-preview-panel]")).to_be_hidden()
    expect(page.get_by_role("link", name="Preview, drafts included")).to_be_focused()
