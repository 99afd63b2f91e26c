from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's own accounts, looked after on our screens."""

    user_viewset = "desk.people.accounts.AccountViewSet"
