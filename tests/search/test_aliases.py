import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse

from base.caching import content_version
from search.models import SearchAlias
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def checked(names: str) -> SearchAlias:
    alias = SearchAlias(names=names)
    alias.full_clean()
    return alias


def test_a_line_is_put_in_order_when_it_is_kept():
    assert checked(" PPK =Kuczynski=  Pedro  Pablo ==PPK").names == "PPK = Kuczynski = Pedro Pablo"


@pytest.mark.parametrize(
    "names", ["", "PPK", "PPK =", "PPK = ppk", "PPK = ***", " = ".join("abcdefghijk"), "a = " + "b " * 20]
)  # fmt: skip
def test_a_line_that_helps_nobody_is_refused_with_a_reason(names):
    with pytest.raises(ValidationError) as refused:
        checked(names)

    assert "names" in refused.value.message_dict


def test_a_name_stands_in_one_line_only():
    first = checked("PPK = Kuczynski")
    first.save()

    with pytest.raises(ValidationError, match="PPK = Kuczynski"):
        checked("ppk = Pedro Pablo")
    first.full_clean()


def test_a_new_alias_works_at_the_next_search_and_is_gone_when_deleted(client, home, on_commit):
    make_article(title="Kuczynski resigns")
    before = client.get("/search/?q=ppk").context["listing"].total
    with on_commit():
        alias = SearchAlias.objects.create(names="PPK = Kuczynski")
    between = client.get("/search/?q=ppk").context["listing"].total
    with on_commit():
        alias.delete()

    after = client.get("/search/?q=ppk").context["listing"].total

    assert (before, between, after) == (0, 1, 0)


def test_saving_an_alias_raises_the_content_version(home, on_commit):
    before = content_version()

    with on_commit():
        SearchAlias.objects.create(names="PPK = Kuczynski")

    assert content_version() != before


@pytest.mark.parametrize(("role", "may"), [("Contributor", False), ("Editor", True), ("Admin", True)])  # fmt: skip
def test_editors_and_admins_keep_the_aliases(client, home, role, may):
    client.force_login(make_user(role))

    listed = client.get(reverse("search_aliases:index"))
    client.post(reverse("search_aliases:add"), {"names": "PPK = Kuczynski"})
    dashboard = client.get(reverse("wagtailadmin_home")).content.decode()

    assert (listed.status_code == 200) is may
    assert SearchAlias.objects.exists() is may
    assert ("/admin/search-aliases/" in dashboard) is may


def test_the_list_of_aliases_can_be_searched(client, home):
    SearchAlias.objects.create(names="PPK = Kuczynski")
    SearchAlias.objects.create(names="JNE = Election Board")
    client.force_login(make_user("Editor"))

    html = client.get(reverse("search_aliases:index"), {"q": "kucz"}).content.decode()

    assert "PPK" in html and "JNE" not in html


def test_the_roles_got_the_right_to_them_by_a_migration(home):
    groups = Group.objects.filter(permissions__codename="add_searchalias")

    assert set(groups.values_list("name", flat=True)) == {"Editor", "Admin"}
