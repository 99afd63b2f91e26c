"""What the tests clean up, they clean up in their own house."""

from django.db import connection
from wagtail.models import Page

from tests import conftest


def test_after_the_last_test_no_database_of_somebody_else_is_emptied(home, monkeypatch):
    monkeypatch.setattr(conftest, "_migrated_rows", {"the tests' own": "[]"})
    monkeypatch.setitem(connection.settings_dict, "NAME", "somebody's own")

    conftest.put_rows_back()

    assert Page.objects.filter(pk=home.pk).exists()
