"""Words that tell a reader too little, in English and Spanish, as patterns for the browser.

They are regular expressions of JavaScript, matched without regard to capitals.
"""


def words(*alternatives: str) -> str:
    r"""Any of these as whole words; `\b` knows no accents, so it is said in full."""
    return rf"(?<![\p{{L}}\p{{N}}])(?:{'|'.join(alternatives)})(?![\p{{L}}\p{{N}}])"


def only(*alternatives: str) -> str:
    """Any of these, and nothing else but stops and arrows."""
    return rf"^[\s\p{{P}}\p{{S}}]*(?:{'|'.join(alternatives)})[\s\p{{P}}\p{{S}}]*$"


# --- the whole text of a link
LINK = only(
    r"(?:please )?(?:(?:click|press|tap|see|look|read|go|register|sign up|book|join|donate|download"
    r"|apply|more) )?(?:on )?(?:here|below|above|this|(?:this|the)(?: following)? link(?: below| above)?)",
    r"(?:read|find out|learn|see|show|view|for)?\s*(?:more|further)(?: details| information| info| here)?",
    r"link|page|article|document|pdf|file|website|site|web|url|download|open|go|click|see|continue"
    r"|continue reading|read|view|info|information|details|full text|subject heading",
    r"(?:por favor,? )?(?:(?:haga|haz|hacer|de|da) )?(?:clic|click) ?(?:en )?(?:aquí|acá|este enlace|el enlace)?",
    r"(?:(?:pulse|pulsa|pinche|pincha|vea|ver|véase|lea|leer|entre|inscríbase|regístrese|más) )?(?:en )?"
    r"(?:aquí|acá|este enlace|el enlace|este|esta|esto|este link)(?: de abajo| siguiente)?",
    r"(?:leer|lea|ver|vea|saber|sepa|conocer)?\s*más(?: información| detalles| info)?",
    r"enlace|página|artículo|documento|archivo|sitio|sitio web|descargar|descarga|abrir|ir|ver|leer"
    r"|seguir leyendo|continuar|información|detalles",
)

# --- running text that points at a link and is none
POINTING = words(
    r"click(?:ing)? (?:on )?(?:here|below|above|the|this|that)",
    r"(?:the|this) (?:following )?link (?:below|above)",
    r"(?:register|sign up|book|join|donate|apply|subscribe|download|read more|more) here(?! (?:and|or) there)",
    r"(?:included|found|contained|available) (?:in|from) the download",
    r"(?:haga|haz|hacer|haciendo|hagan|dar|dé|dando) (?:clic|click)",
    r"(?:pulse|pulsa|pulsando|pinche|pincha|pinchando) (?:aquí|acá|en|sobre)",
    r"enlace (?:de abajo|de arriba|siguiente|más abajo)",
    r"(?:inscríbase|inscríbete|regístrese|regístrate|descárguelo|descárgalo|lea más|más información) (?:aquí|acá)",
)

# --- time that is told from the day of writing; a year is told by the printed date
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SPAN = f"week|weekend|fortnight|month|{_DAYS}"
_SOME = r"(?:a|one|two|three|four|five|six|seven|ten|\d+|several|few|a few|couple of|a couple of)"
_DÍAS = "lunes|martes|miércoles|jueves|viernes|sábado|domingo|mes|fin de semana"
_UNOS = (
    r"(?:un|una|dos|tres|cuatro|cinco|seis|\d+|unos|unas|pocos|pocas|algunos|algunas|varios|varias)"
)
RELATIVE_TIME = words(
    "yesterday|tomorrow|tonight|anoche|anteayer|pasado mañana",
    rf"(?<!the )(?:next|last) (?:{_SPAN})(?! of )(?!-)",
    rf"this (?:coming |past |next |last )?(?:{_SPAN})",
    rf"(?:over|in|during|for|within) the (?:past|last|coming|next) (?:{_SOME} )?(?:day|week|fortnight|month)s?(?! of )",
    rf"{_SOME} (?:day|week|fortnight|month)s? ago",
    rf"in {_SOME} (?:day|week|month)s?[’'] time",
    r"(?<!(?:la|una|esta|cada|media|de|toda) )mañana|ayer",
    rf"(?:el|este) (?:próximo |pasado )?(?:{_DÍAS}) (?:próximo|pasado|que viene|entrante)",
    rf"(?:el|este) (?:próximo|pasado) (?:{_DÍAS})",
    rf"este (?:{_DÍAS})",
    r"esta semana|la (?:próxima|pasada) semana|la semana (?:próxima|pasada|que viene|entrante)",
    rf"hace {_UNOS} (?:día|semana|mes)(?:e?s)?",
    rf"(?:dentro de|en) {_UNOS} (?:día|semana|mes)(?:e?s)?",
)

# --- two words or more, all in capitals
SHOUTED = r"^\P{Ll}*\p{Lu}{3,}\P{Ll}*\s\P{Ll}*\p{Lu}{3,}\P{Ll}*$"
