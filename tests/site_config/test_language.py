"""The admin speaks the language of whoever works in it; the site speaks its own."""

import pytest
from django.utils import translation
from wagtail.users.models import UserProfile

from base.caching import kept
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def spanish_editor(client):
    """Somebody who has chosen Spanish for their admin, signed in."""
    editor = make_user("Editor")
    UserProfile.objects.create(user=editor, preferred_language="es")
    client.force_login(editor)
    return editor


def test_what_is_kept_for_everybody_is_in_the_language_of_the_site():
    with translation.override("es"):
        said = kept("a-word", lambda: translation.gettext("Monday"))

    assert said == "Monday"


def test_a_page_shown_beforehand_is_in_the_language_of_the_site(home):
    article = make_article()

    with translation.override("es"):
        preview = article.make_preview_request(preview_mode=article.default_preview_mode)

    assert '<html lang="en-gb"' in preview.content.decode()
    assert "4 May 2026" in preview.content.decode()


def test_the_admin_speaks_spanish_and_the_site_english_to_the_same_person(client, spanish_editor):
    admin, site = client.get("/admin/"), client.get("/search/")

    assert '<html lang="es"' in admin.content.decode()
    assert '<html lang="en-gb"' in site.content.decode()
