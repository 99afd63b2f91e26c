"""What every old page repeats: the topic boxes, the join box, and the categories in headlines.

A category and a box of one name, whatever the capitals and the order of the files, are one topic.
"""

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.models import Page, Site

from base.models import ImportRecord, OrganisationSettings, Sidebar
from base.prose import beginning
from topics.models import Dye, TopicPage

from .parse import Box, JoinBox, fold
from .write import as_html, as_page, free_slug, hash_of, record, stable_key

if TYPE_CHECKING:
    from .load import Report


class BadDyes(ValueError):
    """The file of dyes cannot be read; the message names the line."""


def read_dyes(text: str) -> dict[str, str]:
    """Lines of `TOPIC = dye`; empty lines and lines that begin with # are passed over."""
    dyes = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, separator, dye = line.rpartition("=")
        if not separator or dye.strip() not in Dye.values or not name.strip():
            raise BadDyes(
                f"Line {number} of the dyes is “{line.strip()}”. Expected a line such as "
                f"“HUMAN RIGHTS = rights”, with one of: {', '.join(Dye.values)}."
            )
        dyes[same_name(name)] = dye.strip()
    return dyes


def same_name(name: str) -> str:
    return fold(name).casefold()


class BoxLoader:
    """Finds or makes the topics of one home page."""

    report: "Report"

    def __init__(self, home: Page, dyes: dict[str, str], dry_run: bool, kept_free=()):
        self.home = home
        self.dyes = dyes
        self.dry_run = dry_run
        self.kept_free = kept_free
        self.expected: set[str] = set()

    # --- topics

    def topic_of_category(self, source: str, category: str) -> TopicPage:
        """The topic of that name, now certainly a subject; a draft one where there is none."""
        topic = self._find(category)
        if topic is None:
            title = category.capitalize() if category.isupper() else category
            self._count_draft()
            self.report.flags.append(
                f"New topic “{title}”, from a headline; a draft until somebody publishes it."
            )
            return self._make(source, title, [], is_live=False, is_subject=True)
        if not topic.is_subject:
            self._complete(topic, is_subject=True)
        return topic

    def topic_of_box(self, source: str, box: Box) -> TopicPage | None:
        """The topic a box tells of; public, since the old site printed it on every page."""
        topic = self._find(box.headline)
        title, teaser = as_page(box.headline, box.teaser)
        if topic is None:
            is_expected = same_name(box.headline) in self.expected
            self.expected.add(same_name(box.headline))
            self.report.known += is_expected
            self.report.created += not is_expected
            if self.dry_run:
                return None
            return self._make(source, title, teaser, is_live=True, is_subject=False)
        self.report.known += 1
        waits_for_its_box = not topic.live and not topic.teaser
        is_complete = topic.teaser == as_html(teaser) or (
            waits_for_its_box
            and (
                self.dry_run
                or self._complete(topic, title=title, teaser=as_html(teaser), live=True)
            )
        )
        if not is_complete:
            text = " ".join(line for lines in box.teaser for line in lines)
            self.report.flags.append(
                f"The box “{box.headline}” has another text than its page, which was left as it is. "
                f"The text here: {text}"
            )
        return topic

    def expect_topic(self, category: str) -> None:
        """In a dry run: say which topic would be made."""
        if category and same_name(category) not in self.expected and self._find(category) is None:
            self.expected.add(same_name(category))
            self._count_draft()
            self.report.flags.append(
                f"New topic “{category.capitalize()}”, from a headline; it will be a draft."
            )

    def _count_draft(self) -> None:
        self.report.created += 1
        self.report.drafts += 1

    def _find(self, name: str) -> TopicPage | None:
        wanted = same_name(name)
        keys = ImportRecord.objects.filter(key=stable_key("topic", "", None, name))
        by_record = TopicPage.objects.child_of(self.home).filter(import_records__in=keys).first()
        if by_record:
            return by_record
        for topic in TopicPage.objects.child_of(self.home).order_by("path"):
            if same_name(topic.title) == wanted:
                return topic
        return None

    def _make(self, source: str, title: str, teaser, is_live: bool, is_subject: bool) -> TopicPage:
        dye = self.dyes.get(same_name(title), Dye.NONE)
        topic = TopicPage(
            title=title,
            slug=free_slug(self.home, title, self.kept_free),
            teaser=as_html(teaser),
            dye=dye,
            is_subject=is_subject or dye != Dye.NONE,
            live=False,
        )
        with transaction.atomic():
            Page.objects.get(pk=self.home.pk).add_child(instance=topic)
            revision = topic.save_revision()
            if is_live:
                revision.publish()
            record(topic, source, stable_key("topic", "", None, title), _text_of(topic))
        return topic

    def _complete(self, topic: TopicPage, live: bool = False, **fields) -> bool:
        """Add what a later file knows, unless a person has had the page in hand."""
        known = topic.import_records.first()
        if known is None or known.hash != hash_of(_text_of(topic)) or _was_edited(topic):
            self.report.flags.append(
                f"The topic “{topic.title}” was edited here and left as it is."
            )
            return False
        for name, value in fields.items():
            setattr(topic, name, value)
        with transaction.atomic():
            revision = topic.save_revision()
            if live or topic.live:
                revision.publish()
            else:
                topic.save()
            topic.refresh_from_db()
            known.hash = hash_of(_text_of(topic))
            known.save(update_fields=["hash"])
        return True

    # --- the join box and the sidebars

    def join(self, join: JoinBox) -> None:
        site = Site.objects.get(is_default_site=True)
        # Not `for_site`, which writes: a dry run must not.
        said = OrganisationSettings.objects.filter(site=site).first()
        said = said or OrganisationSettings(site=site)
        found = {
            "join_headline": join.headline,
            "join_points": "\n".join(join.points),
            "join_button": join.call_to_action,
        }
        if said.join_headline:
            if any(getattr(said, name) != value for name, value in found.items()):
                self.report.flags.append(
                    "The join box differs from the one in the settings, which was left as it is. "
                    f"The text here: {' / '.join(found.values())}"
                )
            return
        for name, value in found.items():
            longest = OrganisationSettings._meta.get_field(name).max_length
            if longest and len(value) > longest:
                self.report.flags.append(f"Too long for the join box, and cut: {value}")
                value = beginning(value, longest - 1)
            setattr(said, name, value)
        if not self.dry_run:
            said.save()

    def sidebar(
        self, source: str, section: Page, topics: list[TopicPage | None], has_join: bool
    ) -> None:
        """The boxes of an old page become the sidebar of its section, unless that has one."""
        boxes = [("topic_box", {"topic": topic}) for topic in topics if topic]
        boxes += [("join_box", {})] if has_join else []
        # Read anew: a page at hand does not know of the children it got meanwhile.
        section = Page.objects.get(pk=section.pk).specific
        there = section.sidebars.first()
        key = stable_key("sidebar", str(section.pk), None, "")
        if there is None and ImportRecord.objects.filter(key=key).exists():
            self.report.flags.append(
                f"The sidebar of “{section.title}” was taken away here and stays away."
            )
        elif there is None and section.has_unpublished_changes:
            self.report.flags.append(
                f"“{section.title}” has unpublished changes; its sidebar was not set."
            )
        elif there is None:
            with transaction.atomic():
                section.sidebars = [Sidebar(mode=Sidebar.Mode.OWN, boxes=boxes)]
                section.save_revision().publish()
                record(section, source, key, [topic.title for topic in topics if topic])
        elif [topic.pk for topic in topics if topic] != _topics_in(there):
            self.report.flags.append(
                f"The boxes differ from the sidebar of “{section.title}”, which was left as it is."
            )


def _topics_in(sidebar: Sidebar) -> list[int]:
    boxes = (box for box in sidebar.boxes if box.block_type == "topic_box")
    return [box.value["topic"].pk for box in boxes if box.value["topic"]]


def _text_of(topic: TopicPage) -> list[str]:
    return [topic.title, topic.teaser, topic.dye, str(topic.is_subject)]


def _was_edited(topic: TopicPage) -> bool:
    return topic.revisions.filter(user__isnull=False).exists()
