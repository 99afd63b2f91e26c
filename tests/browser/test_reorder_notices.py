"""An admin puts the notices in order with a mouse, a keyboard, a finger, or numbers; nothing is called saved that is not."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Permission
from django.test import Client
from playwright.sync_api import expect

from notices import goals, ordering
from notices.models import FeaturedNotice
from tests.browser.board import (
    LIST,
    TITLES,
    drag,
    focused,
    middle_of,
    numbers,
    press,
    row,
    save_what_is_tried,
    saved,
    seen,
    stored,
    warned,
)
from tests.browser.saving import RULES, sign_in
from tests.browser.test_policy import overheard
from tests.factories import (
    make_article,
    make_document,
    make_image,
    make_notice,
    make_page,
    make_user,
    the_home,
)

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

# --- buttons, numbers, keys


def test_buttons_move_a_notice_say_where_it_is_and_keep_the_focus(board):
    page = board()

    press(page, "Move “Gift” up")
    assert "“Gift” is now 3 of 5, above “Meeting”." in saved(page)
    assert focused(page) == "Move “Gift” up"
    press(page, "Move “Gift” to the top")
    saved(page, "“Gift” is now 1 of 5")
    press(page, "Move “Appeal” to the bottom")
    saved(page, "“Appeal” is now the last of 5")
    press(page, "Move “Report” down")
    saved(page, "“Report” is now 3 of 5")

    assert stored() == seen(page) == ["Gift", "Meeting", "Report", "Letter", "Appeal"]
    assert numbers(page) == ["1", "2", "3", "4", "5"]
    page.reload()
    assert seen(page) == stored()


def test_a_button_at_the_end_of_the_list_says_so_and_sends_nothing(board):
    page = board()
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))

    page.get_by_role("button", name="Move “Appeal” up").focus()
    page.keyboard.press("Enter")

    saved(page, "It stands there already.")
    assert sent == []


def test_a_number_that_is_typed_is_the_place(board):
    page = board()

    field = page.get_by_label("Place of “Letter”")
    field.fill("2")
    field.press("Enter")
    saved(page, "“Letter” is now 2 of 5")
    page.get_by_label("Place of “Appeal”").fill("99")
    press(page, "Move “Appeal” to this number")
    saved(page, "“Appeal” is now the last of 5")
    page.get_by_label("Place of “Report”").fill("second")
    press(page, "Move “Report” to this number")
    warned(page, "Type the number of the place")

    assert stored() == seen(page) == ["Letter", "Report", "Meeting", "Gift", "Appeal"]


def test_the_keyboard_alone_is_enough(board):
    page = board()
    page.get_by_role("link", name="Appeal").focus()

    page.keyboard.press("Tab")  # its buttons follow the headline
    assert focused(page) == "Move “Appeal” to the top"
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    saved(page, "“Appeal” is now 2 of 5")
    page.keyboard.press("Enter")
    saved(page, "“Appeal” is now 3 of 5")

    assert focused(page) == "Move “Appeal” down"
    assert stored() == ["Report", "Meeting", "Appeal", "Gift", "Letter"]


def test_arrow_keys_on_the_grip_move_it_and_every_press_is_saved(board):
    page = board()
    row(page, "Appeal").locator("[data-grip]").focus()

    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    saved(page, "“Appeal” is now 3 of 5")

    assert focused(page) == "Drag “Appeal”, or move it with the arrow keys"
    assert stored() == seen(page) == ["Report", "Meeting", "Appeal", "Gift", "Letter"]


def test_whoever_moves_to_the_end_of_a_long_list_by_keyboard_still_sees_it(board):
    for n in range(20):
        make_notice(title=f"More {n}")
    page = board()
    row(page, "More 19").locator("[data-grip]").focus()

    page.keyboard.press("End")
    saved(page, "“More 19” is now the last")

    expect(row(page, "More 19").locator("[data-grip]")).to_be_in_viewport()


# --- dragging


@pytest.mark.parametrize(
    ("title", "to", "expected"),
    [
        ("Meeting", "Appeal", ["Meeting", "Appeal", "Report", "Gift", "Letter"]),
        ("Appeal", "Meeting", ["Report", "Meeting", "Appeal", "Gift", "Letter"]),
    ],
)
def test_a_mouse_drags_a_row_and_visitors_see_it(board, title, to, expected):
    page = board()

    drag(page, title, to)
    saved(page, f"“{title}” is now")

    assert stored() == seen(page) == expected
    page.goto("/")
    assert page.locator(".notices h3").all_inner_texts() == expected[:4]
    page.goto("/notices/")
    assert page.locator("main h3").all_inner_texts() == expected


def test_escape_lets_a_row_go_where_it_was(board):
    page = board()

    drag(page, "Meeting", "Appeal", drop=False)
    assert seen(page)[0] == "Meeting"
    page.keyboard.press("Escape")
    page.mouse.up()

    assert seen(page) == stored() == [*TITLES]
    expect(page.locator("[data-said]")).to_be_empty()


def test_near_the_edge_of_the_window_the_page_goes_on(board):
    for n in range(20):
        make_notice(title=f"More {n}")
    page = board()
    page.mouse.move(*middle_of(row(page, "More 19").locator("[data-grip]")))
    page.mouse.down()
    page.mouse.move(300, 890, steps=5)

    expect(row(page, "Letter")).to_be_in_viewport(timeout=10_000)
    page.wait_for_timeout(300)
    page.mouse.up()

    saved(page, "“More 19” is now the last of 25")
    assert stored()[-1] == "More 19"


def test_a_finger_drags_a_row_and_scrolls_the_page_everywhere_else(board):
    page = board("phone", has_touch=True, is_mobile=True)
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, x: float = 0, y: float = 0) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    row(page, "Appeal").scroll_into_view_if_needed()
    x, y = middle_of(row(page, "Report").locator("[data-grip]"))
    goal = row(page, "Appeal").bounding_box()["y"] + 4
    finger("touchStart", x, y)
    for step in range(1, 11):
        finger("touchMove", x, y + (goal - y) * step / 10)
    finger("touchEnd")
    saved(page, "“Report” is now 1 of 5")

    assert stored() == seen(page) == ["Report", "Appeal", "Meeting", "Gift", "Letter"]


def test_what_is_pressed_is_large_enough_for_a_finger(board):
    make_notice(title="Old", show_until="2020-01-01")
    FeaturedNotice.objects.filter(title="Gift").update(review_on="2026-01-01")

    for size in ("phone", "desk"):
        page = board(size)
        parts = page.locator("[data-board] :is(button, input, a.button):visible").all()
        boxes = [part.bounding_box() for part in parts if part.get_attribute("tabindex") != "-1"]
        assert len(boxes) > 40
        assert min(min(box["width"], box["height"]) for box in boxes) >= 44
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# --- never a false success


def test_signed_out_the_row_goes_back_and_it_is_said_then_it_can_be_tried_again(board):
    page = board()
    page.context.clear_cookies()

    press(page, "Move “Gift” up")
    warned(page, "Not saved: you are signed out.")
    assert seen(page) == stored() == [*TITLES]
    sign_in(page.context.new_page(), page.admin)
    press(page, "Try again")
    saved(page, "“Gift” is now 3 of 5")

    assert stored() == seen(page) == ["Appeal", "Report", "Gift", "Meeting", "Letter"]
    expect(page.locator("[data-alarm]")).to_be_empty()


def test_whoever_lost_the_right_meanwhile_is_told_so(board):
    page = board()
    page.admin.groups.clear()
    page.admin.user_permissions.add(Permission.objects.get(codename="access_admin"))

    drag(page, "Meeting", "Appeal")

    warned(page, "you may not put the notices in order any more")
    assert seen(page) == stored() == [*TITLES]


def test_under_another_name_nothing_is_moved(board):
    page = board()
    sign_in(page.context.new_page(), make_user("Admin"))

    press(page, "Move “Gift” up")

    warned(page, "somebody else has signed in")
    assert seen(page) == stored() == [*TITLES]


def test_a_line_that_drops_puts_all_that_waited_back_and_says_so(board):
    page = board()
    page.route("**/move/**", lambda route: route.abort())

    row(page, "Appeal").locator("[data-grip]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    warned(page, "The site did not answer, so it may not be saved.")
    page.wait_for_timeout(300)
    assert seen(page) == stored() == [*TITLES]
    page.unroute("**/move/**")
    press(page, "Try again")
    saved(page, "“Appeal” is now 2 of 5")

    assert stored() == seen(page) == ["Report", "Appeal", "Meeting", "Gift", "Letter"]


def test_what_was_saved_before_the_line_dropped_stays(board):
    page = board()
    came = []

    def lose_the_second(route):
        came.append(route)
        route.continue_() if len(came) == 1 else route.abort()

    page.route("**/move/**", lose_the_second)
    row(page, "Appeal").locator("[data-grip]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    warned(page, "The site did not answer, so it may not be saved.")
    assert len(came) == 2
    assert stored() == seen(page) == ["Report", "Appeal", "Meeting", "Gift", "Letter"]


def test_when_only_the_answer_was_lost_trying_again_makes_it_right(board):
    page = board()

    def lose_the_answer(route):
        route.fetch()
        route.abort()

    page.route("**/move/**", lose_the_answer)
    press(page, "Move “Gift” to the top")
    warned(page, "The site did not answer, so it may not be saved.")
    page.unroute("**/move/**")
    page.get_by_role("button", name="Try again").press("Enter")

    saved(page, "It stands there already.")
    assert focused(page) == "Drag “Gift”, or move it with the arrow keys"
    assert stored() == seen(page) == ["Gift", "Appeal", "Report", "Meeting", "Letter"]


@pytest.mark.parametrize(
    ("status", "kind", "body"),
    [
        (500, "text/html", "no"),
        (200, "text/html", "<h1>The dashboard</h1>"),
        (200, "application/json", "{}"),
        (200, "application/json", "[1"),
        (502, "text/plain", ""),
    ],
)
def test_an_answer_that_is_not_the_list_is_no_success(board, status, kind, body):
    page = board()
    page.route(
        "**/move/**", lambda route: route.fulfill(status=status, content_type=kind, body=body)
    )

    press(page, "Move “Gift” up")

    warned(page, "Something went wrong on the site, so it may not be saved.")
    assert seen(page) == stored() == [*TITLES]


# --- undo, and two windows


def test_the_last_change_is_taken_back_from_either_place(board):
    page = board()

    press(page, "Move “Gift” to the top")
    saved(page, "“Gift” is now 1 of 5")
    expect(page.locator("[data-last-change]")).to_contain_text(
        "Last change: Ada Quispe moved “Gift” above “Appeal”"
    )
    page.locator("[data-undo]").click()
    saved(page, "The last change is taken back.")
    assert stored() == seen(page) == [*TITLES]
    page.locator("[data-undo-last]").click()
    expect(row(page, "Gift").locator("[data-place]")).to_have_text("1")

    page.wait_for_function("document.querySelector('[data-said]').textContent.includes('Saved')")
    assert stored() == seen(page) == ["Gift", "Appeal", "Report", "Meeting", "Letter"]


def test_the_second_of_two_windows_is_told_and_its_move_means_the_same_notice(board):
    page = board()
    ben = make_user("Admin", first_name="Ben", last_name="Tarn")
    letter = FeaturedNotice.objects.get(title="Letter")
    ordering.move(the_home(), letter.pk, goals.top(), ben)

    page.get_by_label("Place of “Gift”").fill("2")  # where they see “Report”
    press(page, "Move “Gift” to this number")

    told = saved(page, "Ben Tarn changed the list while you had it open")
    assert "“Gift” is now 3 of 5, above “Report”." in told
    assert stored() == seen(page) == ["Letter", "Appeal", "Gift", "Report", "Meeting"]


def test_notices_that_came_and_went_meanwhile_are_in_the_list_after_a_move(board):
    page = board()
    FeaturedNotice.objects.get(title="Report").delete()
    make_notice(title="New")

    press(page, "Move “Letter” up")

    saved(page, "“New” is new in the list.")
    assert stored() == seen(page) == ["New", "Appeal", "Meeting", "Letter", "Gift"]
    press(page, "Move “New” down")
    saved(page, "“New” is now 2 of 5")
    drag(page, "Gift", "Appeal")
    saved(page, "“Gift” is now 1 of 5")


def test_a_notice_that_was_deleted_meanwhile_leaves_the_list_when_it_is_moved(board):
    page = board()
    FeaturedNotice.objects.get(title="Report").delete()

    press(page, "Move “Report” up")

    warned(page, "That notice is no longer in the list. Nothing was moved.")
    assert seen(page) == stored() == ["Appeal", "Meeting", "Gift", "Letter"]


def test_two_windows_of_two_admins_end_in_one_order(board, browse):
    ada, ben = board(), browse()
    sign_in(ben, make_user("Admin"))
    ben.goto(LIST)

    press(ada, "Move “Letter” to the top")
    saved(ada, "“Letter” is now 1 of 5")
    press(ben, "Move “Appeal” to the bottom")
    saved(ben, "“Appeal” is now the last of 5")
    press(ada, "Move “Gift” up")
    saved(ada, "“Gift” is now 3 of 5, above “Meeting”")

    assert stored() == seen(ada) == ["Letter", "Report", "Gift", "Meeting", "Appeal"]


# --- trying an order, and the preview


def test_an_order_is_tried_in_the_preview_then_saved_at_once(board):
    page = board()

    press(page, "Try an order first")
    press(page, "Move “Letter” to the top")
    saved(page, "Tried, not saved: “Letter” would be 1 of 5.")
    drag(page, "Gift", "Appeal")
    cards = page.frame_locator(".board-preview iframe").locator(".notices h3")
    expect(cards).to_have_text(["Letter", "Gift", "Appeal", "Report"])
    assert stored() == [*TITLES]
    save_what_is_tried(page)
    saved(page, "Visitors see the new order now.")

    assert stored() == seen(page) == ["Letter", "Gift", "Appeal", "Report", "Meeting"]


def test_an_order_that_was_tried_can_be_left(board):
    page = board()

    press(page, "Try an order first")
    press(page, "Move “Letter” to the top")
    press(page, "Leave it as it was")

    assert seen(page) == stored() == [*TITLES]


def test_an_order_that_was_tried_in_a_list_that_has_changed_is_kept_and_tried_in_the_new_one(board):
    page = board()
    press(page, "Try an order first")
    press(page, "Move “Letter” to the top")
    make_notice(title="New")

    save_what_is_tried(page)
    warned(page, "The list of notices has changed meanwhile.")
    assert seen(page) == ["Letter", "New", "Appeal", "Report", "Meeting", "Gift"]
    save_what_is_tried(page)
    saved(page, "Visitors see the new order now.")

    assert stored() == seen(page)


def test_the_preview_shows_drafts_and_follows_every_move(board):
    make_notice(title="Idea", live=False).save_revision()
    page = board()

    page.get_by_role("link", name="Preview, drafts included").click()
    cards = page.frame_locator(".board-preview iframe").locator(".notices h3")
    expect(cards).to_have_text(["Idea", "Appeal", "Report", "Meeting"])
    press(page, "Move “Letter” to the top")

    expect(cards).to_have_text(["Letter", "Idea", "Appeal", "Report"])


# --- without scripts, the policy, and what assistive technology finds


def test_without_scripts_every_button_is_a_form(board):
    page = board(java_script_enabled=False)

    press(page, "Move “Gift” up")
    assert seen(page) == ["Appeal", "Report", "Gift", "Meeting", "Letter"]
    assert focused_without_scripts(page) == "Move “Gift” up"
    field = page.get_by_label("Place of “Letter”")
    field.fill("1")
    field.press("Enter")
    assert seen(page) == ["Letter", "Appeal", "Report", "Gift", "Meeting"]
    press(page, "Undo")

    assert stored() == seen(page) == ["Appeal", "Report", "Gift", "Meeting", "Letter"]
    expect(page.get_by_text("The last change is taken back.")).to_be_visible()
    assert page.locator("[data-grip]:visible").count() == 0


def focused_without_scripts(page) -> str:
    return page.locator(":focus").get_attribute("aria-label")


def test_no_script_of_this_screen_is_inline_and_its_policy_allows_none(board):
    page = board()
    said = overheard(page)
    answer = page.goto(LIST)

    page.get_by_role("link", name="Preview, drafts included").click()
    drag(page, "Meeting", "Appeal")
    saved(page)
    press(page, "Move “Gift” up")
    saved(page, "“Gift”")

    policy = dict(
        part.strip().split(" ", 1)
        for part in answer.headers["content-security-policy"].split(";")
        if " " in part.strip()
    )
    assert policy["script-src"] == "'self'"
    assert said == []


@pytest.fixture
def every_state(notices):
    """A row of each kind, and one put away."""
    make_notice(title="Old", show_until="2020-01-01")
    make_notice(title="Idea", live=False)
    make_notice(title="Due", review_on="2026-01-01")
    make_notice(title="Hidden", target_page=make_page(live=False))
    make_notice(title="With a picture", target_page=make_article(lead_image=make_image()))
    make_notice(title="A file", target_document=make_document())
    make_notice(title="Elsewhere", target_url="https://www.example.org/")
    away = Client()
    away.force_login(make_user("Admin"))
    old = FeaturedNotice.objects.get(title="Old")
    away.post(f"/admin/notices/of/{the_home().pk}/put-away/", {"notice": old.pk})


@pytest.mark.parametrize("size", ["phone", "desk"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_screen_has_no_fault_that_a_machine_can_find(every_state, board, size, colours):
    page = board(size, color_scheme=colours)
    page.goto(f"{LIST}?all=1")
    press(page, "Try an order first")
    press(page, "Leave it as it was")
    press(page, "Move “Gift” up")
    saved(page)

    found = Axe().run(page, context="[data-board]", options=RULES).response["violations"]

    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


def test_a_warning_has_no_fault_that_a_machine_can_find(board):
    page = board("phone")
    page.context.clear_cookies()
    press(page, "Move “Gift” up")
    warned(page, "Not saved")

    found = Axe().run(page, context="[data-board]", options=RULES).response["violations"]

    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


def test_what_happens_is_announced(board):
    page = board()

    expect(page.locator("[data-said]")).to_have_attribute("role", "status")
    expect(page.locator("[data-alarm]")).to_have_attribute("role", "alert")
    assert page.get_by_role("list").filter(has=page.locator("[data-notice]")).count() == 1
