from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The editors' desk: what it adds to Wagtail is in place once everything else is."""

    name = "desk"
    verbose_name = "The editors' desk"

    def ready(self):
        from .finding import outside
        from .people import review, second_eyes

        review.listen()
        second_eyes.listen()
        outside.take_note()
