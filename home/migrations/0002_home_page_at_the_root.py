"""Put our home page where Wagtail's welcome page stood, at the root of the default site."""

from django.db import migrations


def replace_welcome_page(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("home", "HomePage")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")

    welcome = Page.objects.filter(depth=2, content_type__model="page").order_by("path").first()
    if HomePage.objects.exists() or welcome is None:
        return
    path, locale, slug = welcome.path, welcome.locale, welcome.slug
    Site.objects.filter(root_page_id=welcome.pk).delete()
    Page.objects.filter(pk=welcome.pk).delete()
    content_type, _created = ContentType.objects.get_or_create(model="homepage", app_label="home")
    home = HomePage.objects.create(
        title="Home",
        draft_title="Home",
        slug=slug,
        content_type=content_type,
        path=path,
        depth=2,
        numchild=0,
        url_path=f"/{slug}/",
        locale=locale,
    )
    Site.objects.create(hostname="localhost", root_page_id=home.pk, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial")]

    operations = [migrations.RunPython(replace_welcome_page, migrations.RunPython.noop)]
