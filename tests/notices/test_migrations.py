"""What the migrations do with notices that are there already."""

import datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from notices.models import FeaturedNotice
from tests.factories import make_notice

pytestmark = pytest.mark.django_db

review_and_put_away = import_module("notices.migrations.0004_review_and_put_away")


def test_notices_of_long_ago_are_asked_about_half_a_year_after_their_date(home):
    old, undated = make_notice(date="2013-08-31"), make_notice()
    FeaturedNotice.objects.update(review_on=None)
    FeaturedNotice.objects.filter(pk=undated.pk).update(date=None)

    review_and_put_away.ask_half_a_year_after_their_date(apps, connection.schema_editor())

    days = dict(FeaturedNotice.objects.values_list("pk", "review_on"))
    assert days == {old.pk: datetime.date(2014, 2, 28), undated.pk: None}
    assert list(FeaturedNotice.objects.due()) == [old]
