"""The front door: the home page, and the pages that are neither news nor topics."""

from .forms import FormField, FormPage
from .home import HomePage
from .standard import StandardPage

__all__ = ["FormField", "FormPage", "HomePage", "StandardPage"]
