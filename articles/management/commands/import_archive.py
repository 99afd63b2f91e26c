import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm
from wagtail.models import Site

from articles.archive.boxes import BadDyes, read_dyes
from articles.archive.load import CannotLoad, Loader
from articles.archive.parse import Listing, NotAListing, decode, parse_listing


class Command(BaseCommand):
    help = (
        "Rebuild the site from text listings of the old one: articles, events, notices, topics, "
        "sidebars and the join box. Running it again changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument(
            "--stream",
            default="",
            metavar="SLUG[,SLUG]",
            help="the streams the items go into; “news” by default, and “analysis” for the second "
            "run of a home page",
        )
        parser.add_argument(
            "--month-stamps",
            action="store_true",
            help="give items dated on the last day of a month the precision of a month",
        )
        parser.add_argument("--dyes", metavar="FILE", help="lines such as “HUMAN RIGHTS = rights”")
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")

    def handle(self, *args, files, stream, month_stamps, dyes, dry_run, **options):
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            raise CommandError("There is no default site. Run “manage.py migrate” first.")
        loader = Loader(
            site.root_page.specific,
            streams=[slug for slug in stream.replace(",", " ").split() if slug],
            month_stamps=month_stamps,
            dyes=self._dyes(dyes),
            dry_run=dry_run,
        )
        refused = []
        listings = self._listings(files, refused)
        try:
            loader.check(listings)
        except CannotLoad as error:
            raise CommandError("\n".join([*refused, str(error)])) from error
        for listing in listings:
            self._load(loader, listing)
            self._report(loader.report, listing, dry_run)
        if refused:
            raise CommandError("\n".join(refused))

    def _dyes(self, path: str | None) -> dict[str, str]:
        if not path:
            return {}
        try:
            return read_dyes(Path(path).read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{path} cannot be read: {error}") from error
        except BadDyes as error:
            raise CommandError(str(error)) from error

    def _listings(self, files: list[str], refused: list[str]) -> list[Listing]:
        """Every file is read before anything is written."""
        listings = []
        for name in files:
            path = Path(name)
            try:
                listings.append(parse_listing(decode(path.read_bytes()), path.name))
            except OSError as error:
                refused.append(f"{name} cannot be read: {error.strerror or error}.")
            except NotAListing as error:
                refused.append(f"{name}: {error}")
        return listings

    def _load(self, loader: Loader, listing: Listing) -> None:
        total = len(listing.items) + len(listing.notices) + len(listing.boxes)
        steps = tqdm(
            loader.load(listing),
            total=total,
            desc=listing.name,
            unit="page",
            disable=None if total < 50 else False,
            file=sys.stderr,
        )
        for _headline in steps:
            pass

    def _report(self, report, listing: Listing, dry_run: bool) -> None:
        verb = "would be created" if dry_run else "created"
        self.stdout.write(self.style.MIGRATE_HEADING(listing.name))
        self.stdout.write(
            f"  characters in: {listing.characters_in}, placed: {listing.characters_placed}, "
            f"left over: {listing.characters_in - listing.characters_placed}"
        )
        events = sum(item.kind == "event" for item in listing.items)
        self.stdout.write(
            f"  items: {len(listing.items)} ({events} of them events), notices: {len(listing.notices)}, "
            f"boxes: {len(listing.boxes)}, join box: {'yes' if listing.join else 'no'}"
        )
        self.stdout.write(
            f"  pages {verb}: {report.created} ({report.drafts} as drafts), known before: {report.known}"
        )
        for flag in [*listing.flags, *report.flags]:
            self.stdout.write(f"  please look: {flag}")
        for line in listing.leftovers:
            self.stdout.write(self.style.WARNING(f"  left over: {line}"))
