from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .words import MOST_WORDS, words

BETWEEN_NAMES = "="
MOST_NAMES = 10


class SearchAlias(models.Model):
    """Names of one person or thing: who searches for one of them finds what is written under any."""

    names = models.CharField(
        _("names"),
        max_length=500,
        help_text=_(
            "All names of one person or thing, with = between them, for example “PPK = Kuczynski ="
            " Pedro Pablo Kuczynski”. Whoever searches for one of them finds the others too."
        ),
    )

    class Meta:
        verbose_name = _("search alias")
        verbose_name_plural = _("search aliases")
        ordering = ["names", "pk"]

    def __str__(self) -> str:
        return self.names

    def separate_names(self) -> list[str]:
        names = (" ".join(name.split()) for name in self.names.split(BETWEEN_NAMES))
        return [name for name in names if words(name)]

    def clean(self):
        super().clean()
        names = {words(name): name for name in self.separate_names()}
        self.names = f" {BETWEEN_NAMES} ".join(names.values())
        problem = self._problem_with(names)
        if problem:
            raise ValidationError({"names": problem})

    def _problem_with(self, names: dict[tuple[str, ...], str]) -> str:
        if len(names) < 2:
            return _("Write at least two different names, with = between them.")
        if len(names) > MOST_NAMES:
            return _("Ten names at most, please.")
        if max(map(len, names)) > MOST_WORDS:
            return _("One of the names is too long to be searched for.")
        for other in type(self).objects.exclude(pk=self.pk):
            for name in other.separate_names():
                if words(name) in names:
                    return _("“%(name)s” stands in another line already: %(line)s") % {
                        "name": name,
                        "line": other.names,
                    }
        return ""
