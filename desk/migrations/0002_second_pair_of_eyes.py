"""Make Wagtail's “Moderators approval” the newsroom's second pair of eyes, and give Admins its switch.

Collections are made by a right on the collection above them, which Admins did not have. An Admin
may also do whatever an Editor may, so that they may make somebody an Editor: nobody hands
out a role that can do more than their own.
"""

from django.db import migrations

NAME = "Second pair of eyes"
SWITCHES = [
    ("wagtailcore", model, f"{verb}_{model}")
    for model in ("workflow", "task")
    for verb in ("add", "change", "delete")
]


def permission(apps, app_label, model, codename):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _created = ContentType.objects.get_or_create(app_label=app_label, model=model)
    found, _created = Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return found


def open_second_pair_of_eyes(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    Task = apps.get_model("wagtailcore", "Task")
    Workflow = apps.get_model("wagtailcore", "Workflow")

    Workflow.objects.filter(name="Moderators approval").update(name=NAME)
    Task.objects.filter(name="Moderators approval").update(name=NAME)

    admin = Group.objects.filter(name="Admin").first()
    if admin is None:
        return
    for task in GroupApprovalTask.objects.filter(name=NAME):
        task.groups.add(admin)
    for app_label, model, codename in SWITCHES:
        admin.permissions.add(permission(apps, app_label, model, codename))
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    top = Collection.objects.filter(depth=1).order_by("path").first()
    for verb in ("add", "change", "delete"):
        allowed = permission(apps, "wagtailcore", "collection", f"{verb}_collection")
        GroupCollectionPermission.objects.get_or_create(group=admin, collection=top, permission=allowed)
    for editor in Group.objects.filter(name="Editor"):
        admin.permissions.add(*editor.permissions.all())


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0001_initial"),
        ("home", "0005_languages_and_words"),
        ("search", "0002_aliases_for_editors"),
        ("wagtailcore", "0098_apitoken"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(open_second_pair_of_eyes, migrations.RunPython.noop)]
