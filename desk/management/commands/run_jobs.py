import signal

from django.core.management.base import BaseCommand, CommandError

from desk.jobs.lease import Lease
from desk.jobs.loop import PAUSE, Loop
from desk.jobs.rounds import go_round, is_well


class Command(BaseCommand):
    """The process that makes scheduled publishing happen."""

    help = (
        "Publish what is scheduled, take down what has run out and tidy up, again and again until "
        "stopped. Several may run at once: one works, the others stand by."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--once", action="store_true", help="One round, for a timer; fails if anything failed."
        )
        parser.add_argument(
            "--pause", type=float, default=PAUSE, help="Seconds between two rounds (30)."
        )

    def handle(self, *, once, pause, **options):
        if once:
            self._one_round(Lease())
            return
        loop = Loop(max(pause, 1))
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, lambda *_: loop.end())
        self.stdout.write(f"The jobs run, every {loop.pause:g} s. Ctrl-C stops them.")
        loop.run()
        self.stdout.write("The jobs have stopped.")

    def _one_round(self, lease: Lease) -> None:
        if not go_round(lease):
            self.stdout.write("Another process does the jobs; nothing was left to do.")
            return
        lease.give_back()
        if not is_well():
            raise CommandError("Some jobs failed; the log says how.")
