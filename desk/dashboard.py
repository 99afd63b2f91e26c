"""The first screen of the admin: what is due, what to begin, what visitors see, what comes next, what is mine."""

from datetime import datetime

from django.db.models import Q
from django.middleware.csrf import get_token
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision, Site
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles.models import ArticlePage
from desk.jobs.watch import LONGEST_SILENCE
from home.models import HomePage
from notices import ordering
from notices.models import FeaturedNotice

LISTED = 8
OF_A_STREAM = 4
NEXT_EVENTS = 3
BUTTONS = (
    ("desk_add_news", _("Add news"), "circle-plus"),
    ("desk_add_event", _("Add event"), "date"),
)


def the_home(request) -> HomePage | None:
    """The front page of this site, if it has one of ours."""
    site = Site.find_for_request(request)
    return HomePage.objects.filter(pk=site.root_page_id).first() if site else None


def editable(user, pages) -> set[int]:
    """Which of them this person may change; one question for all."""
    mine = PagePermissionPolicy(Page).instances_user_has_permission_for(user, "change")
    return set(mine.filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))


class OurPanel(Component):
    """A part of the dashboard of our own making."""

    class Media:
        css = {"all": ["css/desk/dashboard.css"]}


class NoticesDuePanel(OurPanel):
    """What visitors still see though somebody should have looked at it again; nothing when all is well."""

    name = "notices_due"
    order = 5
    template_name = "desk/dashboard/notices_due.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        policy = PagePermissionPolicy(FeaturedNotice)
        mine = policy.instances_user_has_any_permission_for(request.user, {"change", "publish"})
        due = mine.due().order_by("review_on", "pk")
        notices = list(due.select_related("owner").defer("body")[:LISTED])
        if not notices:
            return {}
        number = due.count()
        keys = [notice.pk for notice in notices]
        open_to = policy.instances_user_has_permission_for(request.user, "publish")
        return {
            "heading": ngettext(
                "Does this notice still hold?", "Do these notices still hold?", number
            ),
            "notices": notices,
            "further": number - len(notices),
            "editable": editable(request.user, notices),
            "publishable": set(open_to.filter(pk__in=keys).values_list("pk", flat=True)),
            "csrf_token": get_token(request),
        }


class StartPanel(OurPanel):
    """The big buttons; on a site where nothing has been written yet, also how to begin."""

    name = "start"
    order = 10
    template_name = "desk/dashboard/start.html"

    def get_context_data(self, parent_context):
        may_write = user_has_any_page_permission(parent_context["request"].user)
        return {
            "buttons": list(self._buttons()) if may_write else [],
            "is_new": not ArticlePage.objects.exists(),
        }

    def _buttons(self):
        for name, label, icon in BUTTONS:
            try:
                yield {"url": reverse(name), "label": label, "icon": icon}
            except NoReverseMatch:
                continue


class FrontPagePanel(OurPanel):
    """The front page as visitors see it at this moment, each line with the way to change it."""

    name = "front_page"
    order = 100
    template_name = "desk/dashboard/front_page.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        home = the_home(request)
        groups = self._groups(home) if home else []
        pages = [page for group in groups for page in group["pages"]]
        return {
            "home": home,
            "groups": groups,
            "editable": editable(request.user, pages),
            "orders_notices": bool(home) and ordering.may_reorder(home, request.user),
            "now": timezone.now(),
        }

    def _groups(self, home: HomePage) -> list[dict]:
        groups = []
        for section in home.plan.sections:
            if section.name == "lead":
                groups.append({"heading": _now("At the top"), "pages": [section.content]})
            elif section.name == "streams":
                for stream in section.content:
                    shown = stream["articles"][:OF_A_STREAM]
                    groups.append({"heading": stream["title"], "pages": shown})
            elif section.name == "notices":
                notices = {"pages": section.content, "are_notices": True}
                groups.append({"heading": section.heading or _now("Notices"), **notices})
        events = list(home.events.upcoming()[:NEXT_EVENTS])
        return groups + ([{"heading": _now("Next events"), "pages": events}] if events else [])


class ScheduledPanel(OurPanel):
    """What happens by itself next, and what should have happened and did not."""

    name = "scheduled"
    order = 110
    template_name = "desk/dashboard/scheduled.html"

    def get_context_data(self, parent_context):
        user, now = parent_context["request"].user, timezone.now()
        pages = PagePermissionPolicy(Page).explorable_instances(user)
        steps = sorted([*self._appear(pages), *self._go(pages, now)], key=lambda s: s["moment"])
        for step in steps:
            step["is_overdue"] = step["moment"] < now - LONGEST_SILENCE
        shown = steps[:LISTED]
        return {"steps": shown, "editable": editable(user, [step["page"] for step in shown])}

    def _appear(self, pages):
        planned = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
        planned = planned.order_by("approved_go_live_at", "pk")
        moments: dict[int, datetime] = {
            int(key): moment
            for key, moment in planned.values_list("object_id", "approved_go_live_at")[:50]
        }
        for page in pages.filter(pk__in=list(moments)):
            words = _("A new version appears") if page.live else _("Appears")
            yield {"page": page, "moment": moments[page.pk], "words": words}

    def _go(self, pages, now):
        for page in pages.filter(live=True, expire_at__gt=now).order_by("expire_at", "pk")[:LISTED]:
            yield {"page": page, "moment": page.expire_at, "words": _("Comes off the site")}


class MyDraftsPanel(OurPanel):
    """What I began or wrote last and visitors do not see yet."""

    name = "my_drafts"
    order = 120
    template_name = "desk/dashboard/my_drafts.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        drafts = PagePermissionPolicy(Page).instances_user_has_permission_for(user, "change")
        drafts = drafts.filter(has_unpublished_changes=True)
        drafts = drafts.filter(Q(owner=user) | Q(latest_revision__user=user))
        drafts = drafts.annotate_approved_schedule().filter(_approved_schedule=False)
        return {"drafts": drafts.order_by("-latest_revision_created_at", "-pk")[:LISTED]}


@hooks.register("construct_homepage_panels")
def what_editors_need(request, panels):
    for panel in panels:
        if panel.name == "workflow_objects_to_moderate":
            panel.order = 50  # somebody is waiting for an answer
    panels += [
        NoticesDuePanel(),
        StartPanel(),
        FrontPagePanel(),
        ScheduledPanel(),
        MyDraftsPanel(),
    ]


@hooks.register("construct_homepage_summary_items", order=1000)
def no_mere_numbers(request, items):
    """How many pages and pictures there are tells an editor nothing to do."""
    items.clear()
