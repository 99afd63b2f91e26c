"""The dashboard asks first whether old notices still hold: those who can answer, and nobody else."""

import datetime
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desk.dashboard import LISTED
from desk.people import second_eyes
from notices.models import FeaturedNotice
from tests.desk.test_dashboard import somebody_who_may
from tests.factories import at, make_index, make_notice, make_user, of_one_section

pytestmark = pytest.mark.django_db

DUE = datetime.date(2026, 5, 3)
HEADINGS = ("Does this notice still hold?", "Do these notices still hold?")


@pytest.fixture(autouse=True)
def today(freeze):
    freeze(at(2026, 11, 28, 12))


@pytest.fixture
def dashboard(client):
    def seen(user) -> str:
        client.force_login(user)
        return client.get("/admin/").content.decode()

    return seen


def due(**fields) -> FeaturedNotice:
    return make_notice(**{"review_on": DUE, **fields})


def asked_about(page: str) -> list[str]:
    """The headlines of that part of the dashboard, from top to bottom."""
    part = page.partition('id="notices-due-section"')[2].partition("</section>")[0]
    return re.findall(r"<(?:a href=\"[^\"]+\"|strong)>([^<]+)</(?:a|strong)>\s*<span", part)


def button_of(notice) -> str:
    return f'action="{reverse("notices_still_right", args=[notice.pk])}"'


def test_what_is_due_stands_first_with_all_that_is_needed_to_answer(dashboard):
    notice = due(title="Spring appeal", owner=make_user("Editor", first_name="Ana"))

    page = dashboard(make_user("Editor"))

    assert page.index(HEADINGS[0]) < page.index('class="desk-start"')
    assert f'href="/admin/pages/{notice.pk}/edit/">Spring appeal</a>' in page
    assert "to be looked at since 3 May 2026, owner: Ana" in page
    assert 'aria-label="Still right: “Spring appeal”"' in page
    assert 'aria-label="Edit “Spring appeal”"' in page


def test_the_oldest_comes_first_and_the_number_of_the_others_leads_to_the_list(dashboard):
    for day in range(LISTED + 2):
        due(title=f"Item {day}", review_on=DUE - datetime.timedelta(days=day))

    page = dashboard(make_user("Editor"))

    assert asked_about(page) == [f"Item {day}" for day in range(LISTED + 1, 1, -1)]
    assert '<a href="/admin/notices/featurednotice/">and 2 more</a>' in page
    assert HEADINGS[1] in page


def test_pressing_the_button_takes_it_from_the_dashboard(dashboard):
    notice, eva = due(title="Spring appeal"), make_user("Editor")
    page = dashboard(eva)
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(eva)
    careful.get("/admin/")
    form = careful.get("/admin/").content.decode().partition(button_of(notice))[2]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)[1]

    careful.post(reverse("notices_still_right", args=[notice.pk]), {"csrfmiddlewaretoken": token})

    assert asked_about(page) == ["Spring appeal"]
    after = careful.get("/admin/").content.decode()
    assert "You will be asked about “Spring appeal” again on 28 May 2027." in after
    assert asked_about(after) == []


@pytest.mark.parametrize(
    "state",
    [
        {"review_on": datetime.date(2026, 11, 29)},
        {"live": False},
        {"show_until": DUE},
        {"expire_at": at(2026, 11, 28)},
    ],
    ids=["not yet", "draft", "ended", "run out"],
)
def test_without_any_that_is_due_there_is_no_such_part(dashboard, state):
    due(**state)

    page = dashboard(make_user("Editor"))

    assert not any(heading in page for heading in HEADINGS)


def test_the_day_begins_at_midnight_in_london(dashboard, freeze):
    due(review_on=datetime.date(2027, 6, 1))
    eva, seen = make_user("Editor"), []

    for minute in (59, 60):
        freeze(at(2027, 5, 31, 22) + datetime.timedelta(minutes=minute))
        seen.append(HEADINGS[0] in dashboard(eva))

    assert seen == [False, True]


def test_a_contributor_is_asked_too_but_may_not_answer_alone(dashboard):
    notice = due(title="Spring appeal")

    page = dashboard(make_user("Contributor"))

    assert asked_about(page) == ["Spring appeal"]
    assert button_of(notice) not in page
    assert "Still right" not in page
    assert "In either case tell somebody who may publish." in page
    assert f'href="/admin/pages/{notice.pk}/edit/"' in page


@pytest.mark.parametrize("role", ["Contributor", "Editor"])
def test_nobody_is_told_to_press_what_is_not_there(dashboard, role):
    second_eyes.switch_off(make_user("Admin"))
    notice = due()

    page = dashboard(make_user(role))

    may_answer = role == "Editor"
    assert (button_of(notice) in page) is may_answer
    assert ("“Still right” asks again in half a year" in page) is may_answer
    assert ("tell somebody who may publish" in page) is not may_answer
    assert "submit" not in page.partition('id="notices-due-section"')[2].partition("<ul")[0]


def test_whoever_may_change_but_their_own_is_asked_about_these(dashboard):
    writer = somebody_who_may("add")
    due(title="Mine", owner=writer), due(title="Of a colleague", owner=make_user("Contributor"))

    page = dashboard(writer)

    assert asked_about(page) == ["Mine"]


def test_whoever_works_elsewhere_is_asked_nothing(dashboard):
    due()

    page = dashboard(of_one_section(make_index()))

    assert not any(heading in page for heading in HEADINGS)


def test_an_owner_who_has_left_is_named_as_such(dashboard):
    due(owner=make_user("Editor", first_name="Gone", is_active=False)), due()

    page = dashboard(make_user("Admin"))

    assert "owner: Gone, who is no longer here" in page
    assert "without an owner" in page


def test_a_headline_is_shown_as_it_was_typed(dashboard):
    due(title="<b>Salt</b>")

    page = dashboard(make_user("Editor"))

    assert "<b>Salt</b>" not in page
    assert "&lt;b&gt;Salt&lt;/b&gt;" in page


@pytest.mark.parametrize("role", ["Contributor", "Editor"])
def test_it_asks_as_much_of_many_as_of_two(client, role):
    user = make_user(role)
    client.force_login(user)

    def queries() -> int:
        cache.clear()
        client.get("/admin/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/")
        return len(captured)

    counts = []
    for number in (2, 38):
        for _ in range(number):
            due(owner=user)
        counts.append(queries())

    assert counts[0] == counts[1] <= 60
