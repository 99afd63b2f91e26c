"""A new alias changes what visitors find, so it raises the content version."""

from django.db.models.signals import post_delete, post_save

from base.caching import bump


def _bump(sender, **kwargs) -> None:
    bump()


def connect() -> None:
    from .models import SearchAlias

    for signal in (post_save, post_delete):
        signal.connect(_bump, sender=SearchAlias, dispatch_uid=f"search-alias-{id(signal)}")
