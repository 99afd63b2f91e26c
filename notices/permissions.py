"""Who sees the notices in the admin at all: those who work on them."""

from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_modeladmin.helpers import PagePermissionHelper

from .models import FeaturedNotice

# Who may do one of these on a page may know that it is there.
MAY_KNOW = {"add", "change", "publish"}


def known_to(user):
    """The notices that somebody works on, drafts too; of the others not even the titles are theirs."""
    policy = PagePermissionPolicy(FeaturedNotice)
    return policy.instances_user_has_any_permission_for(user, MAY_KNOW)


class NoticePermissionHelper(PagePermissionHelper):
    """Shows the list to those who work on the notices, and to nobody else who may enter the admin."""

    def user_can_list(self, user) -> bool:
        return known_to(user).exists() or self.get_valid_parent_pages(user).exists()
