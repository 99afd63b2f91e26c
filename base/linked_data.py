"""What a page says of itself to machines (schema.org), as plain dictionaries and safely printed."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from .addresses import absolute
from .organisation import Organisation

# Inside a <script> these could end it, or begin a comment; U+2028 and U+2029 end a line of code.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def filled(**fields: Any) -> dict[str, Any]:
    """Those fields that say something; `type_` and `context_` stand for the words with an @."""
    named = {f"@{name[:-1]}" if name.endswith("_") else name: fields[name] for name in fields}
    return {name: value for name, value in named.items() if value not in (None, "", [], {})}


def organization(organisation: Organisation, root: str) -> dict[str, Any]:
    """Who publishes all this."""
    logo = organisation.logo and absolute(organisation.logo, root)
    return filled(type_="Organization", name=organisation.name, url=f"{root}/", logo=logo)


def breadcrumbs(steps: list[tuple[str, str]], root: str) -> dict[str, Any]:
    """Where a page stands: names and addresses from the home page down, its own name last."""
    return filled(
        context_="https://schema.org",
        type_="BreadcrumbList",
        itemListElement=[
            filled(
                type_="ListItem",
                position=place,
                name=str(name),
                item=absolute(address, root) if place < len(steps) else "",
            )
            for place, (name, address) in enumerate(steps, 1)
        ],
    )


def as_script(said: list[dict[str, Any]]) -> SafeString:
    """A block of data no browser runs, in which a headline stays a headline whatever is in it."""
    if not said:
        return SafeString("")
    text = json.dumps(
        said[0] if len(said) == 1 else said, ensure_ascii=False, separators=(",", ":")
    ).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  (every sign that could end the script is escaped)
