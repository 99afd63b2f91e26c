from django.db.models import Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from base.dates import today
from base.visibility import public_collections, visible


class NoticeQuerySet(PageQuerySet):
    """Questions about many notices."""

    def visible(self):
        """What any stranger may read."""
        return visible(self)

    def current(self):
        """Visible, not ended, and leading nowhere a stranger may not follow."""
        public = visible(Page.objects.all()).order_by()
        return self.visible().filter(
            Q(show_until__isnull=True) | Q(show_until__gte=today()),
            Q(target_page__isnull=True) | Q(target_page__in=public.values("pk")),
            Q(target_document__isnull=True)
            | Q(target_document__collection__in=public_collections()),
        )

    def in_order(self):
        """As the admins put them."""
        return self.order_by("sort_order", "pk")
