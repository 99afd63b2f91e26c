"""Search on PostgreSQL's own index.

PostgreSQL keeps accents apart. Words are folded here on their way into the index and out of every
query: that needs no extension, no right to create one, and holds for autocomplete as well.
"""

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import (
    Aggregate,
    BigIntegerField,
    Count,
    F,
    Func,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    ObjectIndexer,
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.query import And, Boost, MatchAll, Not, Or
from modelsearch.query import Phrase as PhraseQuery
from modelsearch.utils import get_content_type_pk

from .aliases import known_names
from .found import Found
from .words import Phrase, Wanted, beginnings, fold, wanted, words

WRITTEN = ("title", "autocomplete", "body", "title_text", "body_text", "title_norm")
SMALLER_FOR_LENGTH = 1  # divides a score by the logarithm of the text's length


# A table that is read from end to end looks cheap to PostgreSQL, which forgets that each text must
# then be unpacked. For this one query, and in one go with it, that way is closed.
BY_INDEX = "SET LOCAL enable_seqscan = off; {}; SET LOCAL enable_seqscan = on"


class Joined(Aggregate):
    """All of them as one text: `12,7,30`."""

    template = "STRING_AGG(%(expressions)s, ',')"
    output_field = TextField()


class Listed(Func):
    """Such a text as rows again; distinct, or PostgreSQL would guess that there are two hundred."""

    template = "(SELECT DISTINCT unnest(('{' || %(expressions)s || '}')::bigint[]))"
    output_field = BigIntegerField()


def matching(wanted: Wanted, config: str) -> QuerySet:
    """Rows of the index that match."""
    # Each column for itself: to put both together again for every row costs ten times as much.
    found = Q()
    for choice in wanted.choices:
        part = _query(Wanted((choice,)), config)
        found &= Q(title=part) | Q(body=part)
    return IndexEntry.objects.filter(found)


def by_index(rows: QuerySet) -> list[tuple]:
    sql, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(BY_INDEX.format(sql), values)
        cursor.nextset()
        return cursor.fetchall()


def _query(wanted: Wanted, config: str, between: str = " & ") -> SearchQuery:
    return SearchQuery(Value(spelled(wanted, between)), search_type="raw", config=config)


def _rank(column: str, query: SearchQuery) -> SearchRank:
    return SearchRank(F(column), query, normalization=Value(SMALLER_FOR_LENGTH))


def spelled(wanted: Wanted, between: str = " & ") -> str:
    """A query as `to_tsquery` reads it."""
    return between.join(
        f"({' | '.join(_side_by_side(phrase) for phrase in choice)})" for choice in wanted.choices
    )


def _side_by_side(phrase: Phrase) -> str:
    return f"({' <-> '.join(map(_quoted, phrase))})"


def _quoted(word: str) -> str:
    return f"'{word}'"  # only letters and digits: nothing to escape


class FoldingIndexer(ObjectIndexer):
    """What is found by its words is kept without accents; what is shown keeps them."""

    def as_vector(self, texts, for_autocomplete=False):
        return super().as_vector([(fold(text), weight) for text, weight in texts], for_autocomplete)


class Index(PostgresIndex):
    """Wagtail's index, written with folded words."""

    def add_items(self, model, objs):
        indexers = [FoldingIndexer(thing, self.backend) for thing in objs]
        if not indexers or not model.get_search_fields():
            return
        type_pk = get_content_type_pk(model)
        entries = {indexer.id: self._entry(type_pk, indexer) for indexer in indexers}
        self.entries.bulk_create(
            entries.values(),
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=WRITTEN,
        )

    def _refresh_title_norms(self, full=False):
        """Every title weighs alike. Weighing them anew at each save goes through rows that others
        save at that moment: two editors would lock each other out, and one text would be lost."""

    def _entry(self, type_pk: int, indexer: FoldingIndexer) -> IndexEntry:
        return IndexEntry(
            content_type_id=type_pk,
            object_id=indexer.id,
            title=indexer.title,
            autocomplete=indexer.autocomplete,
            body=indexer.body,
            title_text=indexer.title_text,
            body_text=indexer.body_text,
        )


class Compiler(PostgresSearchQueryCompiler):
    """Any query of Wagtail's, folded; an empty one finds nothing."""

    def search(self, config, start, stop, score_field=None, backend=None):
        is_match_all = isinstance(getattr(self.query, "subquery", self.query), MatchAll)
        if not is_match_all and self.build_tsquery(self.query, config=config) is None:
            return self.queryset.none()
        return super().search(config, start, stop, score_field, backend)

    def build_tsquery_content(self, query, config=None, invert=False):
        if isinstance(query, And | Or):
            parts = [self.build_tsquery_content(part, config, invert) for part in query.subqueries]
            return _combined([p for p in parts if p], isinstance(query, And) is not invert)
        if isinstance(query, Not):
            return self.build_tsquery_content(query.subquery, config, not invert)
        if isinstance(query, Boost):
            return self.build_tsquery_content(query.subquery, config, invert)
        text = self.spelled(query)
        if not text:
            return None
        return SearchQuery(Value(text), search_type="raw", config=config, invert=invert)

    def build_tsrank(self, vector, query, config=None, boost=1.0):
        if self.build_tsquery(query, config=config) is None:
            return Value(0.0)
        return super().build_tsrank(vector, query, config, boost)

    def spelled(self, query) -> str:
        if isinstance(query, PhraseQuery):
            phrase = words(query.query_string)
            return _side_by_side(phrase) if phrase else ""
        return self.spelled_text(query)

    def spelled_text(self, query) -> str:
        between = " | " if query.operator == "or" else " & "
        return spelled(wanted(query.query_string, known_names()), between)

    def get_fields_vectors(self, search_query):
        """From the index: the columns of the model itself are not folded."""
        whole = self.get_index_vectors(search_query)
        return whole[:1] if set(self.fields) == {"title"} else whole


class AutocompleteCompiler(Compiler, PostgresAutocompleteQueryCompiler):
    """While somebody types: every word whole but the last."""

    def spelled_text(self, query) -> str:
        *whole, begun = beginnings(query.query_string) or [""]
        between = " | " if query.operator == "or" else " & "
        return between.join([*map(_quoted, whole), f"{_quoted(begun)}:*"]) if begun else ""

    def get_index_vectors(self, search_query):
        return PostgresAutocompleteQueryCompiler.get_index_vectors(self, search_query)


def _combined(parts: list[SearchQuery], is_and: bool) -> SearchQuery | None:
    if not parts:
        return None
    whole, *others = parts
    for part in others:
        whole = whole & part if is_and else whole | part
    return whole


class PostgreSQLBackend(PostgresSearchBackend):
    """Wagtail's backend for PostgreSQL, where accents do not matter."""

    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index
    listed = Listed
    # Each text is unpacked to be weighed: ten thousand take a tenth of a second.
    most_weighed = 1000

    def texts(self, type_pks, keys) -> QuerySet:
        """(type, key, all the words of it but its title) as they stand in the index."""
        entries = IndexEntry.objects.filter(content_type__in=type_pks, object_id__in=keys)
        return entries.values_list("content_type_id", "object_id", "body_text")

    def found(self, wanted: Wanted) -> Found:
        """The keys of all that matches."""
        keys = Joined("object_id")
        rows = matching(wanted, self.config).order_by().values_list("content_type_id")
        found = by_index(rows.annotate(keys=keys, number=Count("pk")))
        texts = {type_pk: text for type_pk, text, _number in found}
        return Found(texts, sum(number for *_row, number in found), Listed)

    def scored(self, wanted: Wanted) -> QuerySet:
        """Rows of the index with whose they are and how well they match; most of them do not."""
        query = _query(wanted, self.config, " | ")
        return IndexEntry.objects.annotate(
            type_pk=F("content_type_id"),
            own_pk=Cast("object_id", BigIntegerField()),
            score=Value(10.0) * _rank("title", query) + _rank("body", query),
        )

    def titled(self, wanted: Wanted) -> QuerySet:
        """Rows with any of the words in the title."""
        query = _query(wanted, self.config, " | ")
        return IndexEntry.objects.filter(title=query).values("pk")
