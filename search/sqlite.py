"""Search on SQLite's own index (FTS5).

Wagtail's backend asks for the score of every match by a query of its own, which takes minutes
where a word stands in every article. Here the index is asked once, gives the keys of one page in
their order, and the objects are fetched by them.
"""

from collections.abc import Iterator

from django.db.models import (
    Aggregate,
    BigIntegerField,
    CharField,
    Count,
    F,
    FloatField,
    Func,
    QuerySet,
    TextField,
)
from django.db.models.functions import Cast
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
    SQLiteSearchResults,
)
from modelsearch.query import And, MatchAll, Not, Or, SearchQuery
from modelsearch.query import Phrase as PhraseQuery
from modelsearch.utils import get_descendants_content_types_pks

from .aliases import known_names
from .found import Found
from .words import Phrase, Wanted, beginnings, forms, wanted, words

TABLE = SQLiteFTSIndexEntry._meta.db_table


class Relevance(Func):
    """How well a row matches, higher is better: FTS5's bm25, where a word of a title counts most."""

    # In the order of the table's columns: autocomplete, body, title.
    template = f"-bm25({TABLE}, 1.0, 1.0, 10.0)"
    output_field = FloatField()


class Joined(Aggregate):
    """All of them as one text: `12,7,30`."""

    function = "GROUP_CONCAT"
    output_field = TextField()


class Listed(Func):
    """Such a text as rows again."""

    template = "(SELECT value FROM json_each('[' || %(expressions)s || ']'))"
    output_field = BigIntegerField()


class Expression:
    """A query in FTS5's own language, where Wagtail's `MatchExpression` expects one of its own."""

    def __init__(self, text: str):
        self.text = text

    def as_sql(self, compiler, connection):
        return "%s", [self.text]


def matching(expression: str, columns=("title", "body")) -> QuerySet:
    """Rows of the index that match, with whose they are and how well they do."""
    rows = SQLiteFTSIndexEntry.objects.filter(MatchExpression(columns, Expression(expression)))
    return rows.annotate(
        type_pk=F("index_entry__content_type_id"),
        own_pk=Cast("index_entry__object_id", BigIntegerField()),
        score=Relevance(),
    )


def spelled(wanted: Wanted) -> str:
    """FTS5 knows no stems: of every single word the singular and the plural are asked for."""
    return " AND ".join(_one_of(_with_forms(choice)) for choice in wanted.choices)


def _with_forms(choice: tuple[Phrase, ...]) -> Iterator[Phrase]:
    for phrase in choice:
        yield from [(form,) for form in forms(phrase[0])] if len(phrase) == 1 else [phrase]


def _one_of(phrases) -> str:
    return f"({' OR '.join(_quoted(phrase) for phrase in phrases)})"


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase)}"'  # only letters, digits and spaces: nothing to escape


class Compiler(SQLiteSearchQueryCompiler):
    """Any query of Wagtail's, as FTS5 reads it; an empty one finds nothing."""

    def search(self, config, start, stop, score_field=None):
        """The objects that match, in their own order."""
        query = normalize(self.query)
        if isinstance(query, MatchAll):
            return self.queryset[start:stop]
        is_negated = isinstance(query, Not)
        query = query.subquery if is_negated else query
        expression = "" if isinstance(query, MatchAll) else self.spelled(query)
        if not expression:
            return self.queryset.none()
        keys = self.rows(expression).values("key")
        found = self.queryset.exclude(pk__in=keys) if is_negated else None
        found = self.queryset.filter(pk__in=keys) if found is None else found
        if self.order_by_relevance or not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]

    def ranked(self, start: int, stop: int | None) -> dict[str, float] | None:
        """The keys of the best, best first, with their scores; None where nothing tells them apart."""
        query = normalize(self.query)
        if isinstance(query, MatchAll | Not):
            return None
        expression = self.spelled(query)
        if not expression:
            return {}
        ours = self.queryset.order_by().annotate(text_key=Cast("pk", CharField()))
        rows = self.rows(expression).filter(key__in=ours.values("text_key"))
        return dict(rows.order_by("-score", "-pk").values_list("key", "score")[start:stop])

    def rows(self, expression: str) -> QuerySet:
        columns = [name for name in self.fields or () if name in self.FTS_TABLE_FIELDS]
        types = get_descendants_content_types_pks(self.queryset.model)
        rows = matching(expression, columns or self.FTS_TABLE_FIELDS)
        return rows.filter(type_pk__in=types).annotate(key=F("index_entry__object_id"))

    def spelled(self, query: SearchQuery) -> str:
        if isinstance(query, And | Or):
            between = " AND " if isinstance(query, And) else " OR "
            parts = [self.spelled(part) for part in query.subqueries]
            return between.join(f"({part})" for part in parts if part)
        if hasattr(query, "subquery_a"):
            first, second = self.spelled(query.subquery_a), self.spelled(query.subquery_b)
            return f"({first}) NOT ({second})" if first and second else first
        if hasattr(query, "subquery"):  # a boosted one
            return self.spelled(query.subquery)
        if isinstance(query, PhraseQuery):
            phrase = words(query.query_string)
            return _quoted(phrase) if phrase else ""
        return self.spelled_text(query)

    def spelled_text(self, query) -> str:
        asked = wanted(query.query_string, known_names())
        if query.operator == "or":
            return " OR ".join(spelled(Wanted((choice,))) for choice in asked.choices)
        return spelled(asked)


