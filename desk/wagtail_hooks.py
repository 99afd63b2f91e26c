"""What the editors' desk adds to Wagtail; each file registers its own part."""

from . import (
    brand,  # noqa: F401  (registers our colours and menus)
    checks,  # noqa: F401  (registers the checks beside the form)
    dashboard,  # noqa: F401  (registers the first screen)
    form,  # noqa: F401  (registers what the page form says and does)
    languages,  # noqa: F401  (registers the language of a passage)
    moments,  # noqa: F401  (registers at what moment something is scheduled)
    pasting,  # noqa: F401  (registers pasting)
    previews,  # noqa: F401  (registers the preview as on paper)
    saving,  # noqa: F401  (registers what guards against lost work)
    screens,  # noqa: F401  (registers our screens for pages: search, editor)
    starting,  # noqa: F401  (registers “Add news”)
)
from .finding import hooks as finding  # noqa: F401  (registers “Links to fix”)
from .lists import hooks as lists  # noqa: F401  (registers the lists, bulk actions and spreadsheets)
from .people import hooks as _people  # noqa: F401  (registers accounts, review, who can do what)
