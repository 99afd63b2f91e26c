from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

TAKEN = _("Another account already uses this e-mail address.")


class User(AbstractUser):
    """Somebody who signs in: by username, reached by an e-mail that is theirs alone."""

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="one_account_per_email",
                violation_error_message=TAKEN,
            )
        ]

    def clean(self):
        """Says it beside the address: not every form shows what is wrong with the whole of it."""
        super().clean()
        others = type(self).objects.exclude(pk=self.pk)
        if self.email and others.filter(email__iexact=self.email).exists():
            raise ValidationError({"email": TAKEN})
