"""A small invented archive, and what a search of it should bring first."""

import datetime
from dataclasses import dataclass

from search.models import SearchAlias
from tests.factories import (
    at,
    make_article,
    make_document,
    make_event,
    make_index,
    make_notice,
    make_page,
    make_topic,
)


def day(year: int, month: int = 5, number: int = 4) -> datetime.date:
    return datetime.date(year, month, number)


def text(*paragraphs: str) -> list:
    return [("paragraph", "".join(f"<p>{words}</p>" for words in paragraphs))]


def build() -> None:
    """Nobody in these texts exists, and none of the places."""
    news = make_index(title="News", slug="news")
    analysis = make_index(title="Analysis", slug="analysis")
    mining = make_topic(title="Mines and pastures", slug="mines", dye="mining")
    make_topic(title="Women’s rights", slug="women", dye="rights", background=text("Since 1931."))
    write_articles(news, analysis, mining)
    write_the_rest(news)
    SearchAlias.objects.create(names="RQS = Roldán = Remigio Quispe Sarmiento")
    SearchAlias.objects.create(names="JNE = National Election Board")


def write_articles(news, analysis, mining) -> None:
    for title, year, words in (
        ("Strike at the port of Cañete", 2019, "Dockers stopped work for a day."),
        ("A strike vote is called off", 2012, "The union of drivers changed its mind."),
        ("Oil reaches the Marañón", 2016, "The pipeline broke in two places."),
        ("Violence on the copper road, again", 2016, "One man was shot near Qoripampa."),
        ("A road for copper", 2010, "Lorries pass the village at night."),
        ("Indigenous community wins its title", 2014, "The assembly met for two days."),
        ("Law 29785 is ten years old", 2021, "It promised consultation to everybody."),
        ("The first newsletter", 2006, "A stencilled sheet about the llama fair."),
        ("Remigio Quispe Sarmiento resigns", 2018, "He had been in office for a year."),
        ("The budget of the ministry", 2018, "Roldán signed it before he left."),
        ("Ballots are counted twice", 2021, "The National Election Board explains why."),
        ("Las ronderas de Chugur", 2013, "Las mujeres vigilan la laguna desde el cerro."),
        ("Pan-American race passes through", 2011, "Cyclists slept in the school."),
        ("Teachers’ pay", 2008, "The minister’s promise was kept for one term."),
        ("A quiet harvest", 2017, "In the whole valley nobody spoke of the dam at Ñahuin."),
    ):
        make_article(news, title=title, date=day(year), body=text(words))
    make_article(
        analysis,
        title="What the mine left behind",
        date=day(2020),
        main_topic=mining,
        body=text("Pastures and springs.", "The pastures of the mines were never measured."),
    )
    story = {"headline": "Ferry across the Huallabamba sinks", "teaser": "<p>All were saved.</p>"}
    other = {"headline": "A bridge is painted", "teaser": "<p>It is blue now.</p>"}
    body = [("roundup_story", story), ("roundup_story", other)]
    make_article(news, title="The week in short", date=day(2015), body=body)


def write_the_rest(news) -> None:
    make_event(
        news,
        title="An evening with weavers",
        venue="Saint Aldate’s Hall",
        date=day(2026),
        start=at(2030, 6, 1, 18),
    )
    make_document(title="Report 14", description="Interviews with families of the disappeared.")
    make_notice(title="Write to the prosecutor", teaser="<p>A letter takes five minutes.</p>")
    make_page(title="How we are paid for", introduction="Members’ fees and two foundations.")


@dataclass(frozen=True)
class Query:
    """What is typed, and the title that must come first; `not_on` names a database that cannot."""

    typed: str
    first: str
    shows: str
    not_on: str = ""


# What one of the databases cannot do stands here too, with its name: nothing is hidden.
QUERIES = (
    Query("Canete", "Strike at the port of Cañete", "no accent where there is one"),
    Query("CAÑETE", "Strike at the port of Cañete", "capitals"),
    Query("maranon", "Oil reaches the Marañón", "two accents left out"),
    Query("mārañon", "Oil reaches the Marañón", "accents where there are none"),
    Query("strikes vote", "A strike vote is called off", "a plural finds the singular"),
    Query("communities", "Indigenous community wins its title", "a plural in -ies"),
    Query("lorry", "A road for copper", "a singular finds the plural in -ies"),
    Query("mujer", "Las ronderas de Chugur", "a Spanish plural in -es"),
    Query("ronderas de chugur", "Las ronderas de Chugur", "small Spanish words"),
    Query("striking drivers", "A strike vote is called off", "a verb’s stem", not_on="sqlite"),
    Query('"copper road"', "Violence on the copper road, again", "a phrase in quotes"),
    Query("“copper road”", "Violence on the copper road, again", "curly quotes"),
    Query("violence on the copper road", "Violence on the copper road, again", "small words"),
    Query("29785", "Law 29785 is ten years old", "a number"),
    Query("Law 29785", "Law 29785 is ten years old", "a name with a number"),
    Query("llama fair", "The first newsletter", "the oldest item"),
    Query("RQS resigns", "Remigio Quispe Sarmiento resigns", "an alias for a long name"),
    Query("remigio quispe sarmiento budget", "The budget of the ministry", "and back again"),
    Query("JNE", "Ballots are counted twice", "an alias that stands in a text only"),
    Query("pan american", "Pan-American race passes through", "a hyphen left out"),
    Query("pan-american", "Pan-American race passes through", "a hyphen"),
    Query("minister's promise", "Teachers’ pay", "another apostrophe"),
    Query("nahuin", "A quiet harvest", "a word of the text, with a tilde"),
    Query("ferry huallabamba", "The week in short", "a story of a roundup"),
    Query("interviews disappeared", "Report 14", "a document by its description"),
    Query("women", "Women’s rights", "a topic by its title"),
    Query("mines pastures", "Mines and pastures", "a topic before what mentions both words"),
    Query("weavers Aldate’s", "An evening with weavers", "an event by its venue"),
    Query("letter prosecutor", "Write to the prosecutor", "a notice"),
    Query("members' fees", "How we are paid for", "a page by its introduction"),
)
