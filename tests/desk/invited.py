"""Ida, who is invited, and how she comes in."""

import re

from django.contrib.auth.models import Group
from django.urls import reverse

from tests.factories import make_user

IDA = {"email": "ida.tarn@example.org", "first_name": "Ida", "last_name": "Tarn"}
LONG = "rain-on-a-tin-roof"
DEAD = "django.core.mail.backends.smtp.EmailBackend"


def invite(client, role="Editor", **typed):
    client.force_login(make_user("Admin", first_name="Ada", last_name="Moor"))
    data = {**IDA, "role": Group.objects.get(name=role).pk, **typed}
    return client.post(reverse("wagtailusers_users:add"), data, follow=True)


def link_in(letter) -> str:
    """As a path: the test's browser knows no hosts."""
    return re.search(r"https?://[^/]+(/admin/\S+)", letter.body)[1]


def choose(client, link: str, password: str = LONG):
    """Follows a link and types the password twice."""
    form = client.get(link, follow=True)
    where = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(where, {"new_password1": password, "new_password2": password}, follow=True)
