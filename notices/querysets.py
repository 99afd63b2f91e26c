from django.db.models import Exists, F, OuterRef, Q, TextField
from django.db.models.functions import Cast, Length
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
        # Asked for each notice's one target: gathering every public page would cost the archive.
        target = visible(Page.objects.filter(pk=OuterRef("target_page"))).order_by()
        return self.visible().filter(
            Q(show_until__isnull=True) | Q(show_until__gte=today()),
            Q(target_page__isnull=True) | Exists(target),
            Q(target_document__isnull=True)
            | Q(target_document__collection__in=public_collections()),
        )

    def due(self):
        """Still before visitors on the day on which somebody was to look at it again, or after it."""
        return self.current().filter(review_on__lte=today())

    def for_cards(self):
        """All that a card prints: the text is not loaded, only whether there is one."""
        return self.annotate(text_length=Length(Cast("body", TextField()))).defer("body")

    def drafted(self):
        """With words that visitors do not see yet: never published, or written since they last were."""
        was_edited = Q(latest_revision_created_at__gt=F("last_published_at"))
        is_ahead = Q(live=True) | Q(first_published_at=None) | was_edited
        return self.filter(is_ahead, has_unpublished_changes=True, expired=False)

    def in_order(self):
        """As the admins put them."""
        return self.order_by("sort_order", "pk")
