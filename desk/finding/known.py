"""Which pages somebody may know of: those they work on, the way to these, and all that is public."""

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from base.visibility import visible
from desk.reach import reaches_everything


def known_to(user, pages: QuerySet) -> QuerySet:
    """Those of these pages whose titles this user may read."""
    if reaches_everything(user):
        return pages
    mine = policy_registry.get_by_type(Page).explorable_instances(user)
    public = visible(Page.objects.all())
    return pages.filter(
        Q(pk__in=mine.order_by().values("pk")) | Q(pk__in=public.order_by().values("pk"))
    )
