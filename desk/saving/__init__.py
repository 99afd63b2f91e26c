"""Nobody loses a word: by another editor, a lost sign-in, or a line that drops."""

from . import signing_in, without_history  # noqa: F401  (registers addresses, scripts and hooks)
