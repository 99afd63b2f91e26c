from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "base"
    verbose_name = "What every page stands on"

    def ready(self) -> None:
        from . import renditions, signals

        signals.connect()
        renditions.connect()
