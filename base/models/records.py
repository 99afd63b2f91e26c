from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentVersion(models.Model):
    """One row, one number: it grows whenever what visitors see has changed."""

    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


class ImportRecord(models.Model):
    """Which page an item of an old listing became, so that a second import changes nothing."""

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="import_records"
    )
    source = models.CharField(max_length=255, help_text=_("The file the item was read from."))
    key = models.CharField(
        max_length=255,
        unique=True,
        help_text=_("Stream, date, folded headline or first words, and kind."),
    )
    hash = models.CharField(
        max_length=64, help_text=_("SHA-256 of what was written, in hexadecimal.")
    )
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.key
