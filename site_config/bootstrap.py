"""From a clone to a running site with nothing but Python: what `make` calls, and works without it.

    python3 site_config/bootstrap.py run|test|check|pictures|messages|format|password|install|manage

Each step first looks whether it is done, so that all of them can be interrupted and run again.
Standard library only, in a syntax that Python 3.8 can still read: an old Python has to get as far
as the sentence that says so.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import signal
import socket
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path[0] = str(ROOT)  # Python put site_config/ there, whose modules are not top-level ones

from site_config.steps import Failed, become, call, quietly, say, step  # noqa: E402  (found by the line above)

OLDEST_PYTHON = (3, 11)
HOST = "127.0.0.1"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed-requirements"
REQUIREMENTS = {"run": "requirements.txt", "dev": "requirements-dev.txt"}
UV_HABITS = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1", "UV_PYTHON_DOWNLOADS": "never"}


# --- packages


def demand_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit(
            f"Khipu needs Python 3.11 or newer; this is {found} ({sys.executable}).\n"
            "If a newer one is installed, name it: make run PYTHON=python3.12"
        )


def make_venv() -> None:
    """A .venv whose Python runs; one that was cut short or has lost its Python is made anew."""
    if venv_works():
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    uv = shutil.which("uv")
    ways = [[uv, "venv", "--quiet", "--python", sys.executable, VENV]] if uv else []
    ways += [
        [sys.executable, "-m", "venv", "--clear", VENV],
        [sys.executable, "-m", "venv", "--clear", "--without-pip", VENV],
    ]
    for way in ways:
        try:
            quietly(*way)
            return
        except Failed as failed:
            last = failed
    raise last


def venv_works() -> bool:
    try:
        quietly(PYTHON, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST_PYTHON})")
    except (OSError, Failed):
        return False
    return True


def mark_of(kind: str) -> str:
    """What the stamp says when that requirements file, as it is now, has been installed."""
    return f"{kind} {hashlib.sha256((ROOT / REQUIREMENTS[kind]).read_bytes()).hexdigest()}"


def wanted(kind: str) -> str:
    """Which requirements to install for it, or nothing: the developers' hold the site's as well."""
    stamp = STAMP.read_text(encoding="utf-8") if STAMP.is_file() else ""
    if stamp in {mark_of("dev"), mark_of(kind)}:
        return ""
    return "dev" if stamp.startswith("dev ") else kind


def install(kind: str) -> None:
    if venv_works() and not wanted(kind):
        return
    with step("A place for the packages (.venv)"):
        make_venv()
    needed = wanted(kind) or kind
    with step("Packages (half a minute the first time)"):
        STAMP.unlink(missing_ok=True)
        fill_venv(REQUIREMENTS[needed])
        STAMP.write_text(mark_of(needed), encoding="utf-8")


def fill_venv(requirements: str) -> None:
    """By uv, else the pip in .venv, else the pip of the Python that runs this: hashes checked by each."""
    uv = shutil.which("uv")
    if uv:
        # A network's own certificates count (older versions of uv know that by its second name),
        # and no Python is fetched.
        for name, value in UV_HABITS.items():
            os.environ.setdefault(name, value)
        sync = [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", PYTHON]
        try:
            quietly(*sync, requirements)
            return
        except Failed as failed:
            reason = failed.said.splitlines()[-1:] or [""]
            say(f"uv gave up ({reason[0].strip()}), trying pip …")
    wishes = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    wishes += ["--no-deps", "--no-compile", "--require-hashes", "-r", requirements]
    try:
        quietly(PYTHON, "-m", "pip", "install", *wishes)
    except Failed as failed:
        if "No module named pip" not in failed.said:
            raise
        quietly(sys.executable, "-m", "pip", "--python", PYTHON, "install", *wishes)


# --- settings and port


def write_env(path: Path) -> None:
    """Settings for a machine of one's own, readable by nobody else; an existing file is left alone."""
    if path.exists():
        return
    half = path.with_name(path.name + ".new")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(
            "# Written by `make run`; .env.example explains these lines and names the others.\n"
            "DJANGO_SETTINGS_MODULE=site_config.settings.dev\n"
            f"SECRET_KEY={secrets.token_urlsafe(50)}\n"
        )
    half.rename(path)


def choose_settings(also_production: bool = False) -> None:
    """The settings the environment or .env names, else the developers'."""
    from site_config import env

    settings = env.text("DJANGO_SETTINGS_MODULE", "site_config.settings.dev")
    if settings.endswith(".production") and not also_production:
        sys.exit(
            "These are the settings of a public site, which gunicorn serves (see README.md).\n"
            "`make run` is for trying the site on a machine of one's own."
        )
    os.environ["DJANGO_SETTINGS_MODULE"] = settings


