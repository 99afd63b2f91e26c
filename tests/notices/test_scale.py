"""Two hundred notices beside a hundred thousand articles: as many questions as for three, and no path moves."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from articles.models import ArticlePage
from base.caching import bump
from notices import goals, ordering
from notices.models import FeaturedNotice
from tests.factories import (
    make_article,
    make_image,
    make_index,
    make_notice,
    make_user,
    the_home,
    with_renditions,
)

NOTICES = 200
ARTICLES = 100_000
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NUMBERS = {
    "sqlite": "WITH RECURSIVE number(n) AS (VALUES (2) UNION ALL SELECT n + 1 FROM number WHERE n < {})",
    "postgresql": "WITH number AS (SELECT generate_series(2, {}) AS n)",
}


def questions(captured) -> list[str]:
    """What was asked; the marks of transactions within transactions are not."""
    marks = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
    return [query["sql"] for query in captured if not query["sql"].startswith(marks)]


def multiply(article: ArticlePage, times: int) -> None:
    """That article so many times over, beside itself in the tree, by the database alone."""
    path, step = article.path, Page.steplen
    digits = " || ".join(
        f"substr('{LETTERS}', CAST(n / {36**place} AS INTEGER) % 36 + 1, 1)"
        for place in reversed(range(step))
    )
    own = {
        "path": f"'{path[:-step]}' || {digits}",
        "slug": "'bridge-' || n",
        "url_path": "'/b/' || n",
    }
    own["translation_key"] = "substr('00000000000000000000000000000000' || n, -32)"
    if connection.vendor == "postgresql":
        own["translation_key"] = "gen_random_uuid()"
    last = Page.objects.order_by("-pk").values_list("pk", flat=True).first()
    with connection.cursor() as cursor:
        for model, keys in (
            (Page, {"id": f"{last} + n", **own}),
            (ArticlePage, {"page_ptr_id": f"{last} + n"}),
        ):
            table = model._meta.db_table
            columns = [field.column for field in model._meta.local_concrete_fields]
            values = ", ".join(keys.get(column, f'{table}."{column}"') for column in columns)
            names = ", ".join(f'"{column}"' for column in columns)
            cursor.execute(
                f"INSERT INTO {table} ({names}) {NUMBERS[connection.vendor].format(times)} "  # noqa: S608  (nothing in it comes from outside)
                f"SELECT {values} FROM {table}, number WHERE {table}.{model._meta.pk.column} = {article.pk}"
            )
        if connection.vendor == "postgresql":
            # Else it looks for each foreign key as in the empty table that it knew: for minutes.
            cursor.execute("ANALYZE wagtailcore_page, articles_articlepage")
    parent = Page.objects.filter(path=path[:-step])
    parent.update(numchild=times)


@pytest.fixture(scope="module")
def large(standing):
    """The two hundred below the stream in the tree: moving one of them there would move every article."""
    image = with_renditions(make_image())
    index = make_index()
    article = make_article(index, lead_image=image)
    for n in range(NOTICES):
        make_notice(title=f"Notice {n}", target_page=article if n % 2 else None)
    multiply(article, ARTICLES)


@pytest.fixture
def notices(large, db) -> list[int]:
    """Their keys, from top to bottom."""
    return list(FeaturedNotice.objects.in_order().values_list("pk", flat=True))


def paths() -> list[tuple[int, str]]:
    return list(Page.objects.order_by("pk").values_list("pk", "path"))


def test_a_whole_order_is_written_in_eight_questions_and_no_path_moves(notices, on_commit):
    home, user, before = the_home(), make_user("Admin"), paths()
    with on_commit():
        bump()  # the very first one on a new site asks twice more
    wanted = notices[::-1]

    with CaptureQueriesContext(connection) as captured, on_commit():
        ordering.set_order(home, wanted, user)

    assert len(questions(captured)) <= 8, "\n".join(q[:150] for q in questions(captured))
    assert list(FeaturedNotice.objects.in_order().values_list("pk", flat=True)) == wanted
    assert len(before) > ARTICLES
    assert paths() == before


def test_the_last_goes_to_the_top_within_the_budget_of_a_request(notices, client, on_commit):
    client.force_login(make_user("Admin"))
    address = reverse("notices_move", args=[the_home().pk, notices[-1]])
    fields = {"to": "top", "seen": ",".join(map(str, notices))}
    json = {"accept": "application/json"}
    client.post(address, {**fields, "to": "bottom"}, headers=json)  # warm

    with CaptureQueriesContext(connection) as captured, on_commit():
        answer = client.post(address, fields, headers=json)

    assert answer.json()["order"] == [notices[-1], *notices[:-1]]
    assert len(questions(captured)) <= 25


def test_a_whole_order_within_the_budget_of_a_request(notices, client, on_commit):
    client.force_login(make_user("Admin"))
    address = reverse("notices_arrange", args=[the_home().pk])
    json = {"accept": "application/json"}
    client.get("/admin/notices/featurednotice/")

    with CaptureQueriesContext(connection) as captured, on_commit():
        answer = client.post(address, {"order": ",".join(map(str, notices[::-1]))}, headers=json)

    assert answer.json()["order"] == notices[::-1]
    assert len(questions(captured)) <= 25


def test_the_list_asks_no_more_for_two_hundred_than_for_three(notices, client, warm):
    client.force_login(make_user("Admin"))
    many = warm("/admin/notices/featurednotice/")
    FeaturedNotice.objects.filter(pk__in=notices[3:]).update(target_page=None)
    kept = notices[:3]
    FeaturedNotice.objects.exclude(pk__in=kept).delete()

    few = warm("/admin/notices/featurednotice/")

    assert many <= few


def test_moving_one_writes_only_the_places_between(notices):
    ordering.move(the_home(), notices[0], goals.bottom())  # from now on they are numbered from 0

    with CaptureQueriesContext(connection) as captured:
        ordering.move(the_home(), notices[10], goals.before(notices[8]))

    (written,) = [sql for sql in questions(captured) if sql.startswith("UPDATE")]
    assert written.count("WHEN") == 3
