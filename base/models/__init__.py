"""The foundations: the page every page is, media, the organisation's settings, and bookkeeping."""

from .media import Rendition, SiteDocument, SiteImage
from .pages import BasePage, Sidebar
from .records import ContentVersion, ImportRecord
from .settings import OrganisationSettings

__all__ = [
    "BasePage",
    "ContentVersion",
    "SiteDocument",
    "SiteImage",
    "ImportRecord",
    "OrganisationSettings",
    "Rendition",
    "Sidebar",
]
