"""The mark “this passage is in another language”: one button in the editor, `<span lang="es">` in the text."""

import json

from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import Feature

from blocks.languages import LANGUAGES

# A style and no entity: a passage may hold links, and letters may only stand in one entity.
STYLES = {code: f"LANGUAGE-{code}" for code, _name in LANGUAGES}
AS_SEEN = {"borderBlockEnd": "2px dotted", "background": "rgb(0 125 126 / 0.14)"}


class Languages(Feature):
    """One button for all of them; the styles themselves have none."""

    def construct_options(self, options):
        styles = [{"type": style, "style": AS_SEEN} for style in STYLES.values()]
        options.setdefault("inlineStyles", []).extend(styles)
        options.setdefault("controls", []).append({"type": "language"})
        options.setdefault("plugins", []).append({"type": "language"})


@hooks.register("register_rich_text_features")
def register_languages(features):
    features.register_editor_plugin("draftail", "language", Languages())
    # Only what is named here comes in or goes out: any other language, or attribute, is dropped.
    features.register_converter_rule(
        "contentstate",
        "language",
        {
            "from_database_format": {
                f'span[lang="{code}"]': InlineStyleElementHandler(style)
                for code, style in STYLES.items()
            },
            "to_database_format": {
                "style_map": {
                    style: {"element": "span", "props": {"lang": code}}
                    for code, style in STYLES.items()
                }
            },
        },
    )


@hooks.register("insert_editor_js")
def the_button() -> str:
    words = {
        "label": gettext("Language"),
        "help": gettext(
            "Language of these words, where it is not that of the page (Ctrl + Shift + L: the next one)"
        ),
        "none": gettext("Language of the page"),
        "languages": [(STYLES[code], str(name)) for code, name in LANGUAGES],
    }
    attributes = {"src": static("js/desk/languages.js"), "data-words": json.dumps(words)}
    keys = static("js/desk/languages-keys.js")
    return format_html('<script{}></script><script src="{}"></script>', flatatt(attributes), keys)
