import json
from html.parser import HTMLParser

import pytest

from base.linked_data import as_script, breadcrumbs, filled, organization
from base.organisation import Organisation

TRICKS = (
    "</script><script>alert(1)</script>",
    "<!-- a comment",
    "<!--<script>",
    "]]> & \u2028 \u2029 \"quoted\" 'single' \\ back",
    "{{ page }} {% now 'Y' %}",
)


class Scripts(HTMLParser):
    """The elements of a page, and what stands in its scripts."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        if self.tags and self.tags[-1] == "script":
            self.text += data


@pytest.mark.parametrize("headline", TRICKS)
def test_a_headline_stays_text_whatever_is_in_it(headline):
    html = as_script([{"headline": headline}])

    found = Scripts(html)
    assert found.tags == ["script"]
    assert json.loads(found.text) == {"headline": headline}
    assert not set("<>&\u2028\u2029") & set(found.text)


def test_several_things_are_said_in_one_block():
    html = as_script([{"a": 1}, {"b": 2}])

    assert html == '<script type="application/ld+json">[{"a":1},{"b":2}]</script>'


def test_who_says_nothing_leaves_no_block():
    assert as_script([]) == ""


def test_what_is_empty_is_left_unsaid_but_a_plain_no_is_said():
    assert filled(type_="Event", name="", image=None, about=[], isFree=False) == {
        "@type": "Event",
        "isFree": False,
    }


def test_every_step_but_the_last_leads_somewhere():
    trail = breadcrumbs([("Home", "/"), ("News", "/news/"), ("Bridge", "")], "https://a.example")

    assert [
        (step["position"], step["name"], step.get("item")) for step in trail["itemListElement"]
    ] == [
        (1, "Home", "https://a.example/"),
        (2, "News", "https://a.example/news/"),
        (3, "Bridge", None),
    ]


def test_the_organisation_has_its_logo_where_there_is_one():
    plain, drawn = Organisation("Circle"), Organisation("Circle", logo="/media/images/l.png")

    assert organization(plain, "https://a.example") == {
        "@type": "Organization",
        "name": "Circle",
        "url": "https://a.example/",
    }
    assert (
        organization(drawn, "https://a.example")["logo"] == "https://a.example/media/images/l.png"
    )
