"""What running text may carry: a link to another site tells that site nothing of ours."""

from django.utils.html import escape
from wagtail import hooks
from wagtail.rich_text import LinkHandler


class ExternalLinkHandler(LinkHandler):
    """Links typed into a text; the site they lead to learns neither page nor window."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs):
        return f'<a href="{escape(attrs["href"])}" rel="noopener noreferrer">'


@hooks.register("register_rich_text_features")
def register_external_links(features):
    features.register_link_type(ExternalLinkHandler)
