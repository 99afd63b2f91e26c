"""Every address of the site; whatever is not named here is looked for in the page tree."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve as serve_page

from home import crawlers
from search.views import search

from . import views

# Only the sizes made of pictures: originals carry what cameras write into them, and documents may
# be private and have an address of their own.
pictures = {"document_root": settings.MEDIA_ROOT / "images"}
media = [path("media/images/<path:path>", serve, pictures)] if settings.SERVE_MEDIA else []
*sign_in_and_passwords, _pages = wagtail_urls.urlpatterns

urlpatterns = [
    path("-/live", views.live),
    path("-/ready", views.ready),
    path("-/health", views.health),
    path("admin/", include("desk.urls")),  # before Wagtail's, some of which they stand in for
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", search, name="search"),
    path("robots.txt", crawlers.robots),
    path("sitemap.xml", crawlers.sitemap),
    re_path(
        r"^sitemap-(?P<name>pages|[12][0-9]{3})(?:-(?P<number>[2-9]|[1-9][0-9]))?\.xml$",
        crawlers.sitemap_part,
    ),
    *media,
    # Wagtail looks only for addresses that end in a slash; pages that give out files see to these.
    re_path(r"^((?:[\w-]+/)+(?:event|calendar)\.ics)$", serve_page, name="calendar_file"),
    *sign_in_and_passwords,
    # A page takes nothing by cookie: forms bring a token of their own, the rest refuses what is sent.
    re_path(wagtail_urls.serve_pattern, csrf_exempt(serve_page), name="wagtail_serve"),
]

handler400 = "site_config.errors.bad_request"
handler403 = "site_config.errors.forbidden"
handler404 = "site_config.errors.not_found"
handler500 = "site_config.errors.broken"
