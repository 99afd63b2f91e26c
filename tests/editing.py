"""What an editor's browser sends when a page is saved."""

from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

EVERY_PAGE = {
    "seo_title": "",
    "search_description": "",
    "go_live_at": "",
    "expire_at": "",
    "legacy_url": "",
    "sidebars": inline_formset([]),
    "comments": inline_formset([]),
}
AN_ARTICLE = {
    "date_precision": "day",
    "position_in_day": "0",
    "teaser": rich_text("<p>The ferry runs again.</p>"),
    "body": streamfield([]),
    "main_topic": "",
    "topics": [],
    "byline": "",
    "lead_image": "",
    "lead_image_caption": "",
    "content_note": "",
}
OF_ITS_KIND = {
    "articles.articlepage": {**AN_ARTICLE, "date": "2026-05-04"},
    "articles.eventpage": {
        **AN_ARTICLE,
        "date": "2026-05-04",
        "start": "",
        "end": "",
        "has_start_time": "on",
        "time_zone": "Europe/London",
        "schedule": streamfield([]),
        "venue": "",
        "street": "",
        "postcode": "",
        "online_url": "",
        "state": "planned",
        "state_note": "",
        "previous_start": "",
        "prices": streamfield([]),
        "booking_url": "",
        "contact": "",
        "report": "",
    },
    "articles.newsindex": {"introduction": streamfield([]), "page_size": "10"},
    "topics.topicpage": {
        "teaser": rich_text(""),
        "background": streamfield([]),
        "dye": "none",
        "is_subject": "on",
    },
    "notices.featurednotice": {
        "kind": "other",
        "date": "2026-05-04",
        "teaser": rich_text(""),
        "body": streamfield([]),
        "target_page": "",
        "target_document": "",
        "target_url": "",
        "show_until": "",
        "review_on": "2026-11-04",
    },
    "home.standardpage": {"introduction": "", "body": streamfield([])},
    "home.formpage": {
        "introduction": rich_text(""),
        "form_fields": inline_formset([]),
        "button": "Send",
        "thank_you": rich_text(""),
        "from_address": "",
        "to_address": "",
        "subject": "",
    },
}


def typed(kind: str, **fields) -> dict[str, str]:
    """The whole form of a page, with these fields filled in."""
    words = {"title": "Ferry to the island runs again", "slug": "ferry-runs-again"}
    return nested_form_data({**EVERY_PAGE, **OF_ITS_KIND[kind], **words, **fields})


def add_page(client, parent: Page, kind: str, publish: bool = False, **fields):
    """Fill in and send the form of a new page."""
    app, model = kind.split(".")
    data = typed(kind, **fields) | ({"action-publish": "1"} if publish else {})
    return client.post(reverse("wagtailadmin_pages:add", args=[app, model, parent.pk]), data)


def edit_page(client, page: Page, publish: bool = False, **fields):
    """Send the form of a page that is there already."""
    data = typed(page.specific._meta.label_lower, **fields)
    data |= {"action-publish": "1"} if publish else {}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def complaints(response) -> dict[str, list[str]]:
    """What the form says beside each field."""
    form = response.context["form"] if response.context and "form" in response.context else None
    return dict(form.errors) if form is not None else {}
