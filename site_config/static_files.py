"""Collected static files: compressed, and each under a name that changes with what is in it."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Modules name each other so as well, or a browser would mix old and new ones after an update."""

    support_js_module_import_aggregation = True
