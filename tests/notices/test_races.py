"""Several processes at once, as on a site with several workers: one valid order, a sound tree, no error."""

import os
import subprocess
import sys

import pytest
from django.db import connection
from wagtail.models import Page, PageLogEntry

from articles.models import ArticlePage
from notices import changes, ordering
from notices.models import FeaturedNotice
from tests.factories import make_index, make_notice, make_user, the_home

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
