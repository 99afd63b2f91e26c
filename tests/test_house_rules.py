"""The rules of the house that a machine can keep; each failure says what to do."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.test import RequestFactory
from wagtail.models import Page

from tests import factories

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = (
    "site_config",
    "desk",
    "home",
    "search",
    "articles",
    "topics",
    "notices",
    "base",
    "blocks",
    "users",
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLESHEETS = sorted((ROOT / "static" / "css").glob("*.css"))

# The nine names of the brief first; whoever adds one writes its reason into the README.
AT_THE_TOP = {
    "pyproject.toml", "manage.py", "site_config", "home", "articles", "topics", "notices",
    "templates", "tests",
    "desk", "search", "base", "blocks", "users", "locale", "static", "docs",
    "Makefile", "README.md", "CHANGELOG.md", "LICENSE", "requirements.txt", "requirements-dev.txt",
    ".ci", ".github", ".gitignore", ".env.example", ".pre-commit-config.yaml",
}  # fmt: skip

# `base` gathers much: each of these is something that every page needs.
IN_BASE = {
    "__init__.py", "addresses.py", "apps.py", "atom.py", "caching.py", "dates.py", "headings.py", "khipu.py",
    "linked_data.py", "organisation.py",
    "pagination.py", "panels.py", "prose.py", "renditions.py", "signals.py", "throttle.py", "visibility.py",
    "wagtail_hooks.py",
    "management/__init__.py", "management/commands/__init__.py",
    "models/__init__.py", "models/media.py", "models/pages.py", "models/records.py",
    "models/settings.py",
    "templatetags/__init__.py", "templatetags/blocks.py", "templatetags/machines.py",
    "templatetags/pictures.py",
    "templatetags/site.py",
}  # fmt: skip

NAMELESS = {"utils", "helpers", "common", "mixins", "services", "constants", "core", "misc"}

# Lines that a user's own style must win over, or that must win over an inline size of a picture.
MOST_IMPORTANT = {"site.css": 0, "admin-notices.css": 0}

# Orders that end in something as unique as a key.
UNIQUE_ENDS = ("pk", "-pk", "path", "-path")


def python_files(*packages: str) -> list[Path]:
    files = [path for package in packages for path in (ROOT / package).rglob("*.py")]
    return [path for path in files if "migrations" not in path.parts]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


# --- names and places


def test_nothing_stands_at_the_top_without_a_reason():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tracked.returncode:
        pytest.skip("This is no clone: git knows nothing of its files.")

    found = {line.split("/")[0] for line in tracked.stdout.splitlines()}

    assert found == AT_THE_TOP, "Add a new name to the README and here, with its reason."


def test_the_readme_names_everything_at_the_top():
    readme = (ROOT / "README.md").read_text("utf-8")

    unnamed = {name for name in AT_THE_TOP - {"README.md", ".gitignore"} if name not in readme}

    assert unnamed == set()


def test_the_readme_shows_the_nine_names_of_the_brief_first():
    readme = (ROOT / "README.md").read_text("utf-8")

    shown = [name.strip("/") for name in re.findall(r"^- `([^`]+)`", readme, re.M)]

    assert shown[:9] == [
        "pyproject.toml",
        "manage.py",
        "site_config",
        "home",
        "articles",
        "topics",
        "notices",
        "templates",
        "tests",
    ]


def test_no_file_is_named_for_having_no_place():
    paths = [path for package in PACKAGES for path in (ROOT / package).rglob("*")]

    nameless = [name_of(path) for path in paths if path.stem in NAMELESS]

    assert nameless == [], "If it has no name, it has no place yet: name it for what it does."


def test_base_holds_only_what_every_page_needs():
    found = {str(path.relative_to(ROOT / "base")) for path in python_files("base")}

    assert found == IN_BASE, "Is it needed by every page? Then add it here; else find its app."


def test_the_tests_mirror_the_apps():
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}

    assert folders <= {*PACKAGES, "browser", "exam", "benchmarks"}


# --- python


def orders(path: Path) -> list[tuple[int, str]]:
    """Every `.order_by(…)` of a file that orders by something: its line and its last argument."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        is_order = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "order_by"
        if is_order and node.args:
            last = node.args[-1]
            found.append((node.lineno, last.value if isinstance(last, ast.Constant) else "?"))
    return found


def test_every_order_ends_in_something_unique():
    loose = [
        f"{name_of(path)}:{line} ends in {last}"
        for path in python_files(*PACKAGES)
        for line, last in orders(path)
        if not last.endswith(("__path", *UNIQUE_ENDS))
    ]

    assert loose == [], "End it in pk, so that the pages of a listing never overlap."


def test_only_struct_and_stream_blocks_are_subclassed_for_the_editors():
    allowed = {"StructBlock", "StreamBlock", "StructValue"}
    ours, wrong = set(), []
    trees = [ast.parse(path.read_text("utf-8")) for path in python_files("blocks")]
    classes = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
    ours = {node.name for node in classes}

    for node in classes:
        bases = {ast.unparse(base).rsplit(".", 1)[-1] for base in node.bases}
        if not bases <= allowed | ours:
            wrong.append(node.name)

    assert wrong == [], "Migrations remember the module path of every other block class for ever."


