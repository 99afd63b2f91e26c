import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from desk.finding.addresses import looks_like_an_address, page_at, place_at
from tests.factories import (
    make_article,
    make_document,
    make_event,
    make_image,
    make_index,
    make_page,
    make_topic,
    make_user,
    restrict,
    with_renditions,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bridge():
    Site.objects.update(hostname="www.khipu.example", port=443)
    return make_article(make_index(slug="news", title="News"), slug="bridge", title="Bridge")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.khipu.example/news/bridge/",
        "http://khipu.example/news/bridge",
        "khipu.example/news/bridge/",
        "  <https://www.khipu.example/news/bridge/>.  ",
        "https://www.khipu.example:8443/news/bridge/?utm_source=mail#comments",
        "/news/bridge/",
        "/news/bridge",
        "news/bridge/",
        "https://WWW.KHIPU.EXAMPLE/News/Bridge/",
        "https://www.khipu.example/news/bridge/#story-12345678",
    ],
)
def test_a_page_is_found_by_every_way_of_writing_its_address(bridge, address):
    found = page_at(address)

    assert found == bridge


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("/news/2014/", "news"),
        ("/news/2014/05/", "news"),
        ("/news/2014/05/?topic=water&page=2", "news"),
        ("/news/feed/", "news"),
        ("/water/feed/", "water"),
        ("/news/talk/event.ics", "talk"),
    ],
)
def test_lists_and_files_of_a_page_lead_to_the_page_itself(bridge, address, slug):
    make_topic(slug="water")
    make_event(bridge.get_parent().specific, slug="talk")

    found = page_at(address)

    assert found.slug == slug


def test_the_front_page_has_the_shortest_address(bridge, home):
    assert page_at("https://khipu.example") == home
    assert page_at("https://www.khipu.example/") == home


def test_a_draft_is_found_by_the_address_it_will_have(bridge):
    draft = make_article(bridge.get_parent().specific, live=False, slug="draft")

    assert page_at("/news/draft/") == draft


def test_a_page_is_found_by_the_address_that_its_draft_gives_it(bridge):
    bridge.slug = "new-bridge"
    bridge.save_revision()

    assert page_at("/news/new-bridge/") == bridge
    assert page_at("/elsewhere/new-bridge/") is None


@pytest.mark.parametrize(
    ("kept", "pasted"),
    [
        ("/news/old.asp?id=31", "http://www.old-site.example/news/old.asp?id=31"),
        ("http://old-site.example/a/b.html", "https://www.old-site.example/a/b.html"),
        ("www.old-site.example/Aims.aspx", "http://old-site.example/aims.aspx"),
        ("/aims/", "old-site.example/aims"),
    ],
)
def test_a_page_is_found_by_its_address_on_the_old_site(bridge, kept, pasted):
    page = make_page(legacy_url=kept)

    assert page_at(pasted) == page


def test_a_page_is_found_by_an_address_that_leads_on_to_it(bridge):
    Redirect.add_redirect("/short/", bridge)
    Redirect.add_redirect("/typed", "/news/bridge/")

    assert page_at("https://khipu.example/short?utm_source=mail") == bridge
    assert page_at("/typed/") == bridge


@pytest.mark.parametrize(
    "text",
    ["", "bridge", "the bridge at Ayona", "Mr. Smith", "http://[", "a" * 3000, "either / or"],
)
def test_words_are_no_address(text):
    assert not looks_like_an_address(text)


def test_an_editor_is_led_to_the_form_of_the_page(bridge):
    place = place_at("/news/bridge/", make_user("Editor"))

    assert place.url == f"/admin/pages/{bridge.pk}/edit/"
    assert place.title == "Bridge"


def test_the_address_of_a_story_opens_that_story(bridge):
    bridge.body = [("roundup_story", {"headline": "Ayona", "teaser": "<p>Rain.</p>"})]
    bridge.save()
    bridge.refresh_from_db()

    place = place_at(f"/news/bridge/#{bridge.stories.get().anchor}", make_user("Editor"))

    assert place.url.endswith(f"/edit/#:w:contentpath=body.{bridge.body[0].id}")


def test_who_may_not_edit_a_public_page_is_told_its_title(bridge):
    place = place_at("/news/bridge/", make_user())

    assert place.url == ""
    assert "“Bridge”" in place.said


def test_a_stranger_to_a_closed_draft_learns_nothing_of_it(bridge):
    make_article(bridge.get_parent().specific, live=False, slug="secret", title="Secret")
    restrict(bridge)

    for address in ("/news/secret/", "/news/bridge/", f"/admin/pages/{bridge.pk}/edit/"):
        place = place_at(address, make_user())
        assert (place.url, place.title) == ("", "")
        assert place.said == f"No page is known at “{address}”."


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/events/", "gathers by itself"),
        ("/archive/2014/", "gathers by itself"),
        ("/feed/", "gathers by itself"),
        ("/events/calendar.ics", "gathers by itself"),
        ("/search/?q=bridge", "visitors’ search"),
        ("/sitemap.xml", "by the site itself"),
        ("https://elsewhere.example/news/bridge/", "No page is known"),
        ("/no/such/page/", "No page is known"),
        (f"/admin/pages/{'9' * 30}/edit/", "No page is known"),
    ],
)
def test_what_cannot_be_edited_is_answered_with_a_sentence(bridge, address, words):
    place = place_at(address, make_user("Editor"))

    assert place.url == ""
    assert words in place.said


def test_words_with_a_stroke_are_left_to_the_search(bridge):
    assert place_at("and/or", make_user("Editor")) is None


@pytest.mark.parametrize(
    "text", ["/news/%00bridge/", "khipu.example/%00", "https://x.example/%2500"]
)
def test_an_address_with_a_sign_that_no_database_keeps_breaks_nothing(bridge, text):
    place = place_at(text, make_user("Editor"), ["khipu.example"])

    assert place is None or place.url == ""


@pytest.mark.parametrize("address", ["/admin/pages/{}/edit/", "/admin/pages/{}/history/?p=2"])
def test_any_screen_of_a_page_in_the_admin_leads_to_its_form(bridge, address):
    place = place_at(address.format(bridge.pk), make_user("Editor"))

    assert place.url == f"/admin/pages/{bridge.pk}/edit/"


def test_other_screens_of_the_admin_are_opened_as_they_are(bridge):
    editor = make_user("Editor")

    assert place_at("https://khipu.example/admin/images/?q=x", editor).url == "/admin/images/?q=x"
    assert place_at("/admin/no-such-screen/", editor).url == ""
    assert place_at("/admin/logout/", editor).url == ""


def test_a_document_and_a_picture_are_opened_by_their_addresses(bridge):
    editor = make_user("Editor")
    document, image = make_document(), with_renditions(make_image())

    assert place_at(document.url, editor).url == f"/admin/documents/edit/{document.pk}/"
    for file in (image.file.name, image.renditions.first().file.name):
        assert place_at(f"/media/{file}", editor).url == f"/admin/images/{image.pk}/"
    assert "any more" in place_at(f"/documents/{document.pk}/other.pdf", editor).said


def test_an_address_is_found_in_few_queries_however_much_there_is(
    bridge, django_assert_max_num_queries
):
    editor = make_user("Editor")
    editor.has_perm("wagtailadmin.access_admin")

    with django_assert_max_num_queries(12):
        place_at("/news/bridge/", editor)
    with django_assert_max_num_queries(20):
        place_at("/no/such/page/", editor)
