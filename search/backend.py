"""The search backend of the site, named in the settings: SQLite's or PostgreSQL's, by the database.

Both understand a query alike (`words.py`), and know the aliases. The admin's search boxes use them
as well.
"""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection


def SearchBackend(params):  # the name Wagtail looks for in a module
    # Each imports what only its own database has.
    if connection.vendor == "postgresql":
        from .postgresql import PostgreSQLBackend

        return PostgreSQLBackend(params)
    if connection.vendor == "sqlite":
        from .sqlite import SQLiteBackend

        return SQLiteBackend(params)
    raise ImproperlyConfigured(f"The search knows SQLite and PostgreSQL, not {connection.vendor}.")
