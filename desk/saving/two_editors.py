"""Two editors on one page are told of each other before either saves over the other."""

from django.db import transaction
from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import Page

from desk.keys import is_key

from ..people.comments import TellsOfComments
from .signing_in import asks_in_place


def give_first_revision(page_id: int, user) -> None:
    """Keeps a page as it stands, so that what is saved next has something to be compared with.

    Imported pages and pages made by a script have no revision; Wagtail then sees no conflict.
    Nobody did anything, so nothing is logged, and the page has no more unpublished changes than before.
    """
    without = Page.objects.filter(pk=page_id, latest_revision=None, alias_of=None)
    page = without.first()
    if page is None or not page.permissions_for_user(user).can_edit():
        return
    with transaction.atomic():
        page = without.select_for_update(of=("self",)).first()
        if page is not None:  # as of two at once the second finds
            page.specific.save_revision(changed=False, clean=False)


class TellsOfTheOther:
    """Saving what somebody else has changed since is answered with who, when, and all that was typed.

    Wagtail looks for a newer version when it saves by itself, but not when a button is pressed.
    """

    is_told = False

    def dispatch(self, request, page_id, **kwargs):
        give_first_revision(page_id, request.user)
        if request.method != "POST":
            return super().dispatch(request, page_id, **kwargs)
        with transaction.atomic():
            # One after the other: of two at the same moment, the second sees what the first saved.
            Page.objects.select_for_update(of=("self",)).filter(pk=page_id).first()
            return super().dispatch(request, page_id, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.is_out_of_date and not self.expects_json_response and not self.page.alias_of_id:
            return self.in_place() if asks_in_place(request) else self.with_all_that_was_typed()
        return super().post(request, *args, **kwargs)

    def in_place(self):
        """For a window that keeps its own text: what to show above it."""
        return JsonResponse(
            {
                "reason": "newer",
                "said": self.who_and_when,
                "compare": self.compare_address,
                "revision": {
                    "loaded_revision_id": self.latest_revision.pk,
                    "loaded_revision_created_at": self.latest_revision_created_at,
                },
            },
            status=409,
        )

    def with_all_that_was_typed(self):
        """The form again; it now knows of the newer version, so that the next press replaces it."""
        self.is_told = self.has_unsaved_changes = True
        self.errors_debug = ""
        self.form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        self.form.defer_required_fields()
        self.form.is_valid()
        self.form.restore_required_fields()
        compare = messages.button(self.compare_address, _("See what changed"), new_window=True)
        told = _(
            "%(who_and_when)s Nothing of yours is saved yet; it stands below as you typed it. Press the "
            "button once more to put yours in its place: the other version stays in the history."
        )
        messages.error(self.request, told % {"who_and_when": self.who_and_when}, buttons=[compare])
        return self.render_to_response(self.get_context_data(), status=409)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.is_told:
            context["autosave_enabled"] = False  # which of the two stays is for a person to say
        return context

    @cached_property
    def who_and_when(self) -> str:
        newer = self.latest_revision
        user = newer.user
        if user == self.request.user:
            who = _("You, in another window,")
        else:
            who = get_user_display_name(user) if user else _("Somebody")
        saved_at = date_format(timezone.localtime(newer.created_at), "H:i")
        if timezone.localdate(newer.created_at) != timezone.localdate():
            saved_at = f"{date_format(timezone.localtime(newer.created_at), 'MONTH_DAY_FORMAT')}, {saved_at}"
        return _("%(who)s saved this page at %(time)s, after you had opened it.") % {
            "who": who,
            "time": saved_at,
        }

    @cached_property
    def compare_address(self) -> str:
        loaded = self.request.POST.get("loaded_revision_id", "")
        if is_key(loaded) and self.real_page_record.revisions.filter(pk=loaded).exists():
            ends = [self.page.pk, loaded, self.latest_revision.pk]
            if int(loaded) != self.latest_revision.pk:
                return reverse("wagtailadmin_pages:revisions_compare", args=ends)
        return reverse(
            "wagtailadmin_pages:revisions_view", args=[self.page.pk, self.latest_revision.pk]
        )


class EditPage(TellsOfTheOther, TellsOfComments, EditView):
    """The editor."""


class RevertPage(TellsOfTheOther, TellsOfComments, RevisionsRevertView):
    """The editor with an older version in it."""
