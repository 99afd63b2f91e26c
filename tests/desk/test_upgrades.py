"""What stands in the place of Wagtail's own: an upgrade that changes the original says where to look."""

import hashlib
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import wagtail
from wagtail.admin.views.chooser import SearchView
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import AbstractGroupApprovalTask

OURS = Path(__file__).resolve().parents[2] / "templates"
WAGTAIL = Path(wagtail.__file__).parent
LOOK_AGAIN = "Wagtail has changed it: compare it with ours, then write its new sum here."

# Whole templates in the place of Wagtail's, with a sum of the original.
TEMPLATES = {
    "wagtailadmin/account/password_reset/complete.html": "d4c059a52de1",
    "wagtailadmin/account/password_reset/confirm.html": "f8c41ae6bd25",
    "wagtailadmin/account/password_reset/done.html": "dec7e4059673",
    "wagtailadmin/home/account_summary.html": "ff5c7d30e467",
    "wagtailadmin/logo.html": "56cf5752ce44",
    "wagtailadmin/panels/publishing/schedule_publishing_panel.html": "6573d65f538d",
    "wagtailadmin/shared/usage_summary.html": "b3c9bccc50a0",
    "wagtailcore/login.html": "38570cee5a5a",
    "wagtailcore/password_required.html": "707b31d06454",
    "wagtailcore/shared/block_preview.html": "e35023cfde06",
    "wagtailusers/users/confirm_delete.html": "69b249ba109d",
    "wagtailusers/users/edit.html": "ed9a834a5c66",
}
# Under a name of its own: desk/lists/bulk_footer.html.
TEMPLATES_LIKE_OURS = {"wagtailadmin/bulk_actions/footer.html": "55cdf57df519"}
# Methods that ours do not ask: of the chooser's search, the mails about comments, a reviewer's buttons.
METHODS: dict[Callable, str] = {
    SearchView.get: "6fc5909e78e5",
    EditView.send_commenting_notifications: "c4067cd1affa",
    AbstractGroupApprovalTask.get_actions: "79a8f5be1352",
}


def original(name: str) -> str:
    """The text of a template as Wagtail has it."""
    return next(WAGTAIL.rglob(f"templates/{name}")).read_text("utf-8")


def extended(text: str) -> str:
    found = re.search(r"""{% extends ["']([^"']+)["']""", text)
    return found[1] if found else ""


def blocks(text: str) -> set[str]:
    return set(re.findall(r"{% block (\w+)", text))


def blocks_up_to_the_frame(name: str) -> set[str]:
    text = original(name)
    above = extended(text)
    return blocks(text) | (blocks_up_to_the_frame(above) if above else set())


def in_wagtail_s_places() -> Iterator[tuple[str, str]]:
    """Our templates under Wagtail's names."""
    for path in sorted(OURS.glob("wagtail*/**/*.html")):
        yield str(path.relative_to(OURS)), path.read_text("utf-8")


def sum_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@pytest.mark.parametrize(("name", "known"), {**TEMPLATES, **TEMPLATES_LIKE_OURS}.items())
def test_a_template_that_we_wrote_anew_is_still_the_one_we_know(name, known):
    assert sum_of(original(name)) == known, LOOK_AGAIN


@pytest.mark.parametrize(
    ("method", "known"), METHODS.items(), ids=lambda it: getattr(it, "__qualname__", "")
)
def test_a_method_whose_place_ours_takes_is_still_the_one_we_know(method, known):
    assert sum_of(inspect.getsource(method)) == known, LOOK_AGAIN


def test_every_template_that_does_not_build_upon_wagtail_s_is_among_them():
    whole = {name for name, text in in_wagtail_s_places() if extended(text) != name}

    assert whole == set(TEMPLATES)


def test_every_block_that_we_fill_is_still_there_to_be_filled():
    fillings = {
        name: blocks(text) for name, text in in_wagtail_s_places() if extended(text) == name
    }

    lost = {name: filled - blocks_up_to_the_frame(name) for name, filled in fillings.items()}

    assert {name: names for name, names in lost.items() if names} == {}
