"""Name the three roles of a newsroom and give each what it needs.

Wagtail brings two groups, "Editors" (write and submit) and "Moderators" (publish); they become our
Contributor and Editor. Admin is ours: everything an Editor may, accounts, settings, and the order
of the featured notices.
"""

from django.db import migrations

ADMIN_PERMISSIONS = [
    ("wagtailadmin", "admin", "access_admin"),
    ("notices", "featurednotice", "reorder_featurednotice"),
    ("base", "organisationsettings", "change_organisationsettings"),
    *[("users", "user", f"{verb}_user") for verb in ("add", "change", "delete")],
    *[("wagtailredirects", "redirect", f"{verb}_redirect") for verb in ("add", "change", "delete")],
    *[("wagtailcore", "collection", f"{verb}_collection") for verb in ("add", "change", "delete")],
]
PAGE_VERBS = ("add", "change", "publish", "bulk_delete", "lock", "unlock")
MEDIA_VERBS = ("add", "change", "choose")


def permission(apps, app_label, model, codename):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _created = ContentType.objects.get_or_create(app_label=app_label, model=model)
    found, _created = Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return found


def make_roles(apps, schema_editor):
    Collection = apps.get_model("wagtailcore", "Collection")
    Group = apps.get_model("auth", "Group")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    Page = apps.get_model("wagtailcore", "Page")

    Group.objects.filter(name="Editors").update(name="Contributor")
    Group.objects.filter(name="Moderators").update(name="Editor")
    admin, _created = Group.objects.get_or_create(name="Admin")
    for app_label, model, codename in ADMIN_PERMISSIONS:
        admin.permissions.add(permission(apps, app_label, model, codename))

    root = Page.objects.filter(depth=1).order_by("path").first()
    for verb in PAGE_VERBS:
        allowed = permission(apps, "wagtailcore", "page", f"{verb}_page")
        GroupPagePermission.objects.get_or_create(group=admin, page=root, permission=allowed)

    # Rights on pictures and files hang on Wagtail's own models, whatever models hold them.
    top = Collection.objects.filter(depth=1).order_by("path").first()
    for app_label, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        for verb in MEDIA_VERBS:
            GroupCollectionPermission.objects.get_or_create(
                group=admin,
                collection=top,
                permission=permission(apps, app_label, model, f"{verb}_{model}"),
            )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_home_page_at_the_root"),
        ("base", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("notices", "0001_initial"),
        ("users", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailredirects", "0001_initial"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
