"""Give PostgreSQL an index of titles and texts together, the expression every search asks for.

Wagtail keeps one of each alone. Without this, PostgreSQL reads the whole table for a rare word.
"""

from django.db import migrations

NAME = "search_title_and_body"


def build(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE INDEX IF NOT EXISTS {NAME} ON wagtailsearch_indexentry USING gin ((title || body))"
        )


def take_away(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {NAME}")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_aliases_for_editors"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(build, take_away)]
