import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission, ReferenceIndex, Site

from base.models import OrganisationSettings
from desk.finding.links import LinksHere
from desk.jobs import tidying
from tests.factories import (
    file_under,
    make_article,
    make_document,
    make_event,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    make_user,
    many_articles,
    restrict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def indexed(django_capture_on_commit_callbacks):
    """What links where is written when a page is committed."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


@pytest.fixture
def bridge():
    return make_article(make_index(slug="news", title="News"), slug="bridge", title="Bridge")


def link_to(page, words="the bridge") -> list:
    return [("paragraph", f'<p>See <a linktype="page" id="{page.pk}">{words}</a>.</p>')]


def known() -> None:
    """As a new process finds it: everything that was written is in the index."""
    call_command("rebuild_references_index", verbosity=0)


def links(page, user=None, **how) -> LinksHere:
    return LinksHere([page], user or make_user("Editor"), **how)


def told(found: LinksHere) -> dict[str, str]:
    return {referrer.title: " ".join(referrer.outcomes) for referrer in found.named}


def test_what_was_there_before_menus_and_old_addresses_were_known_is_learnt_by_itself(bridge):
    Redirect.objects.create(old_path="/old-bridge", redirect_page=bridge)
    ReferenceIndex.objects.all().delete()

    tidying.look_again_at_what_links_where(lambda: None)

    assert list(told(links(bridge, make_user("Admin")))) == ["/old-bridge"]


def test_every_kind_of_link_is_named_with_what_becomes_of_it(bridge, home):
    make_article(bridge.get_parent().specific, title="In a text", body=link_to(bridge))
    make_article(
        bridge.get_parent().specific,
        title="Related",
        body=[("related_pages", {"heading": "", "pages": [bridge]})],
    )
    make_event(bridge.get_parent().specific, title="Talk", report=bridge)
    make_notice(title="Appeal", target_page=bridge)
    home.sections = [("lead", {"article": bridge})]
    home.save()
    known()

    deleted, unpublished = links(bridge), links(bridge, is_deleted=False)

    assert told(deleted) == {
        "In a text": "The words stay, but they will no longer be a link.",
        "Related": "It will be left out there.",
        "Talk": "The event will name no report.",
        "Appeal": "That notice will lead to its own page alone.",
        home.title: "The home page will choose its lead by itself.",
    }
    assert told(unpublished)["Appeal"] == "That notice will disappear from the home page."


def test_menus_and_old_addresses_are_named_to_who_may_edit_them(bridge):
    said = OrganisationSettings.for_site(Site.objects.get())
    said.name, said.join_page = "Khipu", bridge
    said.save()
    Redirect.add_redirect("/old", bridge)
    known()

    for_admin = links(bridge, make_user("Admin"))
    for_editor = links(bridge)

    assert told(for_admin) == {
        "Khipu": "The button of the join box will go.",
        "/old": "That old address will no longer lead anywhere.",
    }
    assert (for_editor.named, for_editor.hidden) == ([], 2)


def test_articles_filed_under_a_topic_are_named_newest_first(bridge):
    topic = make_topic(title="Water")
    file_under(topic, [bridge])
    make_article(bridge.get_parent().specific, title="Main", main_topic=topic)
    known()

    found = links(topic)

    assert {"Bridge", "Main"} == set(told(found))
    assert told(found)["Bridge"] == "It will no longer be filed under this topic."


def test_what_links_below_a_page_counts_when_all_of_it_is_deleted(bridge):
    make_page(title="About us", body=link_to(bridge))
    make_article(bridge.get_parent().specific, title="Goes as well", body=link_to(bridge))
    known()
    news = bridge.get_parent().specific

    assert set(told(links(news))) == {"About us"}
    assert links(news, is_deleted=False).total == 0


def test_a_page_that_links_to_itself_is_no_news(bridge):
    bridge.body = link_to(bridge)
    bridge.save()
    known()

    assert links(bridge).total == 0


def test_what_is_not_theirs_to_see_is_counted_and_not_named(bridge):
    secret = make_page(title="Secret", live=False, body=link_to(bridge))
    restrict(secret)
    known()

    GroupPagePermission.objects.all().delete()
    found = links(bridge, make_user())

    assert (found.named, found.hidden, found.total) == ([], 1, 1)


def test_a_document_and_a_picture_name_what_shows_them(bridge):
    document, image = make_document(), make_image()
    file = f'<p><a linktype="document" id="{document.pk}">The report</a></p>'
    news = bridge.get_parent().specific
    make_article(news, title="With a file", body=[("paragraph", file)])
    make_article(news, title="With a picture", lead_image=image)
    known()

    assert told(links(document)) == {
        "With a file": "The words stay, but they will no longer be a link."
    }
    assert told(links(image)) == {"With a picture": "It will have no lead picture."}


@pytest.mark.parametrize("what", ["delete", "unpublish"])
def test_the_screen_that_asks_names_the_linking_pages(bridge, client, what):
    page = make_page(title="About us", body=link_to(bridge))
    known()
    client.force_login(make_user("Editor"))

    for address in (f"/admin/pages/{bridge.pk}/{what}/", bulk(what, bridge)):
        html = client.get(address).content.decode()

        assert f'<a href="/admin/pages/{page.pk}/edit/">About us</a>' in html
        assert "The words stay, but they will no longer be a link." in html


def test_the_screens_for_files_name_the_linking_pages_too(bridge, client):
    document, image = make_document(), make_image()
    file = f'<p><a linktype="document" id="{document.pk}">The report</a></p>'
    make_page(title="About us", body=[("paragraph", file)])
    bridge.lead_image = image
    bridge.save()
    known()
    client.force_login(make_user("Admin", is_superuser=True))

    for address, title in (
        (f"/admin/documents/delete/{document.pk}/", "About us"),
        (f"/admin/images/{image.pk}/delete/", "Bridge"),
        (f"/admin/bulk/base/sitedocument/delete/?id={document.pk}", "About us"),
        (f"/admin/bulk/base/siteimage/delete/?id={image.pk}", "Bridge"),
    ):
        assert f">{title}</a>" in client.get(address).content.decode(), address


def test_a_page_without_links_says_so(bridge, client):
    client.force_login(make_user("Editor"))

    html = client.get(f"/admin/pages/{bridge.pk}/delete/").content.decode()

    assert "Nothing on this site links here." in html


def test_who_moves_a_page_is_told_that_links_follow(bridge, client):
    client.force_login(make_user("Editor"))
    analysis = make_index(title="Analysis")

    html = client.get(f"/admin/pages/{bridge.pk}/move/{analysis.pk}/confirm/").content.decode()

    assert "Links from pages of this site follow it" in html


def test_the_index_knows_a_page_as_soon_as_it_is_committed(bridge, on_commit):
    with on_commit():
        make_page(title="About us", body=link_to(bridge))
        Redirect.add_redirect("/old", bridge)

    assert set(told(links(bridge, make_user("Admin")))) == {"About us", "/old"}


def test_the_demo_leaves_the_index_complete(home, on_commit):
    with on_commit():
        call_command("build_demo", articles=80, verbosity=0)
    left = references()

    known()

    assert references() - left == set()


def test_naming_needs_as_many_queries_for_ten_pages_as_for_a_hundred(bridge):
    topic = make_topic()
    editor = make_user("Editor")
    counts = []
    for number, total in ((1, 1), (9, 10), (90, 100)):
        file_under(topic, many_articles(bridge.get_parent().specific, number))
        with CaptureQueriesContext(connection) as queries:
            found = links(topic, editor)
            assert (found.total, len(found.named)) == (total, min(total, 50))
        counts.append(len(queries))

    _first, ten, hundred = counts
    assert hundred == ten + 1  # how many there are beside those that are named
    assert ten <= 10


def references() -> set:
    rows = ReferenceIndex.objects.exclude(content_path="collection")
    return set(rows.values_list("object_id", "to_object_id", "content_path"))


def bulk(what: str, page) -> str:
    return f"/admin/bulk/wagtailcore/page/{what}/?id={page.pk}"
