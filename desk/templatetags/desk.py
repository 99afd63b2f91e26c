"""What the frame of the admin asks for: whose newsroom it is, whether the jobs run, whose clock counts."""

from django import template
from django.conf import settings
from wagtail.models import Site

from base.organisation import organisation
from desk import moments
from desk.jobs import watch

register = template.Library()
register.filter("moment_in_words", moments.moment_in_words)
register.simple_tag(moments.zone_in_words, name="zone_in_words")
register.simple_tag(watch.trouble, name="jobs_trouble")


@register.simple_tag(takes_context=True)
def newsroom(context) -> str:
    """The name of the organisation; without a site, which only the admin can mend, the product's."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    site = site or Site.objects.filter(is_default_site=True).first()
    return organisation(site).name if site else settings.WAGTAIL_SITE_NAME
