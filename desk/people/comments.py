"""Who is told of comments beside a page: once each, of what concerns them.

Wagtail mails the threads of one person to another, and fails with the mail server.
"""

from collections import defaultdict

from django.urls import reverse
from wagtail.models import CommentReply, Page, PageSubscription

from users.models import User

from . import post

Told = list[dict[str, object]]


class TellsOfComments:
    """An editor of pages; those whom new comments concern are told by our mail."""

    def send_commenting_notifications(self, changes):
        tell_of_comments(self.page, self.request.user, changes)


def tell_of_comments(page: Page, actor: User, changes: dict) -> None:
    """Those who follow the page hear everything; those in a conversation hear what is new in it."""
    said = _said(changes)
    if not said:
        return
    followers = set(
        PageSubscription.objects.filter(page=page, comment_notifications=True).values_list(
            "user_id", flat=True
        )
    )
    concerns = _concerns(said)
    people = User.objects.filter(pk__in=followers | set(concerns)).exclude(pk=actor.pk)
    for person in people.order_by("pk"):
        if not page.permissions_for_user(person).can_edit():
            continue  # no longer: what stands beside a draft is for those who work on it
        heard = said if person.pk in followers else concerns[person.pk]
        post.tell([person], "comments", "updated_comments", **_facts(page, actor, heard))


def _said(changes: dict) -> Told:
    """What has been said, answered, settled and taken back, in that order."""
    return [
        *({"kind": "new", "comment": comment} for comment in changes["new_comments"]),
        *(
            {"kind": "reply", "comment": comment, "replies": replies}
            for comment, replies in changes["new_replies"]
        ),
        *({"kind": "resolved", "comment": comment} for comment in changes["resolved_comments"]),
        *({"kind": "deleted", "comment": comment} for comment in changes["deleted_comments"]),
    ]


def _concerns(said: Told) -> dict[int, Told]:
    """For everybody who has spoken in a conversation, what is new in it."""
    threads = {item["comment"].pk for item in said if item["kind"] in ("reply", "resolved")}
    voices = defaultdict(set)
    for comment, user in CommentReply.objects.filter(comment_id__in=threads).values_list(
        "comment_id", "user_id"
    ):
        voices[comment].add(user)
    concerns = defaultdict(list)
    for item in said:
        if item["comment"].pk in threads:
            for user in voices[item["comment"].pk] | {item["comment"].user_id}:
                concerns[user].append(item)
    return concerns


def _facts(page: Page, actor: User, heard: Told) -> dict:
    return {
        "headline": page.get_admin_display_title(),
        "actor": actor,
        "heard": heard,
        "edit_link": post.link(reverse("wagtailadmin_pages:edit", args=[page.pk])),
    }
