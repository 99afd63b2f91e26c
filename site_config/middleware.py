"""What every request passes through, of our own making."""

from base.caching import one_version


def content_version(get_response):
    """Read the content version once, so that a page is put together from one state of the site."""

    def middleware(request):
        with one_version():
            return get_response(request)

    return middleware
