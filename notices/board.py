"""What the admins' list of notices shows: every row with its state, whatever their number in as many questions."""

from functools import cached_property

from django.db.models import Prefetch
from wagtail.models import Page, PageLogEntry, Revision, WorkflowState, get_page_models
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from base.models import SiteDocument, SiteImage
from base.models.media import PICTURE_FILTERS
from base.visibility import is_public_file, visible
from blocks.links import site_name

from . import changes, ordering
from .models import FeaturedNotice
from .permissions import MAY_KNOW, known_to
from .rows import Row, Target
from .states import states

MAY_KNOW_FILES = {"add", "change", "choose"}


class Board:
    """The notices of one home page, as far as one person may know of them."""

    def __init__(self, home: Page, user, with_put_away: bool = False):
        self.home, self.user, self.with_put_away = home, user, with_put_away

    @cached_property
    def may_reorder(self) -> bool:
        return ordering.may_reorder(self.home, self.user)

    @cached_property
    def on_front(self) -> int:
        """How many of those that visitors can see the home page has room for."""
        return getattr(self.home, "notices_on_front", 0)

    @cached_property
    def shown(self) -> list[int]:
        """The keys of all that visitors see, from top to bottom, whoever asks."""
        notices = FeaturedNotice.objects.child_of(self.home).current().in_order()
        return list(notices.values_list("pk", flat=True))

    @cached_property
    def all_rows(self) -> list[Row]:
        notices = known_to(self.user).child_of(self.home).in_order().for_cards()
        shown = set(self.shown)
        # Wagtail's own way looks for the reviews of plain pages, and finds none of a notice.
        reviews = WorkflowState.objects.active().select_related("current_task_state__task")
        under = Prefetch("_specific_workflow_states", reviews, to_attr="_current_workflow_states")
        notices = notices.select_related("target_page", "target_document__collection")
        return [Row(notice, notice.pk in shown) for notice in notices.prefetch_related(under)]

    @cached_property
    def rows(self) -> list[Row]:
        """From top to bottom, each with its number; what is put away only on request."""
        found = [row for row in self.all_rows if self.with_put_away or not row.is_put_away]
        for number, row in enumerate(found, start=1):
            row.place, row.is_first, row.is_last = number, number == 1, number == len(found)
            row.is_last_on_front = row.pk == self.last_on_front
        return found

    @cached_property
    def described_rows(self) -> list[Row]:
        """The same, with all that is printed of each."""
        notices = [row.notice for row in self.rows]
        planned, targets = _planned(notices), Targets(notices, self.user)
        pictures = _pictures(notices)
        policy = PagePermissionPolicy(FeaturedNotice)
        editable = policy.instances_user_has_permission_for(self.user, "change").order_by()
        editable = set(editable.values_list("pk", flat=True))
        for row in self.rows:
            row.may_edit = row.pk in editable or row.notice.owner_id == self.user.pk
            row.target = targets.of(row.notice)
            is_public = row.target is None or row.target.is_public
            row.states = states(row.notice, row.is_shown, planned.get(str(row.pk)), is_public)
            row.picture = pictures.get(row.notice.target_page_id)
        return self.rows

    @property
    def all_keys(self) -> list[int]:
        return [row.pk for row in self.all_rows]

    @property
    def keys(self) -> list[int]:
        return [row.pk for row in self.rows]

    @property
    def last_on_front(self) -> int | None:
        """The notice below which the home page stops; none where it has room for all."""
        stops = 0 < self.on_front < len(self.shown)
        return self.shown[self.on_front - 1] if stops else None

    @property
    def number_put_away(self) -> int:
        return sum(row.is_put_away for row in self.all_rows)

    @property
    def over(self) -> list[Row]:
        """Those that have ended and are still in the way."""
        return [row for row in self.all_rows if row.is_over and not row.is_put_away]

    @cached_property
    def newest_change(self) -> PageLogEntry | None:
        """Whatever has become of its notices."""
        return changes.last(self.home)

    @property
    def known_change(self) -> int:
        """A mark of how the order stands."""
        return self.newest_change.pk if self.newest_change else 0

    @cached_property
    def last_change(self) -> PageLogEntry | None:
        """None once nothing of it is left to take back, as when its notices are gone."""
        change = self.newest_change
        if change is None:
            return None
        now, earlier = self.all_keys, change.data["before"]
        both = set(now) & set(earlier)
        still = [pk for pk in earlier if pk in both]
        return change if still != [pk for pk in now if pk in both] else None


def _planned(notices: list[FeaturedNotice]) -> dict[str, object]:
    """When the next version of a notice appears by itself."""
    revisions = Revision.page_revisions.filter(
        object_id__in=[str(notice.pk) for notice in notices], approved_go_live_at__isnull=False
    )
    return dict(
        revisions.order_by("-approved_go_live_at", "pk").values_list(
            "object_id", "approved_go_live_at"
        )
    )


class Targets:
    """Where these notices lead: one question for all that are public, one for all that may be named."""

    def __init__(self, notices: list[FeaturedNotice], user):
        pages = Page.objects.filter(pk__in={n.target_page_id for n in notices} - {None})
        self.public = set(visible(pages).order_by().values_list("pk", flat=True))
        mine = PagePermissionPolicy(Page).instances_user_has_any_permission_for(user, MAY_KNOW)
        mine = mine.filter(pk__in=pages.order_by().values("pk")).order_by()
        self.known = set(mine.values_list("pk", flat=True))
        closed = {n.target_document_id for n in notices if not is_public_file(n.target_document)}
        document_policy = policy_registry.get_by_type(SiteDocument)
        files = document_policy.instances_user_has_any_permission_for(user, MAY_KNOW_FILES)
        files = files.filter(pk__in=closed - {None}) if closed - {None} else files.none()
        self.known_files = set(files.values_list("pk", flat=True))

    def of(self, notice: FeaturedNotice) -> Target | None:
        """None where a notice has only its own page."""
        page, document = notice.target_page, notice.target_document
        if page:
            return Target(self._name(page), is_public=page.pk in self.public)
        if document:
            is_public = is_public_file(document)
            if is_public or document.pk in self.known_files:
                return Target(document.title, notice.target_details, is_public)
            return Target("", is_public=False)
        if notice.target_url:
            return Target(site_name(notice.target_url) or notice.target_url, is_elsewhere=True)
        return None

    def _name(self, page: Page) -> str:
        """As it was written last, for those who work on it; for others as visitors read it, if they do."""
        if page.pk in self.known:
            return page.get_admin_display_title()
        return page.title if page.pk in self.public else ""


def _pictures(notices: list[FeaturedNotice]) -> dict[int, SiteImage]:
    """The lead picture of each page that a notice leads to, if its kind of page has one."""
    keys = {notice.target_page_id for notice in notices} - {None}
    leads: dict[int, int] = {}
    for model in get_page_models():
        if any(lead.name == "lead_image" for lead in model._meta.local_fields):
            found = model._default_manager.filter(pk__in=keys, lead_image__isnull=False).order_by()
            leads.update(found.values_list("pk", "lead_image"))
    images = SiteImage.objects.prefetch_renditions(*PICTURE_FILTERS).in_bulk(set(leads.values()))
    return {page: images[image] for page, image in leads.items() if image in images}