class AutocompleteCompiler(Compiler, SQLiteAutocompleteQueryCompiler):
    """While somebody types: every word whole but the last."""

    FTS_TABLE_FIELDS = SQLiteAutocompleteQueryCompiler.FTS_TABLE_FIELDS

    def spelled_text(self, query) -> str:
        *whole, begun = beginnings(query.query_string) or [""]
        between = " OR " if query.operator == "or" else " AND "
        terms = [_quoted((word,)) for word in whole]
        return between.join([*terms, f"{_quoted((begun,))}*"]) if begun else ""


class Results(SQLiteSearchResults):
    """One page of what was found, best first."""

    def _do_search(self):
        compiler = self.query_compiler
        scores = compiler.ranked(self.start, self.stop) if compiler.order_by_relevance else None
        if scores is None:
            return list(self.get_queryset())
        found = self._fetched(scores)
        if self._score_field:
            for thing in found:
                setattr(thing, self._score_field, scores[str(thing.pk)])
        return found

    def _fetched(self, scores: dict[str, float]) -> list:
        if not scores:
            return []
        places = {key: place for place, key in enumerate(scores)}
        # All of them are asked for as they were found; naming each would be too long a query.
        things = self.query_compiler.search(None, None, None) if self.stop is None else None
        if things is None:
            things = self.query_compiler.queryset.filter(pk__in=list(scores))
        return sorted(
            (thing for thing in things if str(thing.pk) in places),
            key=lambda thing: places[str(thing.pk)],
        )


class Index(SQLiteIndex):
    """The index as Wagtail keeps it."""

    def _refresh_title_norms(self, full=False):
        """Nothing here reads them, and every save would go through the whole index."""


class SQLiteBackend(SQLiteSearchBackend):
    """Wagtail's backend for SQLite, with a relevance order that does not grow with the matches."""

    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index
    results_class = Results
    listed = Listed
    most_weighed = None  # the index itself knows how often a word stands where

    def texts(self, type_pks, keys) -> QuerySet:
        """(type, key, all the words of it but its title) as they stand in the index."""
        entries = IndexEntry.objects.filter(content_type__in=type_pks, object_id__in=keys)
        return entries.values_list("content_type_id", "object_id", "body")

    def found(self, wanted: Wanted) -> Found:
        """The keys of all that matches."""
        rows = matching(spelled(wanted)).order_by().values_list("type_pk")
        keys, number = Joined("index_entry__object_id"), Count("index_entry__object_id")
        found = list(rows.annotate(keys=keys, number=number))
        texts = {type_pk: text for type_pk, text, _number in found}
        return Found(texts, sum(number for *_row, number in found), Listed)

    def scored(self, wanted: Wanted) -> QuerySet:
        """Rows of the index that match, with whose they are and how well they do."""
        return matching(spelled(wanted))

    def titled(self, wanted: Wanted) -> QuerySet:
        """Rows with any of the words in the title."""
        either = " OR ".join(spelled(Wanted((choice,))) for choice in wanted.choices)
        return matching(either, ["title"]).values("pk")
