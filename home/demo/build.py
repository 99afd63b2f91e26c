"""Builds the demo: the frame, then the archive in bulk, then the pages written by hand."""

import random
from collections import Counter
from collections.abc import Callable

from django.db import transaction
from wagtail.models import ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from base.caching import bump
from home.demo import bulk, dated, frame
from home.demo.archive import Archive
from home.demo.clear import clear_demo
from home.demo.media import make_media
from home.demo.progress import counted
from home.demo.state import Refused, begin, complete, is_begun, real_pages, size_of_demo, the_home
from home.demo.writing import Writer
from home.models import HomePage

SEED = 2006
SEARCHED_AT_ONCE = 2_000  # above this many the search index is a job of its own

Say = Callable[[str], None]


def build_demo(articles: int, say: Say) -> None:
    """Build it, or say why not; what was cut short before is cleared first."""
    home = the_home()
    refuse_beside_real_pages(home)
    standing = size_of_demo()
    if standing == articles:
        say(f"The demo with {articles:,} articles is there already. Nothing was changed.")
        return
    if standing is not None:
        raise Refused(
            f"There is a demo with {standing:,} articles. Take it away with `manage.py clear_demo`,"
            " then build the other."
        )
    if is_begun(home):
        say("A demo that was cut short is cleared away first.")
        clear_demo(say)
        home = the_home()
    _build(home, articles, say)


def refuse_beside_real_pages(home: HomePage) -> None:
    real = real_pages(home)
    if number := real.count():
        raise Refused(
            f"The demo is built on an empty site only, and here stands what is no sample: {number:,}"
            f" pages, among them “{real.order_by('path').first().title}”. Nothing was changed."
        )


def _build(home: HomePage, articles: int, say: Say) -> None:
    begin(home)
    rng = random.Random(SEED + articles)  # noqa: S311 (sample texts, no secret)
    places: dated.Places = Counter()
    stories = dated.newest(articles)
    with disable_reference_index_auto_update():
        writer = Writer(make_media())
        with transaction.atomic():
            streams = frame.add_streams(writer, home)
            frame.add_topics(writer, home)
            frame.add_plain_pages(writer, home)
            dated.add_articles(writer, stories, places)
            frame.publish_streams(writer)
            frame.publish_topics(writer)
            frame.publish_plain_pages(writer)
            dated.publish_articles(writer, stories)
            dated.add_notices(writer, home)
            frame.write_home(writer, home)
            said = frame.write_settings(writer, Site.objects.get(is_default_site=True))
            writer.date_back()
        for stream in streams.values():
            stream.refresh_from_db(fields=["numchild"])
        _fill_archive(Archive(writer, places, rng), articles - len(stories), articles)
    with transaction.atomic():
        for page in [home, said, *writer.written()]:
            fresh = type(page).objects.get(pk=page.pk)
            ReferenceIndex.create_or_update_for_object(fresh)
        complete(home, articles)
        bump()
    _say_what_was_built(articles, len(writer.pages), say)


def _fill_archive(archive: Archive, number: int, articles: int) -> None:
    with counted(number, "Articles") as advance:
        for batch in bulk.batches(archive.articles(number)):
            bulk.write(batch, with_search=articles <= SEARCHED_AT_ONCE)
            advance(len(batch))


def _say_what_was_built(articles: int, by_hand: int, say: Say) -> None:
    say(
        f"Built a sample site with {articles:,} articles; {by_hand} of its pages are written by"
        " hand. Every page says that it is sample text. `manage.py clear_demo` takes it away."
    )
    if articles > SEARCHED_AT_ONCE:
        say("The search does not know the articles yet: run `manage.py update_index`.")
