import pytest
from django.core.cache import caches
from wagtail.models import Page


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What one test keeps under the content version is not the next one's truth."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture
def home(db):
    """The page everything public hangs from."""
    root = Page.objects.filter(depth=1).first()
    return root.get_children().first()


@pytest.fixture
def add_page(home):
    def add(title, **fields):
        return home.add_child(instance=Page(title=title, **fields))

    return add
