"""Several processes at once, as on a site with several workers: one valid order, a sound tree, no error."""

import datetime
import os
import subprocess
import sys
from contextlib import suppress

import pytest
from django.db import connection
from wagtail.models import Page, PageLogEntry

from articles.models import ArticlePage
from notices import changes, goals, ordering, reviews
from notices.models import FeaturedNotice
from tests.factories import make_index, make_notice, make_user, the_home
from tests.notices.test_ordering import at_once

pytestmark = [pytest.mark.postgresql, pytest.mark.usefixtures("whole_tree")]

MOVES = 100
ARTICLES = 100
START = """
import random, sys
import django
from django.conf import settings
django.setup()
from django.db import connection
settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = sys.argv[1]
"""
MOVING = """
from notices import goals, ordering
from notices.models import FeaturedNotice
from tests.factories import the_home
from users.models import User
home, user, chance = the_home(), User.objects.get(username=sys.argv[2]), random.Random(sys.argv[2])
for n in range(int(sys.argv[3])):
    seen = ordering.current_order(home)
    moved, beside = chance.sample(seen, 2)
    goal = chance.choice([goals.top(), goals.bottom(), goals.before(beside, seen), goals.after(beside, seen)])
    ordering.move(home, moved, goal, user)
"""
WRITING = """
from articles.models import NewsIndex
from tests.factories import make_article
index = NewsIndex.objects.get()
for n in range(int(sys.argv[2])):
    make_article(index, title=f"Bridge {n}", slug=f"bridge-{n}")
"""
PUBLISHING = """
from notices.models import FeaturedNotice
for n in range(int(sys.argv[2])):
    for notice in FeaturedNotice.objects.order_by("pk")[:5]:
        notice.save_revision().publish()
"""


def process(script: str, *arguments) -> subprocess.Popen:
    name = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-c", START + script, name, *map(str, arguments)]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "site_config.settings.test"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, env=environment, **pipes)


def ended(processes) -> list[str]:
    """What went wrong in any of them."""
    said = [one.communicate(timeout=120)[1] for one in processes]
    return [words for one, words in zip(processes, said, strict=True) if one.returncode]


def test_two_admins_move_a_hundred_times_each_while_a_hundred_articles_are_written():
    for n in range(8):
        make_notice(title=f"Notice {n}")
    make_index()  # to the right of the notices in the tree
    keys = sorted(FeaturedNotice.objects.values_list("pk", flat=True))
    admins = [make_user("Admin").username for _ in range(2)]

    faults = ended(
        [
            *(process(MOVING, name, MOVES) for name in admins),
            process(WRITING, ARTICLES),
            process(PUBLISHING, 5),
        ]
    )

    places = list(FeaturedNotice.objects.in_order().values_list("pk", "sort_order"))
    assert faults == []
    assert sorted(pk for pk, _place in places) == keys
    assert [place for _pk, place in places] == list(range(8))
    assert ArticlePage.objects.count() == ARTICLES
    assert not any(Page.find_problems())
    written = PageLogEntry.objects.filter(action=changes.ACTION).order_by("pk")
    orders = [entry.data for entry in written]
    # Each change built upon the one before it: none was lost, none was made twice.
    assert all(a["after"] == b["before"] for a, b in zip(orders, orders[1:], strict=False))
    assert orders[-1]["after"] == ordering.current_order(the_home())


def test_whatever_is_done_to_notices_at_one_moment_waits_for_its_turn():
    home, admin = the_home(), make_user("Admin")
    made = [make_notice(review_on=datetime.date(2026, 1, 1)) for _ in range(8)]
    for notice in made:
        notice.save_revision().publish()
    keys = [notice.pk for notice in made]

    def moving():
        for n in range(24):
            with suppress(ordering.OrderChanged):  # one of those that are deleted
                ordering.move(home, keys[n % 8], goals.top(), admin)

    def undoing():
        for _ in range(24):
            with suppress(ordering.OrderChanged):  # somebody has moved another since
                ordering.undo(home, changes.last(home).pk if changes.last(home) else 0, admin)

    def deleting():
        for pk in keys[:3]:
            FeaturedNotice.objects.get(pk=pk).delete()

    def creating():
        for _ in range(6):
            make_notice()

    def answering():
        for pk in keys[3:]:
            reviews.still_right(FeaturedNotice.objects.get(pk=pk), admin)

    def publishing():
        for pk in keys[3:] * 3:
            FeaturedNotice.objects.get(pk=pk).save_revision().publish()

    faults = at_once(moving, undoing, deleting, creating, answering, publishing)

    assert faults == []
    assert FeaturedNotice.objects.count() == 8 - 3 + 6
    assert not any(Page.find_problems())
