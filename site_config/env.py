"""The only place that reads the environment: one function a variable, with its default.

Every name read here stands in `.env.example`; `tests/test_house_rules.py` keeps that true.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHORTEST_SECRET = 50  # what Django's own deployment check asks for
FEWEST_SIGNS = 5  # and this
# When the server was started: gunicorn reads this file before it makes its workers, and they keep it.
STARTED_AT = datetime.now(UTC)


class BadSetting(SystemExit):
    """A value in the environment that the site refuses to start with."""

    def __init__(self, name: str, reason: str):
        super().__init__(f"The site does not start: {name} {reason} See .env.example.")


def load_file(path: Path) -> None:
    """Read NAME=value lines of a .env file; what the real environment sets already wins."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, separator, value = line.strip().partition("=")
        if separator and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip().strip("\"'"))


load_file(ROOT / ".env")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdigit():
        raise BadSetting(name, f"must be a whole number, not “{value}”.")
    return int(value)


def is_on(name: str, default: bool = False) -> bool:
    return text(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas or spaces."""
    return text(name, default).replace(",", " ").split()


def secret_key() -> str:
    return text("SECRET_KEY")


def demanded_secret_key() -> str:
    key = secret_key()
    if len(key) < SHORTEST_SECRET:
        raise BadSetting("SECRET_KEY", f"must hold at least {SHORTEST_SECRET} characters.")
    if len(set(key)) < FEWEST_SIGNS:
        raise BadSetting("SECRET_KEY", "must be random, not the same few characters repeated.")
    return key


def demanded_hosts() -> list[str]:
    hosts = words("ALLOWED_HOSTS")
    if not hosts:
        raise BadSetting("ALLOWED_HOSTS", "must name the host of the site.")
    if any("*" in host or host.startswith(".") for host in hosts):
        raise BadSetting("ALLOWED_HOSTS", "must name each host in full: no “*”, no “.” in front.")
    return hosts


def refuse_debug() -> None:
    if is_on("DEBUG"):
        raise BadSetting("DEBUG", "must be off in production.")


def allowed_hosts() -> list[str]:
    return words("ALLOWED_HOSTS", "localhost 127.0.0.1 [::1]")


def database_url() -> str:
    if not text("DATABASE_URL"):
        var_folder().mkdir(parents=True, exist_ok=True)  # SQLite makes the file, not the folder
    return text("DATABASE_URL", f"sqlite:///{var_folder() / 'site.sqlite3'}")


def redis_url() -> str:
    return text("REDIS_URL")


def var_folder() -> Path:
    """Where the installation keeps what it writes: the embedded database, media, collected files."""
    return Path(text("VAR_FOLDER", str(ROOT / "var")))


def media_root() -> Path:
    return Path(text("MEDIA_ROOT", str(var_folder() / "media")))


def static_root() -> Path:
    return Path(text("STATIC_ROOT", str(var_folder() / "static")))


def site_url() -> str:
    """The address that e-mails from the admin link to, without a slash at its end."""
    return text("SITE_URL", f"http://127.0.0.1:{port()}").rstrip("/")


def port() -> int:
    return number("PORT", 8000)


def time_zone() -> str:
    return text("TIME_ZONE", "Europe/London")


def email_url() -> str:
    """`smtp://user:password@host:587`, `smtps://…:465`; empty prints mail to the console."""
    return text("EMAIL_URL")


def email_from() -> str:
    return text("EMAIL_FROM", "website@localhost")


def is_behind_https_proxy() -> bool:
    return is_on("BEHIND_HTTPS_PROXY", default=True)
