"""The smallest believable page of each kind; a test names only what it is about."""

import datetime
import itertools
from io import BytesIO

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.models import Page, PageViewRestriction

from articles.models import ArticlePage, EventPage, NewsIndex
from base.models import SiteDocument, SiteImage
from home.models import FormPage, HomePage, StandardPage
from notices.models import FeaturedNotice
from topics.models import TopicPage
from users.models import User

_numbers = itertools.count(1)


def the_home() -> HomePage:
    return HomePage.objects.get()


def _put(page: Page, parent: Page | None, live: bool) -> Page:
    page.live = live
    page.has_unpublished_changes = not live
    parent = parent or the_home()
    # A parent at hand may not know of children it got elsewhere.
    type(parent).objects.get(pk=parent.pk).add_child(instance=page)
    return type(page).objects.get(pk=page.pk)


def _title(fields: dict, words: str) -> dict:
    number = next(_numbers)
    title = fields.pop("title", f"{words} {number}")
    return {
        "title": title,
        "slug": fields.pop("slug", f"{words.lower().replace(' ', '-')}-{number}"),
        **fields,
    }


def make_index(parent: Page | None = None, live: bool = True, **fields) -> NewsIndex:
    return _put(NewsIndex(**_title(fields, "News")), parent, live)


def make_article(parent: Page | None = None, live: bool = True, topics=(), **fields) -> ArticlePage:
    fields = {"date": datetime.date(2026, 5, 4), "body": [], **fields}
    page = ArticlePage(**_title(fields, "Bridge reopened"))
    page.topics = list(topics)
    return _put(page, parent or make_index(), live)


def make_event(parent: Page | None = None, live: bool = True, **fields) -> EventPage:
    start = datetime.datetime(2030, 6, 1, 18, tzinfo=datetime.UTC)
    fields = {"date": datetime.date(2026, 5, 4), "start": start, "body": [], **fields}
    return _put(EventPage(**_title(fields, "Talk")), parent or make_index(), live)


def make_topic(live: bool = True, **fields) -> TopicPage:
    return _put(TopicPage(**_title(fields, "Rivers")), None, live)


def make_notice(live: bool = True, **fields) -> FeaturedNotice:
    fields = {"date": datetime.date(2026, 5, 4), **fields}
    return _put(FeaturedNotice(**_title(fields, "Appeal")), None, live)


def make_page(parent: Page | None = None, live: bool = True, **fields) -> StandardPage:
    return _put(StandardPage(**_title(fields, "About")), parent, live)


def make_form(parent: Page | None = None, live: bool = True, **fields) -> FormPage:
    return _put(FormPage(**_title(fields, "Contact")), parent, live)


def make_image(**fields) -> SiteImage:
    from PIL import Image as PillowImage

    data = BytesIO()
    PillowImage.new("RGB", (1200, 800), "grey").save(data, "JPEG")
    file = ContentFile(data.getvalue(), name=f"picture-{next(_numbers)}.jpg")
    return SiteImage.objects.create(**{"title": "A picture", "file": file, **fields})


def make_document(**fields) -> SiteDocument:
    file = ContentFile(b"%PDF-1.4\n%%EOF\n", name=f"report-{next(_numbers)}.pdf")
    return SiteDocument.objects.create(**{"title": "A report", "file": file, **fields})


def make_user(role: str = "", **fields) -> User:
    number = next(_numbers)
    user = User.objects.create_user(
        f"person{number}", f"person{number}@example.org", "a-long-password", **fields
    )
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def restrict(page: Page, kind: str = PageViewRestriction.PASSWORD) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, password="secret")
