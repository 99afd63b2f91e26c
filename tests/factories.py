"""The smallest believable page of each kind; a test names only what it is about."""

import datetime
import itertools
from io import BytesIO

from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from wagtail.models import GroupPagePermission, Page, PageViewRestriction

from articles.models import ArticlePage, EventPage, NewsIndex
from base.models import SiteDocument, SiteImage
from base.models.media import PICTURE_FILTERS
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


def of_one_section(section: Page) -> User:
    """Somebody who writes and publishes below that page, and nowhere else."""
    group = Group.objects.create(name=f"Of {section.title}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for verb in ("add", "change", "publish"):
        right = Permission.objects.get(codename=f"{verb}_page")
        GroupPagePermission.objects.create(group=group, page=section, permission=right)
    user = make_user()
    user.groups.add(group)
    return user


def restrict(page: Page, kind: str = PageViewRestriction.PASSWORD) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, password="secret")


def with_renditions(image: SiteImage) -> SiteImage:
    """The six pictures visitors are offered, as if they had been made long ago."""
    image.renditions.model.objects.bulk_create(
        image.renditions.model(
            image=image, filter_spec=spec, file=f"images/{image.pk}-{n}.jpg", width=480, height=320
        )
        for n, spec in enumerate(PICTURE_FILTERS)
    )
    return image


def many_articles(index: NewsIndex, number: int, dates=(), **fields) -> list[ArticlePage]:
    """Live articles written straight into their two tables; `dates` are used in turn."""
    dates = itertools.cycle(dates or [datetime.date(2026, 5, 4)])
    # The index at hand may not know of children it got elsewhere.
    index = NewsIndex.objects.get(pk=index.pk)
    places = itertools.count(index.numchild + 1)
    articles = []
    for date, place, n in zip(dates, places, itertools.islice(_numbers, number), strict=False):
        path = Page._get_path(index.path, index.depth + 1, place)
        title, slug = f"Bridge {n}", f"bridge-{n}"
        where = {"path": path, "depth": index.depth + 1, "url_path": f"{index.url_path}{slug}/"}
        what = {"summary": f"Water rose {n} times.", "body": [], "date": date, **fields}
        article = ArticlePage(title=title, draft_title=title, slug=slug, **where, **what)
        article.locale_id = index.locale_id
        articles.append(article)
    rows = [
        Page(**{f.attname: getattr(article, f.attname) for f in Page._meta.concrete_fields})
        for article in articles
    ]
    for article, row in zip(articles, Page.objects.bulk_create(rows, 500), strict=True):
        article.pk = article.page_ptr_id = article.id = row.pk
    own = ArticlePage._meta.local_concrete_fields
    rows = ArticlePage._base_manager.get_queryset()
    # The half of bulk_create that Django allows for a model in two tables.
    rows._batched_insert(articles, own, batch_size=500)
    Page.objects.filter(pk=index.pk).update(numchild=index.numchild + number)
    return articles


def file_under(topic: TopicPage, articles: list[ArticlePage]) -> None:
    """Many articles filed under one topic at once."""
    filed = ArticlePage.topics.through
    filed.objects.bulk_create(filed(articlepage_id=a.pk, topicpage_id=topic.pk) for a in articles)


def at(*moment: int) -> datetime.datetime:
    """A moment in UTC."""
    return datetime.datetime(*moment, tzinfo=datetime.UTC)
