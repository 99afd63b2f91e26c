"""What the panel beside the form shows of what is typed there."""

from django.urls import reverse


def to_edit(page) -> str:
    return reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])


def previewed(client, address: str, data: dict[str, str], mode: str = "", **query) -> str:
    """What the panel shows of a form."""
    assert client.post(address, data).json() == {"is_valid": True, "is_available": True}
    return shown(client.get(address, {"mode": mode, **query}))


def shown(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()
