from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = "The editors' desk"

    def ready(self):
        from .people import comments, review, second_eyes

        review.listen()
        comments.listen()
        second_eyes.listen()
        _know_what_links_where()


def _know_what_links_where():
    """Wagtail asks pages alone what they link to; menus and old addresses lead to pages as well."""
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.models import ReferenceIndex

    from base.models import OrganisationSettings

    ReferenceIndex.register_model(OrganisationSettings)
    ReferenceIndex.register_model(Redirect)
