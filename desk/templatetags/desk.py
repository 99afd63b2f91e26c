"""What the frame of the admin asks for: whose newsroom it is, whether the jobs run, whose clock counts."""

from django import template
from django.conf import settings
from wagtail.models import Site

from base.organisation import Organisation, organisation
from desk import moments
from desk.jobs import watch
from desk.lists.columns import takes_place
from desk.reach import reaches_everything

register = template.Library()
register.filter("moment_in_words", moments.moment_in_words)
register.filter("takes_place", takes_place)
register.simple_tag(moments.zone_in_words, name="zone_in_words")
register.simple_tag(watch.trouble, name="jobs_trouble")


@register.simple_tag(takes_context=True)
def may_know_every_page(context) -> bool:
    """Whether pages may be named to whoever reads this, drafts and private ones too."""
    return reaches_everything(context["request"].user)


@register.simple_tag(takes_context=True)
def may_publish(context) -> bool:
    """Whether whoever fills in the form may publish the page; a new one has only its parent to go by."""
    page, user = context["page"], context["request"].user
    if page.pk:
        return page.permissions_for_user(user).can_publish()
    parent = context["self"].form.parent_page
    return bool(parent) and parent.permissions_for_user(user).can_publish_subpage()


@register.simple_tag(takes_context=True)
def newsroom(context) -> str:
    """The name of the organisation; without a site, which only the admin can mend, the product's."""
    return whose(context).name


@register.simple_tag(takes_context=True)
def newsroom_logo(context) -> str:
    """The address of the logo that the organisation has uploaded; empty where the cord stands for it."""
    return whose(context).logo


def whose(context) -> Organisation:
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    site = site or Site.objects.filter(is_default_site=True).first()
    return organisation(site) if site else Organisation(settings.WAGTAIL_SITE_NAME)