def test_no_page_type_names_its_template():
    named = [
        name_of(path)
        for path in python_files("home", "articles", "topics", "notices")
        if re.search(r"^    (?:landing_page_)?template = ", path.read_text("utf-8"), re.M)
        and path.name != "blocks.py"
    ]

    assert named == [], "Page templates take Wagtail's default path."


def test_nothing_is_left_to_do_in_a_comment():
    notes = [
        f"{name_of(path)}:{number}"
        for path in python_files(*PACKAGES, "tests")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"#\s*(?:TO" + "DO|FIX" + "ME|XXX)", line)
    ]

    assert notes == [], "Open an issue instead."


def test_what_is_silenced_says_why():
    silent = [
        f"{name_of(path)}:{number}"
        for path in python_files(*PACKAGES, "tests")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"#\s*(?:noqa(?::[A-Z\d, ]+)?|type: ignore(?:\[[\w, -]+\])?)\s*$", line)
    ]

    assert silent == [], "State the reason on the same line."


# --- page types


def page_types() -> list[type[Page]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Page) and model._meta.app_label in PACKAGES
    ]


@pytest.mark.django_db
def test_every_page_type_has_a_template_and_a_sentence_of_its_own():
    lacking = []
    for model in page_types():
        try:
            get_template(model().get_template(RequestFactory().get("/")))
        except TemplateDoesNotExist:
            lacking.append(f"{model.__name__} has no template")
        if not model.__doc__ or model.__doc__.startswith(f"{model.__name__}("):
            lacking.append(f"{model.__name__} has no docstring")

    assert lacking == []


@pytest.mark.django_db
def test_every_page_type_can_be_made_in_a_test():
    factory = [
        factories.make_index,
        factories.make_article,
        factories.make_event,
        factories.make_topic,
        factories.make_notice,
        factories.make_page,
        factories.make_form,
        factories.the_home,
    ]

    made = {type(make()) for make in factory}

    assert made == set(page_types())


# --- templates and styles


def found_in(paths: list[Path], pattern: str) -> list[str]:
    return [
        f"{name_of(path)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_every_component_begins_by_saying_what_it_needs():
    components = [path for path in TEMPLATES if path.parent.name == "components"]

    mute = [name_of(p) for p in components if not re.match(r"\{# .+ #\}", p.read_text("utf-8"))]

    assert components
    assert mute == []


@pytest.mark.parametrize(
    ("pattern", "advice"),
    [
        (r"\|\s*safe\b|\{%\s*autoescape", "Let Django escape it."),
        (r"<style\b", "Put it into static/css/."),
        (r"<script\b(?![^>]*\bsrc=)", "Put it into a module in static/js/."),
        (r"\sstyle=", "Give it a class."),
        (r"\son[a-z]+=\"", "Listen to it from a module in static/js/."),
        (r"(?:src|href)=\"(?:https?:)?//", "Nothing a visitor loads comes from another host."),
    ],
)
def test_no_template_holds(pattern, advice):
    assert found_in(TEMPLATES, pattern) == [], advice


def test_every_picture_comes_from_the_picture_component():
    allowed = {"templates/components/picture.html"}

    others = {place.split(":")[0] for place in found_in(TEMPLATES, r"<img\b|\{%\s*image\b")}

    logos = {"templates/components/masthead.html", "templates/desk/emblem.html"}
    assert others <= allowed | logos, "Use components/picture.html."


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/|url\([^)]*\)", "", css, flags=re.S)


@pytest.mark.parametrize("sheet", STYLESHEETS, ids=lambda path: path.name)
def test_no_style_hangs_on_an_id(sheet):
    selectors = re.findall(r"([^{}]+)\{", without_comments(sheet.read_text("utf-8")))

    assert [text.strip() for text in selectors if re.search(r"#[A-Za-z_]", text)] == []


@pytest.mark.parametrize("sheet", STYLESHEETS, ids=lambda path: path.name)
def test_importance_does_not_spread(sheet):
    found = without_comments(sheet.read_text("utf-8")).count("!important")

    assert found <= MOST_IMPORTANT[sheet.name], "Order the layers instead; this list only shrinks."


# --- what people read


@pytest.mark.parametrize("name", ["architecture.md", "conventions.md"])
def test_the_documents_exist_and_name_only_what_is_there(name):
    text = (ROOT / "docs" / name).read_text("utf-8")

    linked = re.findall(r"\]\((?!https?:|#)([^)]+)\)", text)

    assert len(text) > 1000
    assert [link for link in linked if not (ROOT / "docs" / link.split("#")[0]).exists()] == []


def test_a_decision_is_told_in_forty_lines():
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    numbers = [path.name[:4] for path in decisions]
    assert numbers == [f"{n:04d}" for n in range(1, len(decisions) + 1)]
    assert [p.name for p in decisions if len(p.read_text("utf-8").splitlines()) > 40] == []


def test_the_changelog_knows_this_version():
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)[1]

    assert re.search(
        rf"^## .*{re.escape(version)}", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M
    )
