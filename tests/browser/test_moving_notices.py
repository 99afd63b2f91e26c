import pytest

from tests.factories import make_notice

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def test_an_admin_moves_a_notice_up_with_the_keyboard_and_visitors_see_it(signed_in):
    make_notice(title="Second appeal")
    make_notice(title="First appeal")
    page = signed_in("Admin")

    page.goto("/admin/notices/featurednotice/")
    page.get_by_role("button", name="Move “Second appeal” up").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**moved=**")
    page.goto("/")

    headlines = page.locator(".notices h3").all_inner_texts()
    assert headlines == ["Second appeal", "First appeal"]
