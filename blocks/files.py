"""What a reader is told about a file before opening it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def file_kind(document) -> str:
    """ "PDF", from the file's name."""
    return document.file_extension.upper() if document else ""


def file_size(document) -> str:
    """ "640 KB" or "1.2 MB"; nothing where the file is gone."""
    size = document.file_size if document else None
    if size is None and document:
        try:
            size = document.file.size
        except (OSError, ValueError):  # no such file, or none was ever given
            return ""
    if size is None:
        return ""
    kilobytes = max(1, round(size / 1024))
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{size / 1024**2:.1f} MB"


def file_details(document) -> str:
    """ "1.8 MB, 34 pages, in Spanish", as far as it is known."""
    if not document:
        return ""
    pages = getattr(document, "pages", None)
    language = getattr(document, "language", "")
    known = [
        file_size(document),
        ngettext("%(count)d page", "%(count)d pages", pages) % {"count": pages} if pages else "",
        _("in %(language)s") % {"language": language} if language else "",
    ]
    return ", ".join(filter(None, known))
