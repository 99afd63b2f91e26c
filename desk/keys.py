"""Numbers of pages and people, as they come in addresses and forms."""

MOST_FIGURES = 18  # SQLite refuses to look for a longer number


def is_key(text: str) -> bool:
    """Whether a database may be asked for it; anybody may type anything in its place."""
    return text.isdecimal() and len(text) <= MOST_FIGURES
