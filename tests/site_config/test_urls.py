import pytest
from wagtail.models import PageViewRestriction

from tests.factories import make_image, make_page, restrict


def test_the_sizes_of_a_picture_are_given_out_and_its_original_is_not(client, db):
    image = make_image()
    size = image.get_rendition("width-480|format-jpeg")

    answers = [client.get(address).status_code for address in (size.url, image.file.url)]

    assert answers == [200, 404]


@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN])
def test_a_private_page_asks_in_the_frame_of_the_site_and_says_nothing_of_itself(client, db, kind):
    page = make_page(title="Names of witnesses", introduction="Whom we met")
    restrict(page, kind)

    asked = client.get(page.url, follow=True).content.decode()

    assert 'class="masthead' in asked and "csrfmiddlewaretoken" in asked
    assert "Names of witnesses" not in asked and "Whom we met" not in asked


def test_a_browser_may_remember_the_password_of_a_page(client, db):
    page = make_page()
    restrict(page)

    asked = client.get(page.url).content.decode()

    assert 'autocomplete="current-password"' in asked
    assert f'<input type="hidden" name="return_url" value="{page.url}"' in asked


def test_a_trial_sees_the_sites_own_page_for_an_address_that_is_none(client, db):
    answer = client.get("/nothing-here/")

    assert (answer.status_code, b"find that page" in answer.content) == (404, True)
