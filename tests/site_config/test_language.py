"""The admin speaks the language of whoever works in it; the site speaks its own."""

import pytest
from django.core.cache import cache
from django.utils import translation
from wagtail.users.models import UserProfile

from base.caching import kept
from tests.factories import make_article, make_index, make_user

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
        said = kept("a-word", lambda: translation.gettext("All topics"))
        spanish = translation.gettext("All topics")

    assert (said, spanish) == ("All topics", "Todos los temas")


def test_a_page_shown_beforehand_is_in_the_language_of_the_site(home):
    article = make_article()

    with translation.override("es"):
        preview = article.make_preview_request(preview_mode=article.default_preview_mode)

    shown = preview.content.decode()
    assert '<html lang="en-gb"' in shown
    assert "4 May 2026" in shown
    assert "Skip to main content" in shown
    assert "Saltar al contenido" not in shown


def test_the_admin_speaks_spanish_and_the_site_english_to_the_same_person(client, spanish_editor):
    admin, site = (client.get(path).content.decode() for path in ("/admin/", "/search/"))

    assert '<html lang="es"' in admin
    assert "Añadir noticia" in admin
    assert "Add news" not in admin
    assert '<html lang="en-gb"' in site
    assert "Search the archive" in site
    assert "Buscar en el archivo" not in site


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/admin/no-such-screen/", "Aquí no hay nada"),  # Django's answer, outside any screen
        ("/admin/groups/", "no tienes permisos para acceder"),  # the refusal, outside the screen
    ],
)
def test_a_spanish_editor_is_answered_in_spanish_also_outside_the_screens(
    client, spanish_editor, path, said
):
    answer = client.get(path, follow=True)

    assert said in answer.content.decode()


PUBLIC = ["/", "/news/", "/news/water/", "/search/?q=water", "/news/feed/", "/no-such-page/"]


def test_readers_get_the_same_words_whoever_came_first(
    client, spanish_editor, home, django_capture_on_commit_callbacks
):
    news = make_index(slug="news", title="News")
    article = make_article(news, slug="water", title="Water", live=False)
    with django_capture_on_commit_callbacks(execute=True):
        client.get("/admin/")
        article.save_revision().publish(user=spanish_editor)
        for path in ["/admin/", f"/admin/pages/{article.pk}/edit/", *PUBLIC]:
            client.get(path)
    client.logout()
    after_spanish = [client.get(path).content for path in PUBLIC]

    cache.clear()
    afresh = [client.get(path).content for path in PUBLIC]

    assert after_spanish == afresh
