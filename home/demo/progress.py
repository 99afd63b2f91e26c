"""How far a long job has come: a bar for a person at a terminal, a few plain lines for a log."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

WORTH_A_LINE = 2_000  # smaller jobs are over before anybody reads of them


@contextmanager
def counted(total: int, words: str) -> Iterator[Callable[[int], None]]:
    """Gives a function to be called with the number of things just done."""
    if sys.stderr.isatty():
        with tqdm(total=total, desc=words, file=sys.stderr) as bar:
            yield bar.update
    else:
        yield _plain_lines(total, words)


def _plain_lines(total: int, words: str) -> Callable[[int], None]:
    """A line for every tenth of the way."""
    done = 0

    def advance(number: int) -> None:
        nonlocal done
        tenths, done = done * 10 // max(total, 1), done + number
        if total > WORTH_A_LINE and done * 10 // total > tenths:
            sys.stderr.write(f"{words}: {done:,} of {total:,}\n")

    return advance
