"""Where Wagtail finds our screens, buttons and bounds."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from . import bulk, invitations, ranks, screens, second_eyes


@hooks.register("register_admin_urls")
def our_screens():
    return [
        path("who-can-do-what/", screens.WhoCanDoWhat.as_view(), name="who_can_do_what"),
        path("who-can-do-what/review/", screens.switch, name="switch_second_eyes"),
    ]


@hooks.register("register_help_menu_item")
def who_can_do_what():
    url = reverse("who_can_do_what")
    return MenuItem(_("Who can do what"), url, name="who-can-do-what", icon_name="group", order=100)


@hooks.register("register_user_listing_buttons")
def send_again(user, request_user):
    if invitations.is_waiting(user) and ranks.may_look_after_accounts(request_user):
        url = reverse("wagtailusers_users:invitation", args=[user.pk])
        yield Button(_("Invitation"), url, icon_name="mail", priority=15)


hooks.register("construct_page_action_menu", second_eyes.in_our_words)

for action in bulk.ACTIONS:  # after Wagtail's, whose places they take
    hooks.register("register_bulk_action", action, order=10)
