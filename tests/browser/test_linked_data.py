"""Data for machines is no script: no policy stops it, and no headline gets out of it."""

import json

import pytest

from tests.factories import make_article, make_index

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

TRICK = "</script><script>document.title='taken'</script><!-- <script> ]]> &amp;"


@pytest.mark.parametrize("policy", ["", "default-src 'none'"])
def test_a_headline_that_looks_like_a_script_stays_text(browse, policy):
    article = make_article(make_index(slug="news"), title=TRICK, slug="trick")
    page, said = browse(), []
    page.on("console", lambda message: said.append(message.text))

    def with_policy(route):
        answer = route.fetch()
        headers = {**answer.headers, **({"content-security-policy": policy} if policy else {})}
        route.fulfill(response=answer, headers=headers)

    page.route(f"**{article.url}", with_policy)
    page.goto(article.url)

    blocks = page.locator("script[type='application/ld+json']")
    assert page.locator("script").count() == blocks.count() == 1
    assert json.loads(blocks.first.text_content())[0]["headline"] == TRICK
    assert page.locator("h1").inner_text() == TRICK
    assert page.title() != "taken"
    assert [words for words in said if "script" in words.lower()] == []
