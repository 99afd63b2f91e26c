"""A colleague is invited, comes in, forgets the password and comes in again."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail

from users.models import User

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def path_in(letter) -> str:
    return re.search(r"https?://[^/]+(/admin/\S+)", letter.body)[1]


def faults(page) -> list[str]:
    """Once everything has come to rest: a message that fades in is pale on its way."""
    page.wait_for_load_state("networkidle")
    page.evaluate("Promise.all(document.getAnimations().map((moving) => moving.finished))")
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def choose_password(page, password: str) -> None:
    page.fill("#id_new_password1", password)
    page.fill("#id_new_password2", password)
    page.click("main [type=submit]")


def test_from_the_admins_screen_to_the_new_colleagues_desk_and_a_new_password(signed_in, browse):
    ada = signed_in("Admin")
    ida = browse("phone")

    ada.goto("/admin/who-can-do-what/")
    found = {"who can do what": faults(ada)}
    ada.goto("/admin/users/")
    ada.get_by_role("link", name="Invite a colleague").first.click()
    ada.wait_for_selector("#id_role")
    found["invite"] = faults(ada)
    ada.fill("#id_email", "ida@example.org")
    ada.fill("#id_first_name", "Ida")
    ada.fill("#id_last_name", "Tarn")
    ada.select_option("#id_role", label="Editor")
    ada.get_by_role("button", name="Send the invitation").click()
    ada.wait_for_selector("#invitation-link")
    found["invitation"] = faults(ada)

    ida.goto(path_in(mail.outbox[0]))
    found["accept"] = faults(ida)
    choose_password(ida, "short")
    ida.get_by_text("too short").wait_for()
    choose_password(ida, "rain-on-a-tin-roof")
    ida.wait_for_url("**/admin/")
    greeting = ida.locator(".messages").inner_text()

    ida.context.clear_cookies()
    ida.goto("/admin/login/")
    ida.get_by_role("link", name="Forgotten password?").click()
    ida.fill("#id_email", "ida@example.org")
    ida.click("main [type=submit]")
    ida.wait_for_url("**/done/")
    ida.goto(path_in(mail.outbox[1]))
    choose_password(ida, "snow-on-a-slate-roof")
    ida.wait_for_url("**/complete/")
    ida.goto("/admin/login/")
    ida.fill("#id_username", "ida")
    ida.fill("#id_password", "snow-on-a-slate-roof")
    ida.click("main [type=submit]")
    ida.wait_for_url("**/admin/")

    user = User.objects.get(email="ida@example.org")
    ada.goto(f"/admin/users/edit/{user.pk}/")
    found["account"] = faults(ada)
    ada.goto(f"/admin/users/delete/{user.pk}/")
    found["delete"] = faults(ada)
    assert found == dict.fromkeys(found, [])
    assert "“ida”" in greeting
    assert [group.name for group in user.groups.all()] == ["Editor"]
