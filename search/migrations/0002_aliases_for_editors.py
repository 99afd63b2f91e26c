"""Give Editors and Admins the list of search aliases."""

from django.db import migrations


def allow(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    aliases, _created = ContentType.objects.get_or_create(app_label="search", model="searchalias")
    for verb in ("add", "change", "delete", "view"):
        permission, _created = Permission.objects.get_or_create(
            content_type=aliases,
            codename=f"{verb}_searchalias",
            defaults={"name": f"Can {verb} search alias"},
        )
        for group in Group.objects.filter(name__in=["Editor", "Admin"]):
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_search_aliases"),
        ("home", "0003_roles"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
