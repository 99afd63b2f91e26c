"""What belongs to a notice and to no version of its text: where it stands, and what was done about it."""

from django.db import connection, models, transaction
from wagtail.models import Page

KEPT = ("sort_order", "put_away_at", "reminded_for")


class Standing(models.Model):
    """Never changed by a save, of an old version or a new one: only by those named beside each field."""

    # By `notices.ordering`.
    sort_order = models.IntegerField(default=0, editable=False, db_index=True)
    # By `notices.keeping`: off the admins' list until somebody works on it again.
    put_away_at = models.DateTimeField(null=True, editable=False)
    # By `desk.jobs.reminding`: the day of review of which its owner has been told.
    reminded_for = models.DateField(null=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Keep what is stored; a new notice or a copy goes on top.

        Without this an old version, a copy or a stale save would bring an old order back.
        """
        with transaction.atomic():
            for name, value in (self._stored() or self._as_new()).items():
                setattr(self, name, value)
            return super().save(*args, **kwargs)

    def _stored(self) -> dict[str, object] | None:
        if not self.pk:
            return None
        rows = type(self)._default_manager.order_by()
        if connection.features.has_select_for_update_of:
            # The page first, as whoever edits it locks it: crosswise, each would wait for the other.
            Page.objects.select_for_update().only("pk").filter(pk=self.pk).first()
            rows = rows.select_for_update(of=("self",))
        return rows.filter(pk=self.pk).values(*KEPT).first()

    def _as_new(self) -> dict[str, object]:
        rows = type(self)._default_manager
        lowest = rows.aggregate(lowest=models.Min("sort_order"))["lowest"]
        on_top = 0 if lowest is None else lowest - 1
        return {**dict.fromkeys(KEPT), "sort_order": on_top}
