"""How a command is run for a person: each step with its time, each failure with what to do.

Read by Python 3.8 too, like `bootstrap.py`, and like it without anything that must be installed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What installers say when they fail, and what a person can do about it; the first match counts.
ADVICE = (
    (
        r"OperationalError",
        "The database does not answer. Check DATABASE_URL; leave it empty to use a file in var/.",
    ),
    (
        r"UnknownIssuer|CERTIFICATE_VERIFY_FAILED|self.signed certificate",
        "This network vouches for its connections with a certificate of its own. Name the file that"
        " holds it: SSL_CERT_FILE=/path/to/ca.crt PIP_CERT=/path/to/ca.crt make run",
    ),
    (
        r"name resolution|Name or service not known|dns error|unreachable|[Cc]onnection refused"
        r"|timed out|error sending request|Max retries|NewConnectionError|tunnel",
        "The package index cannot be reached. Is this machine online? Behind a proxy set"
        " HTTPS_PROXY; a mirror of your own is named by PIP_INDEX_URL. Then run this again.",
    ),
    (
        r"externally.managed",
        "This pip may not install anything for its own Python, and was not asked to; it is too old"
        " to fill another one. On Debian or Ubuntu: apt install python3-venv",
    ),
    (
        r"no such option: --python|No module named '?(pip|ensurepip|venv)|ensurepip is not available",
        "This Python lacks pip. On Debian or Ubuntu: apt install python3-venv python3-pip",
    ),
    (
        r"DO NOT MATCH THE HASHES|[Hh]ash mismatch",
        "A downloaded file is not the one whose hash stands in the requirements. Nothing was"
        " installed from it. Try again; if it happens twice, do not trust the source it came from.",
    ),
    (r"No space left", "The disk is full."),
)


class Failed(Exception):
    """A command that did not succeed, with what it said."""

    def __init__(self, said: str):
        self.said = said.strip()
        advice = next((words for sign, words in ADVICE if re.search(sign, said)), "")
        end = self.said.splitlines()[-3 if advice else -15 :]
        super().__init__("\n".join([*end, "", advice]).strip())


def say(words: str = "") -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


@contextmanager
def step(name: str):
    sys.stdout.write(f"{name} ".ljust(60, ".") + " ")
    sys.stdout.flush()
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        say("stopped")
        raise
    say(f"{time.monotonic() - begun:.1f} s")


def quietly(*command: object) -> str:
    done = subprocess.run(  # noqa: S603  (only our own commands come here)
        [str(word) for word in command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Failed(done.stdout + done.stderr)
    return done.stdout


def attend(process: subprocess.Popen) -> int:
    """Wait for a command that has the terminal; whatever ends us ends it too."""
    try:
        return process.wait()
    except KeyboardInterrupt:  # it heard the same Ctrl-C and is finishing
        return process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def call(*command: object) -> int:
    words = [str(word) for word in command]
    return attend(subprocess.Popen(words, cwd=ROOT))  # noqa: S603  (our own commands)


def become(*command: object) -> int:
    """Go on as that command, so that whoever ends this process ends the server, not its parent."""
    if os.name == "nt":  # there a process cannot turn into another
        return call(*command)
    os.chdir(ROOT)
    words = [str(word) for word in command]
    os.execv(words[0], words)  # noqa: S606  (a shell would only stand in between)
