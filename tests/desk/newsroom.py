"""A newsroom in which each thing of docs/mails.md can be made to happen."""

import datetime

from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, CommentReply, PageSubscription
from wagtail.test.utils.form_data import inline_formset

from base.dates import today
from desk.jobs.reminding import ask_whether_notices_still_hold
from desk.people import second_eyes
from home.models import StandardPage
from tests.editing import edit_page
from tests.factories import make_notice, make_page, make_user


class Newsroom:
    """Seven people, of whom three can be asked for a review, and one draft."""

    def __init__(self, client, on_commit):
        self.client, self.on_commit = client, on_commit
        self.ana = self.named("Ana", "Contributor")
        self.ben = self.named("Ben", "Contributor")
        self.eva = self.named("Eva", "Editor")
        self.both = self.named("Both", "Editor")
        self.both.groups.add(*make_user("Admin", is_active=False).groups.all())
        self.ada = self.named("Ada", "Admin")
        self.named("Gone", "Editor", is_active=False)
        self.named("Root", "", is_superuser=True)
        mute = self.named("Mute", "Editor")
        type(mute).objects.filter(pk=mute.pk).update(email="")
        self.page = make_page(live=False, title="Ferry runs again", owner=self.ana)
        self.page.save_revision(user=self.ana)
        self.actor = None

    def named(self, name, role, **more):
        return make_user(role, first_name=name, **more)

    def review(self, user):
        """It has been submitted, and everybody has been told."""
        with self.on_commit():
            second_eyes.workflow().start(self.page, user)
        mail.outbox.clear()
        return self.task_state()

    def task_state(self):
        return StandardPage.objects.get(pk=self.page.pk).current_workflow_task_state

    def sent_back(self):
        with self.on_commit():
            self.review(self.ana).reject(user=self.eva, comment="Which ferry?")
        mail.outbox.clear()
        return StandardPage.objects.get(pk=self.page.pk).current_workflow_state

    def as_(self, user):
        self.actor = user
        self.client.force_login(user)
        return self.client

    def conversation(self):
        """Ana follows the page; Ben has begun a conversation and Eva has answered, as has one who left."""
        gone = make_user("Editor", is_active=False)
        PageSubscription.objects.create(page=self.page, user=self.ana, comment_notifications=True)
        PageSubscription.objects.create(page=self.page, user=gone, comment_notifications=True)
        comment = Comment.objects.create(
            page=self.page, user=self.ben, text="Which?", contentpath="title"
        )
        CommentReply.objects.create(comment=comment, user=self.eva, text="The red one.")
        # And another, which is nobody's business today.
        Comment.objects.create(page=self.page, user=self.both, text="Nice.", contentpath="title")
        return comment

    def send_comments(self, *comments):
        """What the editor's browser sends for comments; those there already come with their number."""
        old = [comment for comment in comments if comment.get("id")]
        data = inline_formset(comments, initial=len(old))
        with self.on_commit():
            answer = edit_page(self.client, self.page, title="Ferry runs again", comments=data)
        assert answer.status_code == 302


def said(text="", **more):
    replies = inline_formset(more.pop("replies", []))
    return {"contentpath": "title", "position": "", "text": text, "replies": replies, **more}


def contributor_submits(room):
    with room.on_commit():
        second_eyes.workflow().start(room.page, room.ana)


def editor_submits(room):
    with room.on_commit():
        second_eyes.workflow().start(room.page, room.eva)


def sends_back(room):
    state = room.review(room.ana)
    with room.on_commit():
        state.reject(user=room.eva, comment="Which ferry?")


def submits_again(room):
    state = room.sent_back()
    with room.on_commit():
        state.resume(room.ana)


def approves(room):
    state = room.review(room.ana)
    with room.on_commit():
        state.approve(user=room.eva)


def _schedule(room):
    room.page.go_live_at = timezone.now() + datetime.timedelta(days=2)
    room.page.save_revision(user=room.ana)


def approves_for_later(room):
    _schedule(room)
    state = room.review(room.ana)
    with room.on_commit():
        state.approve(user=room.eva)


def hour_comes(room):
    approves_for_later(room)
    mail.outbox.clear()
    page = StandardPage.objects.get(pk=room.page.pk)
    assert page.scheduled_revision
    page.revisions.update(approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1))
    with room.on_commit():
        call_command("publish_scheduled")


