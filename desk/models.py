from django.db import models


class Job(models.Model):
    """A piece of work that happens by itself: who does it now, and when it was last done."""

    name = models.CharField(max_length=50, unique=True)
    held_by = models.CharField(max_length=100, blank=True)
    held_until = models.DateTimeField(null=True)
    ran_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
