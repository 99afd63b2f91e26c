"""What can be done to several accounts at once, within the same bounds as to one."""

from django.core.exceptions import PermissionDenied
from wagtail.users.views.bulk_actions import (
    AssignRoleBulkAction,
    DeleteBulkAction,
    SetActiveStateBulkAction,
)

from desk.keys import is_key

from . import ranks


class WithinRank:
    """Leaves out the accounts of those who can do more."""

    @classmethod
    def get_queryset(cls, model, object_ids):
        return super().get_queryset(model, filter(is_key, object_ids))

    def check_perm(self, obj):
        return super().check_perm(obj) and ranks.may_look_after(self.request.user, obj)


class DeleteSeveral(WithinRank, DeleteBulkAction):
    """Deletes accounts."""


class OpenOrCloseSeveral(WithinRank, SetActiveStateBulkAction):
    """Lets people in, or no longer."""


class GiveRoleToSeveral(WithinRank, AssignRoleBulkAction):
    """Gives people one role more."""

    def get_execution_context(self):
        context = super().get_execution_context()
        if not ranks.roles_open_to(self.request.user).filter(pk=context["role"].pk).exists():
            raise PermissionDenied
        return context


ACTIONS = (DeleteSeveral, OpenOrCloseSeveral, GiveRoleToSeveral)
