from django.core.management.base import BaseCommand, CommandError

from home.demo.build import build_demo
from home.demo.state import Refused

MOST = 100_000


class Command(BaseCommand):
    help = "Builds a sample site about an invented country. Refuses where real pages exist."

    def add_arguments(self, parser):
        parser.add_argument(
            "--articles",
            type=int,
            default=60,
            help=f"How many articles, up to {MOST:,}; 60 unless told.",
        )

    def handle(self, *args, **options):
        articles = options["articles"]
        if not 1 <= articles <= MOST:
            raise CommandError(f"--articles takes a number from 1 to {MOST:,}.")
        try:
            build_demo(articles, self.stdout.write)
        except Refused as reason:
            raise CommandError(str(reason)) from None
