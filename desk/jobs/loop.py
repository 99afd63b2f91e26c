"""Round after round, until it is told to stop; a database that is away for a while ends nothing."""

import logging
import threading

from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from .lease import Lease, Lost
from .rounds import go_round

logger = logging.getLogger(__name__)

PAUSE = 30  # seconds between two rounds


class Loop:
    """Works whenever the lease is its own; ends after the page it is at."""

    def __init__(self, pause: float = PAUSE):
        self.pause = pause
        self.lease = Lease()
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.is_set():
            self.one_round()
            self.ended.wait(self.pause)
        self._leave()

    def one_round(self) -> bool:
        """Whether this loop had the work and could do it."""
        try:
            return go_round(self.lease, self._go_on)
        except Lost:
            return False
        except (DatabaseError, InterfaceError) as error:
            logger.warning("The jobs rest: the database does not answer (%s).", error)
            connection.close()
        except Exception:
            logger.exception("The jobs rest: something unforeseen happened.")
        finally:
            close_old_connections()
        return False

    def end(self) -> None:
        self.ended.set()

    def _go_on(self) -> None:
        if self.ended.is_set():
            raise Lost
        self.lease.renew()

    def _leave(self) -> None:
        try:
            self.lease.give_back()
        except (DatabaseError, InterfaceError) as error:
            logger.warning("The lease of the jobs ends by itself: %s", error)
        finally:
            connection.close()


class Beside(threading.Thread):
    """The loop beside a server, for the one process of a trial; ends with it."""

    def __init__(self, pause: float = PAUSE):
        super().__init__(name="jobs", daemon=True)
        self.loop = Loop(pause)

    def run(self) -> None:
        self.loop.run()

    def end(self) -> None:
        self.loop.end()
        self.join(timeout=10)
