"""Takes the demo away again, and nothing that a person has made."""

from collections import Counter
from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Count
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, Site

from base.caching import bump
from base.models import ImportRecord, OrganisationSettings, SiteDocument, SiteImage
from home.demo.frame import own_words
from home.demo.state import MARK, is_begun, real_pages, sample_collection, sample_pages, the_home
from home.demo.sweep import sweep_articles
from home.models import HomePage

Say = Callable[[str], None]


def clear_demo(say: Say) -> None:
    """May be cut short and repeated: the home page says to the very end that it is sample text."""
    home = the_home()
    if not is_begun(home):
        say("There is no demo on this site.")
        return
    ImportRecord.objects.filter(key=MARK).delete()
    _keep_what_holds_real_pages(home, say)
    removed = _counted(home)
    _reset_settings(home)
    sweep_articles(home)
    _delete_pages(home)
    removed += _delete_media(say)
    _reset_home(home)
    bump()
    things = ", ".join(f"{number:,} {name}" for name, number in sorted(removed.items()))
    say(f"Removed the demo: {things or 'nothing but the words of the home page'}.")


def _keep_what_holds_real_pages(home: HomePage, say: Say) -> None:
    """A sample page above somebody's own page stays, and is sample text no longer."""
    above = set()
    for path, depth in real_pages(home).order_by().values_list("path", "depth"):
        above |= {path[: Page.steplen * level] for level in range(home.depth + 1, depth)}
    for page in sample_pages(home).filter(path__in=above).specific():
        own = real_pages(home).filter(path__startswith=page.path).count()
        say(
            f"Kept “{page.title}”: {own:,} of the pages below it are no sample. Its own words are"
            " still the demo's; please look at them."
        )
        type(page).objects.filter(pk=page.pk).update(is_sample=False)
        # An old version, published again, would otherwise call it sample text again.
        for revision in page.revisions.iterator():
            revision.content["is_sample"] = False
            revision.save(update_fields=["content"])


def _counted(home: HomePage) -> Counter[str]:
    """How many pages of each type there are to remove."""
    rows = sample_pages(home).order_by().values_list("content_type").annotate(number=Count("pk"))
    types = ContentType.objects.in_bulk([key for key, _number in rows])
    return Counter(
        {str(types[key].model_class()._meta.verbose_name_plural): number for key, number in rows}
    )


def _reset_settings(home: HomePage) -> None:
    """Our words go; what a person has written in their place stays."""
    said = OrganisationSettings.for_site(Site.objects.get(is_default_site=True))
    for name, words in own_words().items():
        # A form sends lines back with other ends than it was given.
        if getattr(said, name).splitlines() == words.splitlines():
            setattr(said, name, "")
    samples = sample_pages(home)
    if _leads_to(samples, [block.value for block in said.menu]):
        said.menu = []
    if _leads_to(samples, [link for column in said.footer for link in column.value["links"]]):
        said.footer = []
    said.save()


def _leads_to(pages, links: list) -> bool:
    """A menu of ours, or one that would lose a line; a person's own is left as it is."""
    return pages.filter(pk__in=[link["page"].pk for link in links if link.get("page")]).exists()


def _delete_pages(home: HomePage) -> None:
    """The few that are left, one by one and deepest first, with everything that hangs on them."""
    for page in sample_pages(home).order_by("-depth", "-path").specific():
        with transaction.atomic():
            page.delete()
            PageLogEntry.objects.filter(page_id=page.pk).delete()


def _delete_media(say: Say) -> Counter[str]:
    """Pictures and files go with their collection, but for those a person has brought or uses."""
    removed: Counter[str] = Counter()
    collection = sample_collection()
    if collection is None:
        return removed
    for model in (SiteImage, SiteDocument):
        for item in model.objects.filter(collection=collection):
            if item.uploaded_by_user_id or ReferenceIndex.get_references_to(item).exists():
                say(f"Kept “{item.title}”, which a person has uploaded or uses.")
                item.collection = collection.get_parent()
                item.save(update_fields=["collection"])
            else:
                item.delete()
                removed[str(model._meta.verbose_name_plural)] += 1
    if not collection.get_children().exists():
        collection.delete()
    return removed


@transaction.atomic
def _reset_home(home: HomePage) -> None:
    """As on a new site; versions that name deleted pages are not worth going back to."""
    home = HomePage.objects.get(pk=home.pk)
    home.title, home.seo_title, home.search_description = "Home", "", ""
    home.sections = HomePage._meta.get_field("sections").get_default()
    home.is_sample = False
    latest = home.save_revision()
    latest.publish()
    own = Revision.objects.filter(base_content_type=latest.base_content_type, object_id=home.pk)
    own.exclude(pk=latest.pk).delete()
