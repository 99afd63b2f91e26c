"""What the previews in the editor need beside the pages themselves: the site's look as on paper."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpResponse
from django.urls import path
from wagtail import hooks

STYLES = "css/site.css"
# A sheet of A4 less the margins that the rules for paper give it: 174 mm.
PAPER_WIDTH = 41  # rem, as conditions on the width reckon them
SHEET = """
@layer print{
html{background:#d7dbda}
body{box-sizing:content-box;max-inline-size:174mm;margin:0 auto;padding:20mm 18mm;background:#fff}
}
"""
WIDTH = re.compile(
    r"\((?:(?P<from>[\d.]+)rem<=)?width(?:>=(?P<least>[\d.]+)rem|<(?P<most>[\d.]+)rem)\)"
)
OF_OUR_FOLDER = re.compile(r"url\((['\"]?)\.\./")


@hooks.register("register_admin_urls")
def address_of_the_styles():
    return [path("as-printed.css", styles_as_printed, name="as_printed")]


def styles_as_printed(request):
    """For the preview “Printed”: the same rules as the site's, as a printer reads them."""
    return HttpResponse(as_printed(the_styles()), content_type="text/css; charset=utf-8")


def the_styles() -> str:
    """The stylesheet as it is given out, where files have been collected, else as it is written."""
    given_out = getattr(staticfiles_storage, "stored_name", lambda name: name)(STYLES)
    if staticfiles_storage.exists(given_out):
        return staticfiles_storage.open(given_out).read().decode()
    return Path(finders.find(STYLES)).read_text()


@cache
def as_printed(styles: str) -> str:
    """The rules for paper hold on the screen too, and the width is that of the paper."""
    styles = styles.replace("@media print", "@media all")
    styles = WIDTH.sub(_on_paper, styles)
    return OF_OUR_FOLDER.sub(rf"url(\1{settings.STATIC_URL}", styles) + SHEET


def _on_paper(condition: re.Match) -> str:
    least = float(condition["from"] or condition["least"] or 0)
    most = float(condition["most"] or "inf")
    return "(width>=0px)" if least <= PAPER_WIDTH < most else "(width<0px)"
