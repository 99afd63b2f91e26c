"""The languages a passage may be marked with; screen readers and translators go by it."""

from django.utils.translation import gettext_lazy as _

LANGUAGES = [
    ("en", _("English")),
    ("es", _("Spanish")),
    ("qu", _("Quechua")),
    ("ay", _("Aymara")),
    ("pt", _("Portuguese")),
    ("fr", _("French")),
    ("de", _("German")),
]
