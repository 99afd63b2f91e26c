"""The mail the site sends to its own people: in their language, after the fact, and never in its way."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from threading import Thread

from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template import Context
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile

from users.models import User

logger = logging.getLogger(__name__)

_unsent: ContextVar[list[str] | None] = ContextVar("unsent", default=None)


def link(path: str) -> str:
    """An address of ours as a mail must write it."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def tell(people: Iterable[User], mail: str, wish: str = "", **facts: object) -> None:
    """One mail to each of them once what happened is kept for good; `wish` is their own setting."""
    told = {user for user in people if wants(user, wish)}
    if told:
        transaction.on_commit(partial(_tell, told, mail, facts), robust=True)


def wants(user: User | None, wish: str) -> bool:
    """Whether somebody can be reached and has not said that they do not want such mail."""
    if user is None or not user.is_active or not user.email:
        return False
    return not wish or getattr(UserProfile.get_for_user(user), f"{wish}_notifications")


def send(user: User, mail: str, **facts: object) -> bool:
    """One mail, now; whether the mail server took it."""
    return not _tell([user], mail, facts)


def send_unseen(user: User, mail: str, **facts: object) -> None:
    """One mail that no answer waits for: how long that takes tells no stranger whether there is one."""
    _beside(_hand_over, [_letter(user, mail, facts)], mail)


def _beside(work: Callable, *given: object) -> None:
    Thread(target=work, args=given, daemon=True).start()


def _hand_over(letters: list[EmailMessage], mail: str) -> None:
    try:
        with get_connection() as connection:
            connection.send_messages(letters)
    except Exception:  # there is nobody to tell
        logger.exception("The mail “%s” could not be sent.", mail)


def _tell(people: Iterable[User], mail: str, facts: dict) -> list[str]:
    """The names of those who could not be told; the person at work is told that instead."""
    try:
        letters = [_letter(user, mail, facts) for user in people]
        with get_connection() as connection:
            connection.send_messages(letters)
    except Exception:  # whatever a mail server does, what has been done stays done
        logger.exception("The mail “%s” could not be sent.", mail)
        names = sorted(get_user_display_name(user) for user in people)
        if (unsent := _unsent.get()) is not None:
            unsent.extend(names)
        return names
    return []


def _letter(user: User, mail: str, facts: dict) -> EmailMessage:
    """The first line of the template is the subject. It is plain text: nothing in it is escaped."""
    with override(UserProfile.get_for_user(user).preferred_language or settings.LANGUAGE_CODE):
        said = {**facts, "user": user, "site": settings.WAGTAIL_SITE_NAME}
        template = get_template(f"desk/people/mails/{mail}.txt").template
        text = template.render(Context(said, autoescape=False))
    subject, _line, body = text.strip().partition("\n")
    headers = {"Auto-Submitted": "auto-generated"}
    # On one line, whatever stands in a headline: no mail server takes another.
    return EmailMessage(
        " ".join(subject.split()), f"{body.strip()}\n", to=[user.email], headers=headers
    )


@contextmanager
def noting_unsent() -> Iterator[list[str]]:
    """Whom mail did not reach while this lasts."""
    token = _unsent.set([])
    try:
        yield _unsent.get()
    finally:
        _unsent.reset(token)


def say_unsent(get_response: Callable[[HttpRequest], HttpResponse]):
    """Tells an editor, on the next screen, whom the site could not write to. Strangers hear nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with noting_unsent() as names:
            response = get_response(request)
        if names and request.user.is_authenticated:
            words = _(
                "That is done, but the mail server does not answer: %(names)s could not be told"
                " by e-mail. Please tell them yourself."
            )
            messages.warning(request, words % {"names": ", ".join(dict.fromkeys(names))})
        return response

    return middleware
