"""Everything with a date: the streams, what stands in them, and events."""

from .articles import ArticlePage
from .events import EventPage
from .indexes import NewsIndex

__all__ = ["ArticlePage", "EventPage", "NewsIndex"]
