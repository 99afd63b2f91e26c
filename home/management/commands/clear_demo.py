from django.core.management.base import BaseCommand, CommandError

from home.demo.clear import clear_demo
from home.demo.state import Refused


class Command(BaseCommand):
    help = "Takes the sample site away again, and leaves whatever a person has made."

    def handle(self, *args, **options):
        try:
            clear_demo(self.stdout.write)
        except Refused as reason:
            raise CommandError(str(reason)) from None
