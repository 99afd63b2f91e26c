"""Everything with a date."""

from .articles import ArticlePage
from .events import EventPage
from .indexes import NewsIndex
from .stories import Story

__all__ = ["ArticlePage", "EventPage", "NewsIndex", "Story"]
