"""An article before it is published, as the home page and the lists will show it."""

from typing import Any

from base.dates import today

from .around import among
from .listing import by_day
from .querysets import ArticleQuerySet

ON_EITHER_SIDE = 2


def as_teaser(article: Any, stream: ArticleQuerySet) -> dict[str, Any]:
    """What the home page's own components draw: the lead, and the article among its neighbours."""
    article.date = article.date or today()  # no list has a place for an item without one
    items = among(article, stream, ON_EITHER_SIDE)
    parent = article.get_parent()
    column = {
        "pk": parent.pk,
        "title": parent.title,
        "url": parent.url,
        "articles": items,
        "days": by_day(items),
        "needs_years": {item.date.year for item in items} != {today().year},
    }
    return {"lead": {"content": article}, "streams": {"content": [column]}}
