from django.db import migrations
from django.db.models import TextField
from django.db.models.functions import Cast

from base.prose import beginning, plain

BATCH = 500


def gather(apps, schema_editor):
    """Write down the stories of the roundups that were published before stories had rows of their own."""
    topics = set(apps.get_model("topics", "TopicPage").objects.values_list("pk", flat=True))
    roundups = (
        apps.get_model("articles", "ArticlePage")
        .objects.filter(live=True, stories=None)
        .annotate(words=Cast("body", TextField()))
        .filter(words__contains="roundup_story")
        .order_by("pk")
    )
    last = 0
    while batch := list(roundups.filter(pk__gt=last)[:BATCH]):
        told = [story for article in batch for story in stories_of(apps, article, topics)]
        apps.get_model("articles", "Story").objects.bulk_create(told, BATCH)
        last = batch[-1].pk


def stories_of(apps, article, topics):
    """As `ArticlePage.told` finds them, from the text as it is stored."""
    story_model = apps.get_model("articles", "Story")
    found = {}
    for place, block in enumerate(article.body.raw_data):
        headline = (block.get("value") or {}).get("headline") if is_story(block) else ""
        if headline:
            value, anchor = block["value"], f"story-{block['id'][:8]}"
            topic = value.get("topic") if value.get("topic") in topics else None
            words = {"headline": headline[:255], "summary": beginning(plain(value.get("teaser")))}
            story = story_model(
                article_id=article.pk, place=place, anchor=anchor, topic_id=topic, **words
            )
            found.setdefault(anchor, story)
    return found.values()


def is_story(block):
    return block.get("type") == "roundup_story" and bool(block.get("id"))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_states_of_events_and_stories"),
    ]

    operations = [migrations.RunPython(gather, migrations.RunPython.noop, elidable=True)]