def publishes_directly(room):
    room.review(room.ana)
    with room.on_commit():
        StandardPage.objects.get(pk=room.page.pk).get_latest_revision().publish(user=room.eva)


def takes_back(room):
    state = room.review(room.ana).workflow_state
    with room.on_commit():
        state.cancel(user=room.ana)


def ends_review(room):
    state = room.review(room.ana).workflow_state
    with room.on_commit():
        state.cancel(user=room.eva)


def switches_off(room):
    room.review(room.ana)
    with room.on_commit():
        room.as_(room.ada).post(reverse("switch_second_eyes"), {"to": "off"})


def publishes_own(room):
    with room.on_commit():
        room.page.get_latest_revision().publish(user=room.eva)


def comments(room):
    PageSubscription.objects.create(page=room.page, user=room.ana, comment_notifications=True)
    room.as_(room.both)
    room.send_comments(said("Which ferry?"))


def answers(room):
    first = room.conversation()
    other = Comment.objects.exclude(pk=first.pk).get()
    room.as_(room.ada)
    room.send_comments(
        said(first.text, id=first.pk, replies=[{"text": "The red one, surely."}]),
        said(other.text, id=other.pk),
    )


def settles(room):
    first = room.conversation()
    other = Comment.objects.exclude(pk=first.pk).get()
    room.as_(room.ada)
    room.send_comments(said(first.text, id=first.pk, resolved="1"), said(other.text, id=other.pk))


THE_INVITED = {"email": "ida@example.org", "first_name": "Ida", "last_name": "Tarn"}


def invites(room):
    role = room.ana.groups.get()
    answer = room.as_(room.ada).post(
        reverse("wagtailusers_users:add"), {**THE_INVITED, "role": role.pk}
    )
    assert answer.status_code == 302


def invites_again(room):
    invites(room)
    mail.outbox.clear()
    ida = type(room.ana).objects.get(email=THE_INVITED["email"])
    room.client.post(reverse("wagtailusers_users:invitation", args=[ida.pk]))


def forgets(room, email=None):
    answer = room.client.post(
        reverse("wagtailadmin_password_reset"), {"email": email or room.ben.email.upper()}
    )
    assert answer.status_code == 302


def closed_forgets(room):
    forgets(room, make_user("Editor", is_active=False).email)


def nobody_forgets(room):
    forgets(room, "nobody@example.org")


def _edit_account(room, **fields):
    typed = {
        "username": room.ben.username,
        "email": room.ben.email,
        "first_name": "Ben",
        "last_name": "Tarn",
        "is_active": "on",
        **fields,
    }
    url = reverse("wagtailusers_users:edit", args=[room.ben.pk])
    with room.on_commit():
        assert room.as_(room.ada).post(url, typed).status_code == 302


def changes_role(room):
    _edit_account(room, groups=[room.ada.groups.get().pk])


def closes(room):
    _edit_account(room, is_active="")


def notice_is_due(room, owner=None):
    make_notice(title=room.page.title, owner=owner or room.ana, review_on=today())
    with room.on_commit():
        assert ask_whether_notices_still_hold(lambda: None) == []


def notice_of_one_who_left(room):
    notice_is_due(room, make_user("Editor", is_active=False))


HAPPENINGS = {
    "A Contributor submits a draft for review": contributor_submits,
    "An Editor submits a draft for review": editor_submits,
    "A reviewer sends it back": sends_back,
    "It is corrected and submitted again": submits_again,
    "A reviewer approves it": approves,
    "A reviewer approves it for a later hour": approves_for_later,
    "Its hour comes": hour_comes,
    "An Editor publishes it without the review": publishes_directly,
    "Whoever submitted it takes it back": takes_back,
    "A reviewer ends the review": ends_review,
    "An Admin switches the second pair of eyes off": switches_off,
    "An Editor publishes a draft nobody submitted": publishes_own,
    "Somebody comments beside a draft": comments,
    "Somebody answers a comment": answers,
    "A comment is settled": settles,
    "An Admin invites a colleague": invites,
    "An Admin sends an invitation again": invites_again,
    "Somebody has forgotten the password": forgets,
    "Somebody asks for the password of a closed account": closed_forgets,
    "Somebody asks for the password of an address nobody has": nobody_forgets,
    "An Admin gives somebody another role": changes_role,
    "An Admin closes an account": closes,
    "A notice is due for review": notice_is_due,
    "A notice is due for review whose owner has left": notice_of_one_who_left,
}