def demand_port(port: int) -> None:
    with socket.socket() as door:
        if os.name != "nt":  # a port that was in use a moment ago counts as free
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except PermissionError:
            sys.exit(f"This account may not open port {port}. Choose another: make run PORT=8001")
        except OverflowError:
            sys.exit(f"There is no port {port}. Choose another: make run PORT=8001")
        except OSError:
            another = port + 1 if port < 65535 else 8000
            sys.exit(
                f"Port {port} is taken by another program. Choose another: make run PORT={another}\n"
                f"(without make: PORT={another} python3 site_config/bootstrap.py run)"
            )


# --- checks


def check_requirements() -> str:
    """Every version in pyproject.toml stands in the requirements files, or which does not."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site, developers = (
        set(re.findall(r"^([\w.-]+==[^\s;]+)", (ROOT / name).read_text(encoding="utf-8"), re.M))
        for name in REQUIREMENTS.values()
    )
    plain = {
        "run": [re.sub(r"\[.*?\]", "", pin) for pin in project["dependencies"]],
        "dev": [re.sub(r"\[.*?\]", "", pin) for pin in project["optional-dependencies"]["dev"]],
    }
    missing = [f"{pin} is not in requirements.txt" for pin in plain["run"] if pin not in site]
    missing += [
        f"{pin} is not in requirements-dev.txt"
        for pin in sorted({*plain["dev"], *site})
        if pin not in developers
    ]
    return "\n".join(missing)


def made_up_production() -> dict:
    """Secrets for production's own checks; the empty ones keep a developer's .env out of it."""
    return {
        "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "www.example.org",
        "SITE_URL": "https://www.example.org",
        "DATABASE_URL": "sqlite://:memory:",
        **dict.fromkeys(("DEBUG", "REDIS_URL", "EMAIL_URL", "BEHIND_HTTPS_PROXY"), ""),
    }


CHECKS = (
    ("Rules of style (ruff check)", "-m", "ruff", "check", "--output-format=concise", "."),
    ("Format (ruff format)", "-m", "ruff", "format", "--check", "--output-format=concise", "."),
    (
        "Floors of the house (lint-imports)",
        "-c",
        "from importlinter.cli import lint_imports_command as check; check()",
    ),
    ("Migrations are complete", "manage.py", "makemigrations", "--check", "--dry-run"),
    ("Production settings", "manage.py", "check", "--deploy", "--fail-level", "WARNING"),
)


# --- verbs


def run(_: list) -> int:
    begun = time.time()
    from site_config import env

    choose_settings()
    demand_port(env.port())
    install("run")
    write_env(ROOT / ".env")
    return become(PYTHON, "-m", "site_config.first_run", begun)


def test(arguments: list) -> int:
    install("dev")
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_config.settings.test"
    return call(PYTHON, "-m", "pytest", "-rs", *workers(arguments), *arguments)


def pictures(_: list) -> int:
    """Take the pictures of docs/editors.md again; what is not right on them fails as in any test."""
    os.environ["MAKE_PICTURES"] = "1"
    return test(["-n0", "tests/browser/test_guide.py"])


def messages(_: list) -> int:
    """Gather what is said into the catalogues of the other languages, and compile them."""
    install("dev")
    return call(PYTHON, "-m", "tests.translations")


def workers(arguments: list) -> list:
    """One process a core, at most eight, unless the arguments say how many or want to look inside."""
    mine = getattr(os, "sched_getaffinity", None)  # a container may be given fewer than there are
    cores = len(mine(0)) if mine else os.cpu_count() or 1
    own_way = any(re.match(r"-n|--numprocesses|--pdb|--trace$|-s$", word) for word in arguments)
    return [] if own_way or cores < 2 else ["-n", str(min(cores, 8)), "--dist", "loadfile"]


def check(_: list) -> int:
    install("dev")
    os.environ.update(made_up_production())
    said = []
    for name, *command in CHECKS:
        try:
            with step(name):
                quietly(PYTHON, *command)
        except Failed as failed:
            said.append(f"{name}\n{failed.said}")
    problem = check_requirements()
    said += [f"Requirements\n{problem}"] if problem else []
    say("\n\n".join(["", *said]) if said else "All checks pass.")
    return 1 if said else 0


def tidy(_: list) -> int:
    install("dev")
    ruff = [PYTHON, "-m", "ruff"]
    return call(*ruff, "check", "--fix", ".") or call(*ruff, "format", ".")


def password(arguments: list) -> int:
    install("run")
    choose_settings(also_production=True)
    return call(PYTHON, "manage.py", "set_password", *(arguments or ["admin"]))


def any_command(arguments: list) -> int:
    install("run")
    choose_settings(also_production=True)
    return call(PYTHON, "manage.py", *arguments)


VERBS = {
    "run": run,
    "test": test,
    "check": check,
    "pictures": pictures,
    "messages": messages,
    "format": tidy,
    "password": password,
    "install": lambda _: install("run") or 0,
    "manage": any_command,
}


def main(arguments: list) -> int:
    demand_python()
    if not arguments or arguments[0] not in VERBS:
        say(__doc__)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return VERBS[arguments[0]](arguments[1:])
    except Failed as failed:
        sys.exit(f"\n{failed}")
    except KeyboardInterrupt:
        say("\nStopped. Run it again and it goes on from here.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
