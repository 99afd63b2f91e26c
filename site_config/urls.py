"""Every address of the site; whatever is not named here is looked for in the page tree."""

from django.conf import settings
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from . import views

# Only the sizes made of pictures: originals carry what cameras write into them, and documents may
# be private and have an address of their own.
pictures = {"document_root": settings.MEDIA_ROOT / "images"}
media = [path("media/images/<path:path>", serve, pictures)] if settings.SERVE_MEDIA else []

urlpatterns = [
    path("-/live", views.live),
    path("-/ready", views.ready),
    path("-/health", views.health),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *media,
    path("", include(wagtail_urls)),
]
