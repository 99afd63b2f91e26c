"""The door to the order: what is meant is done, whatever else is refused in words, and nothing is said falsely."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, PageLogEntry

from base.caching import content_version
from notices import changes, goals, keeping, ordering
from notices.models import FeaturedNotice
from tests.factories import make_notice, make_page, make_user, restrict, the_home

pytestmark = pytest.mark.django_db

LIST = "/admin/notices/featurednotice/"
FIVE = ("one", "two", "three", "four", "five")


@pytest.fixture
def notices(home) -> dict[str, FeaturedNotice]:
    """Five of them, by their headlines, from top to bottom."""
    made = {title: make_notice(title=title) for title in reversed(FIVE)}
    return {title: made[title] for title in FIVE}


def order() -> list[str]:
    return [notice.title for notice in FeaturedNotice.objects.in_order()]


def address(name: str, *more) -> str:
    return reverse(f"notices_{name}", args=[the_home().pk, *more])


def joined(pages) -> str:
    return ",".join(str(page.pk) for page in pages)


class Window:
    """The list as somebody opened it: what they saw then goes with everything they send."""

    def __init__(self, role: str = "Admin", client: Client | None = None, **name):
        self.client, self.user = client or Client(), make_user(role, **name)
        self.client.force_login(self.user)
        self.seen = joined(FeaturedNotice.objects.in_order())

    def send(self, name: str, *more, **fields):
        fields = {"seen": self.seen, **fields}
        return self.client.post(
            address(name, *more), fields, headers={"accept": "application/json"}
        )

    def move(self, notice, to: str, **fields):
        return self.send("move", notice.pk, to=to, **fields)

    def undo(self):
        change = changes.last(the_home())
        return self.send("undo", change.pk)


@pytest.fixture
def window(notices) -> Window:
    return Window()


# --- what is meant is done


@pytest.mark.parametrize(
    ("title", "to", "expected"),
    [
        ("four", "top", "four one two three five"),
        ("two", "bottom", "one three four five two"),
        ("three", "up", "one three two four five"),
        ("three", "down", "one two four three five"),
        ("one", "up", "one two three four five"),
        ("five", "down", "one two three four five"),
    ],
)
def test_a_button_moves_a_notice(window, notices, title, to, expected):
    answer = window.move(notices[title], to)

    assert answer.status_code == 200
    assert order() == expected.split()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", "four one two three five"),
        ("3", "one two four three five"),
        ("4", "one two three four five"),
        ("5", "one two three five four"),
        ("0", "four one two three five"),
        ("99", "one two three five four"),
        (" 2 ", "one four two three five"),
        ("999999999999999999", "one two three five four"),
    ],
)
def test_a_number_that_is_typed_is_the_place(window, notices, number, expected):
    window.move(notices["four"], "place", **{f"place-{notices['four'].pk}": number})

    assert order() == expected.split()


@pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "²", "9" * 30, "1e3"])
def test_what_is_no_number_is_refused_in_words(window, notices, number):
    answer = window.move(notices["four"], "place", **{f"place-{notices['four'].pk}": number})

    assert (answer.status_code, answer.json()["reason"]) == (400, "unclear")
    assert "Type the number of the place" in answer.json()["said"]
    assert order() == [*FIVE]


@pytest.mark.parametrize(
    ("to", "neighbour", "expected"),
    [("before", "two", "one five two three four"), ("after", "two", "one two five three four")],
)
def test_a_notice_dragged_beside_another_stands_there(window, notices, to, neighbour, expected):
    window.move(notices["five"], to, neighbour=notices[neighbour].pk)

    assert order() == expected.split()


def test_enter_in_a_field_moves_the_notice_whose_number_is_another(window, notices):
    numbers = {f"place-{notice.pk}": n for n, notice in enumerate(notices.values(), start=1)}
    numbers[f"place-{notices['five'].pk}"] = 2

    window.send("typed", **numbers)

    assert order() == ["one", "five", "two", "three", "four"]


def test_enter_without_another_number_moves_nothing(window, notices):
    numbers = {f"place-{notice.pk}": n for n, notice in enumerate(notices.values(), start=1)}

    answer = window.send("typed", **numbers)

    assert "Nothing was moved" in answer.json()["said"]
    assert order() == [*FIVE]


def test_the_answer_is_the_list_as_it_stands(window, notices):
    answer = window.move(notices["five"], "top").json()

    assert answer["order"] == [notices[t].pk for t in ["five", "one", "two", "three", "four"]]
    assert answer["said"] == "“five” is now 1 of 5, above “one”."
    assert answer["shown"][:3] == [notices[t].pk for t in ["five", "one", "two"]]
    assert answer["meanwhile"] == ""
    assert answer["put_away"] == []
    name = window.user.get_username()
    assert answer["last_change"].startswith(f"Last change: {name} moved “five” above “one”, ")


@pytest.mark.parametrize(("to", "is_change"), [("up", True), ("down", False), ("bottom", False)])
def test_it_is_said_whether_anything_was_moved(window, notices, to, is_change):
    assert window.move(notices["five"], to).json()["changed"] is is_change


def test_without_scripts_what_moved_nothing_is_no_success(notices):
    window = Window()

    fields = {"seen": window.seen, "to": "up"}
    answer = window.client.post(address("move", notices["one"].pk), fields, follow=True)

    assert [(m.level_tag, m.message.strip()) for m in answer.context["messages"]] == [
        ("info", "It stands there already.")
    ]


def test_a_long_headline_is_cut_short_where_there_is_little_room(window, notices):
    long = make_notice(title="Word " * 30)
    window.seen = joined(FeaturedNotice.objects.in_order())

    said = window.move(long, "bottom").json()["said"]

    assert "Word…” is now the last of 6" in said
    assert len(said) < 120


def test_a_move_raises_the_content_version_when_it_is_committed(window, notices, on_commit):
    before = content_version()

    with on_commit():
        window.move(notices["five"], "top")

    assert content_version() != before


# --- without scripts


def test_without_scripts_one_comes_back_to_the_same_button_and_reads_what_happened(notices):
    window = Window()

    answer = window.client.post(
        address("move", notices["three"].pk), {"seen": window.seen, "to": "up"}, follow=True
    )

    text = answer.content.decode()
    assert answer.redirect_chain == [(f"{LIST}?moved={notices['three'].pk}&to=up", 302)]
    assert "“three” is now 2 of 5, above “two”." in text
    button = 'Move “three” up" autofocus>'
    assert text.count("autofocus") == 1
    assert button in text


def test_without_scripts_a_refusal_is_a_page_in_words(notices):
    window = Window("Editor")

    answer = window.client.post(address("move", notices["three"].pk), {"to": "up"})

    assert answer.status_code == 403
    assert "You may not put the featured notices in order." in answer.content.decode()
    assert LIST in answer.content.decode()


def test_without_scripts_what_has_changed_is_said_above_the_list(notices):
    window = Window()
    notices["two"].delete()

    answer = window.client.post(
        address("move", notices["two"].pk), {"seen": window.seen, "to": "up"}, follow=True
    )

    text = answer.content.decode()
    assert "That notice is no longer in the list. Nothing was moved." in text
    assert "messages" in text


# --- two windows


def test_a_number_means_the_notice_that_was_seen_there(window, notices):
    other = Window(first_name="Ben", last_name="Tarn")
    other.move(notices["five"], "top")  # five one two three four

    answer = window.move(notices["four"], "place", **{f"place-{notices['four'].pk}": "2"}).json()

    assert order() == ["five", "one", "four", "two", "three"]  # before two, which was the second
    assert "Ben Tarn changed the list while you had it open" in answer["meanwhile"]
    assert answer["order"] == [notices[title].pk for title in order()]


@pytest.mark.parametrize(("title", "to"), [("four", "up"), ("three", "down")])
def test_a_step_means_the_neighbour_that_was_seen(window, notices, title, to):
    Window().move(notices["five"], "before", neighbour=notices["three"].pk)

    window.move(notices[title], to)

    assert order() == ["one", "two", "five", "four", "three"]  # not where five came between them


def test_who_had_the_list_open_twice_is_told_so(window, notices):
    window.move(notices["five"], "top")

    answer = window.move(notices["four"], "bottom").json()

    assert "You changed the list in another window" in answer["meanwhile"]


def test_of_two_moves_that_wait_for_each_other_the_second_still_names_the_other_person(
    window, notices
):
    Window(first_name="Ben", last_name="Tarn").move(notices["five"], "top")
    window.move(notices["one"], "down", known=0)
    window.seen = joined([notices[title] for title in ["two", "one", "three", "four", "five"]])

    answer = window.move(notices["one"], "down", known=0).json()

    assert "Ben Tarn changed the list" in answer["meanwhile"]


@pytest.mark.parametrize("to", ["top", "bottom"])
def test_what_is_put_away_can_be_moved_by_whoever_sees_it_and_by_nobody_else(window, notices, to):
    draft = make_notice(title="Idea", live=False)
    window.send("put_away", notice=draft.pk)

    blind = window.move(draft, to)
    window.seen = joined(FeaturedNotice.objects.in_order())
    seeing = window.move(draft, to)

    assert (blind.status_code, seeing.status_code) == (400, 200)


def test_what_came_and_went_meanwhile_is_told(window, notices):
    notices["two"].delete()
    make_notice(title="six")

    answer = window.move(notices["five"], "up").json()

    assert "“six” is new in the list." in answer["meanwhile"]
    assert "1 notice that you saw is no longer there." in answer["meanwhile"]
    assert order() == ["six", "one", "three", "five", "four"]


def test_when_the_one_that_was_meant_is_gone_the_next_that_was_seen_counts(window, notices):
    gone = notices["two"].pk
    notices["two"].delete()

    window.move(notices["five"], "before", neighbour=gone)

    assert order() == ["one", "five", "three", "four"]


def test_nobody_is_told_of_their_own_move(window, notices):
    answer = window.move(notices["five"], "top").json()
    window.seen = ",".join(map(str, answer["order"]))

    again = window.move(notices["four"], "top").json()

    assert again["meanwhile"] == ""


# --- taking back


def test_the_last_change_is_taken_back(window, notices):
    window.move(notices["five"], "top")

    answer = window.undo()

    assert answer.status_code == 200
    assert order() == [*FIVE]
    assert "took back the one before" in answer.json()["last_change"]


def test_what_somebody_else_moved_since_is_not_taken_back(window, notices):
    window.move(notices["five"], "top")
    mine = changes.last(the_home()).pk
    Window(first_name="Ben", last_name="Tarn").move(notices["four"], "top")

    answer = window.send("undo", mine)

    assert (answer.status_code, answer.json()["reason"]) == (409, "changed")
    assert "Ben Tarn has moved a notice since." in answer.json()["said"]
    assert order() == ["four", "five", "one", "two", "three"]


def test_the_list_says_who_changed_it_last_and_when(window, notices):
    ada = Window(first_name="Ada", last_name="Quispe")
    ada.move(notices["five"], "top")

    text = window.client.get(LIST).content.decode()

    assert "Last change: Ada Quispe moved “five” above “one”, " in text
    assert f'formaction="{address("undo", changes.last(the_home()).pk)}"' in text


def test_no_undo_is_offered_where_nothing_is_left_to_take_back(window, notices):
    window.move(notices["five"], "top")
    notices["five"].delete()

    text = window.client.get(LIST).content.decode()

    assert "Last change" not in text
    assert "data-undo hidden" in text


def test_taken_back_twice_as_when_the_answer_was_lost_it_is_taken_back_once(window, notices):
    window.move(notices["five"], "top")
    change = changes.last(the_home()).pk

    answers = [window.send("undo", change), window.send("undo", change)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert order() == [*FIVE]


def test_it_is_said_where_the_notice_stands_again(window, notices):
    window.move(notices["five"], "top")

    said = window.undo().json()["said"]

    assert said == "The last change is taken back. “five” is now the last of 5, below “four”."


# --- a whole order


def test_an_order_that_was_tried_is_saved_whole(window, notices):
    wanted = [notices[title] for title in ["three", "five", "one", "two", "four"]]

    answer = window.send("arrange", order=joined(wanted))

    assert answer.json()["order"] == [notice.pk for notice in wanted]
    assert order() == ["three", "five", "one", "two", "four"]


def test_an_order_tried_on_a_list_that_somebody_has_changed_is_refused_and_says_who(
    window, notices
):
    wanted = [notices[title] for title in ["three", "five", "one", "two", "four"]]
    Window(first_name="Ben", last_name="Tarn").move(notices["five"], "top")

    answer = window.send("arrange", order=joined(wanted))

    assert (answer.status_code, answer.json()["reason"]) == (409, "changed")
    assert "Ben Tarn has changed the order meanwhile. Nothing was moved." in answer.json()["said"]
    assert order() == ["five", "one", "two", "three", "four"]


def test_an_order_tried_on_a_list_to_which_a_notice_has_come_is_refused(window, notices):
    new = make_notice(title="new")

    answer = window.send("arrange", order=joined([new, *reversed(notices.values())]))

    assert answer.status_code == 409
    assert answer.json()["said"] == "The list of notices has changed meanwhile. Nothing was moved."
    assert order() == ["new", *FIVE]


def test_an_order_that_is_the_order_already_is_no_change(window, notices):
    answer = window.send("arrange", order=window.seen)

    assert "Nothing was changed" in answer.json()["said"]
    assert changes.last(the_home()) is None


WRONG_ORDERS = {
    "of other pages": lambda keys: [*keys[:4], the_home().pk],
    "with one twice": lambda keys: [*keys[:4], keys[0]],
    "with one too many": lambda keys: [*keys, 999_999],
    "without one": lambda keys: keys[1:],
    "of ten thousand": lambda keys: [*keys, *range(10**6, 10**6 + 10_000)],
    "of nothing": lambda keys: [],
    "of words": lambda keys: ["one", "two"],
    "of numbers too large": lambda keys: [*keys[:4], 10**30],
    "of signs": lambda keys: ["1;2", "-1"],
}


@pytest.mark.parametrize("wrong", WRONG_ORDERS)
def test_an_order_of_other_notices_than_there_are_is_refused(window, notices, wrong):
    keys = WRONG_ORDERS[wrong]([notice.pk for notice in notices.values()])

    answer = window.send("arrange", order=",".join(map(str, keys)))

    assert answer.status_code in (400, 409)
    assert "othing was" in answer.json()["said"]
    assert order() == [*FIVE]


WRONG_SIGHTS = {
    "with one twice": lambda keys: [*keys, keys[0]],
    "of words": lambda keys: ["one"],
    "without the notice": lambda keys: keys[:4],
}


@pytest.mark.parametrize("wrong", WRONG_SIGHTS)
def test_a_list_that_nobody_can_have_seen_is_refused(window, notices, wrong):
    keys = WRONG_SIGHTS[wrong]([notice.pk for notice in notices.values()])

    answer = window.move(notices["five"], "up", seen=",".join(map(str, keys)))

    assert answer.status_code == 400
    assert order() == [*FIVE]


def test_a_sight_of_ten_thousand_keys_does_no_harm(window, notices):
    seen = f"{joined(notices.values())},{','.join(map(str, range(10**6, 10**6 + 10_000)))}"

    window.move(notices["five"], "up", seen=seen)

    assert order() == ["one", "two", "three", "five", "four"]


@pytest.mark.parametrize(
    "fields",
    [
        {"to": "sideways"},
        {"to": "before"},
        {"to": "before", "neighbour": "x"},
        {"to": "before", "neighbour": "999999"},
        {"to": "before", "neighbour": "1,2"},
        {"to": "after", "neighbour": "-1"},
    ],
)
def test_what_names_no_place_is_refused(window, notices, fields):
    answer = window.move(notices["five"], **fields)

    assert (answer.status_code, answer.json()["reason"]) == (400, "unclear")
    assert order() == [*FIVE]


def test_beside_itself_is_no_place(window, notices):
    answer = window.move(notices["five"], "before", neighbour=notices["five"].pk)

    assert answer.status_code == 400


@pytest.mark.parametrize("pk", [999_999, 10**30])
def test_a_notice_of_which_nobody_knows_is_not_moved(window, notices, pk):
    answer = window.send("move", pk, to="top")

    assert (answer.status_code, answer.json()["reason"]) == (400, "unclear")
    assert order() == [*FIVE]


def test_another_page_is_no_notice(window, notices):
    page = make_page()

    answers = [window.move(page, "top"), window.move(page, "top", seen=f"{window.seen},{page.pk}")]

    assert [answer.status_code for answer in answers] == [400, 409]


@pytest.mark.parametrize("pk", [999_999, 10**30])
def test_a_home_page_that_is_not_there_is_not_found(window, notices, pk):
    address = reverse("notices_move", args=[pk, notices["one"].pk])

    assert window.client.post(address, {"to": "top"}).status_code == 404


# --- who may


EVERYTHING = ["move", "typed", "arrange", "undo", "put_away", "bring_back"]
IN_PLACE = {"accept": "application/json", "x-answer-in-place": "yes"}


def state() -> dict:
    """All that these addresses can change."""
    kept = FeaturedNotice.objects.values_list("pk", "sort_order", "put_away_at")
    return {"kept": sorted(kept), "log": PageLogEntry.objects.count()}


def test_a_page_that_holds_no_notices_is_not_found(window, notices):
    page = make_page()

    for name in ("now", "preview", "typed"):
        assert window.client.get(reverse(f"notices_{name}", args=[page.pk])).status_code == 404


@pytest.fixture
def send(notices):
    """Sends to an address what it takes from an Admin: each would change something."""
    admin = make_user("Admin")
    ended = {title: make_notice(title=title, show_until="2020-01-01") for title in ("old", "older")}
    keeping.put_away(the_home(), [ended["older"]], admin)
    last = ordering.move(the_home(), notices["two"].pk, goals.bottom(), admin).change
    seen = list(FeaturedNotice.objects.in_order())
    five = notices["five"].pk
    sent = {
        "move": ([five], {"to": "top"}),
        "typed": ([], {f"place-{five}": "1"}),
        "arrange": ([], {"order": joined(seen[::-1])}),
        "undo": ([last], {}),
        "put_away": ([], {"notice": ended["old"].pk}),
        "bring_back": ([], {"notice": ended["older"].pk}),
    }

    def sending(client, name, method="post", **options):
        more, fields = sent[name]
        act = getattr(client, method)
        return act(address(name, *more), {"seen": joined(seen), **fields}, **options)

    return sending


@pytest.mark.parametrize("name", EVERYTHING)
def test_an_admin_changes_something_at_each_address(send, name):
    window, before = Window(), state()

    answer = send(window.client, name, headers=IN_PLACE)

    assert answer.status_code == 200
    assert state() != before


def _without_the_permission(client):
    admin = make_user("Admin")
    reorder = Permission.objects.get(codename="reorder_featurednotice")
    Group.objects.get(name="Admin").permissions.remove(reorder)
    client.force_login(admin)


def _without_that_home_page(client):
    """May put notices in order, and edits one of them, but not the page that shows them."""
    user = make_user("")
    user.user_permissions.add(Permission.objects.get(codename="reorder_featurednotice"), _access())
    limited = Group.objects.create(name="Limited")
    notice = FeaturedNotice.objects.get(title="five")
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=limited, page=notice, permission=change)
    user.groups.add(limited)
    client.force_login(user)


def _in_the_role(role):
    return lambda client: client.force_login(make_user(role))


OTHERS = {
    "nobody": _in_the_role(""),
    "contributor": _in_the_role("Contributor"),
    "editor": _in_the_role("Editor"),
    "without the permission": _without_the_permission,
    "without that home page": _without_that_home_page,
}
REASON = {
    "nobody": "signed_out"
}  # from the whole admin: whoever signs in again may be somebody else


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("name", EVERYTHING)
def test_nobody_but_an_admin_changes_anything(send, client, who, name):
    OTHERS[who](client)
    before = state()

    answer = send(client, name, headers=IN_PLACE)

    assert (answer.status_code, answer.json()["reason"]) == (403, REASON.get(who, "refused"))
    assert state() == before


@pytest.mark.parametrize("name", EVERYTHING)
def test_before_signing_in_nothing_is_changed(send, client, name):
    before = state()

    in_place, plain = send(client, name, headers=IN_PLACE), send(client, name)

    assert (in_place.status_code, in_place.json()) == (403, {"reason": "signed_out"})
    assert (plain.status_code, plain.url.partition("?")[0]) == (302, "/admin/login/")
    assert state() == before


@pytest.mark.parametrize("name", EVERYTHING)
@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_looking_changes_nothing(send, name, method):
    window, before = Window(), state()

    answer = send(window.client, name, method)

    assert answer.status_code == 405
    assert state() == before


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_form_from_another_site_changes_nothing(send, name):
    window, before = Window(client=Client(enforce_csrf_checks=True)), state()

    answer = send(window.client, name)

    assert answer.status_code == 403
    assert state() == before


def test_the_list_as_it_stands_is_told_to_an_admin(window, notices):
    answer = window.client.get(address("now"), headers=IN_PLACE)

    assert (answer.status_code, answer.json()["order"]) == (200, [n.pk for n in notices.values()])


@pytest.mark.parametrize(
    ("name", "headers", "status"),
    [("now", {}, 302), ("now", IN_PLACE, 403), ("preview", {}, 302), ("preview", IN_PLACE, 403)],
)
def test_before_signing_in_nothing_is_shown(notices, client, name, headers, status):
    make_notice(title="Secret plan", live=False)

    answer = client.get(address(name), headers=headers)

    assert answer.status_code == status
    assert answer.content.decode() in ("", '{"reason": "signed_out"}')


@pytest.mark.parametrize("who", OTHERS)
def test_the_list_as_it_stands_is_told_to_nobody_else(notices, client, who):
    make_notice(title="Secret plan", live=False)
    OTHERS[who](client)

    answer = client.get(address("now"), headers=IN_PLACE)

    assert (answer.status_code, answer.json()) == (403, {"reason": REASON.get(who, "refused")})


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("nobody", 302),
        ("contributor", 200),
        ("editor", 200),
        ("without the permission", 200),
        ("without that home page", 302),
    ],
)
def test_the_preview_with_its_drafts_is_for_those_who_edit_the_home_page(
    notices, client, who, status
):
    make_notice(title="Secret plan", live=False)
    OTHERS[who](client)

    answer = client.get(address("preview"))

    assert answer.status_code == status
    assert ("Secret plan" in answer.content.decode()) is (status == 200)


# --- never a false success


def test_whoever_is_signed_out_is_told_so_in_place(notices, client):

    answer = client.post(address("move", notices["five"].pk), {"to": "top"}, headers=IN_PLACE)

    assert (answer.status_code, answer.json()) == (403, {"reason": "signed_out"})


def test_whoever_lost_the_right_is_told_so_in_place(notices):
    window = Window()
    window.user.groups.clear()
    window.user.user_permissions.add(_access())

    answer = window.client.post(
        address("move", notices["five"].pk), {"to": "top"}, headers=IN_PLACE
    )

    assert (answer.status_code, answer.json()["reason"]) == (403, "refused")
    assert "order" not in answer.json()


def _access():
    return Permission.objects.get(codename="access_admin")


def test_a_token_of_an_earlier_sign_in_is_known_as_such(notices):
    window = Window(client=Client(enforce_csrf_checks=True))

    answer = window.client.post(
        address("move", notices["five"].pk), {"to": "top"}, headers=IN_PLACE
    )

    assert (answer.status_code, answer.json()) == (403, {"reason": "token"})


def test_under_another_name_nothing_is_moved(notices):
    window = Window()
    fields = {"to": "top", "written_by": make_user("Admin").pk}

    answer = window.client.post(address("move", notices["five"].pk), fields, headers=IN_PLACE)

    assert (answer.status_code, answer.json()["reason"]) == (409, "other_user")
    assert order() == [*FIVE]


# --- putting away


def test_what_visitors_do_not_see_can_be_put_away_and_keeps_its_place(window, notices):
    ended = make_notice(title="Old", show_until="2020-01-01")
    ordering.move(the_home(), ended.pk, goals.before(notices["two"].pk))

    window.send("put_away", notice=ended.pk)

    text = window.client.get(LIST).content.decode()
    assert f'data-notice="{ended.pk}"' not in text
    assert "Show what is put away (1)" in text
    assert order() == ["one", "Old", "two", "three", "four", "five"]


def test_what_is_put_away_is_shown_on_request_and_comes_back(window, notices):
    draft = make_notice(title="Idea", live=False)
    window.send("put_away", notice=draft.pk)

    shown = window.client.get(f"{LIST}?all=1").content.decode()
    window.send("bring_back", notice=draft.pk)

    assert "Bring back: “Idea”" in shown
    assert "Move “Idea” up" in window.client.get(LIST).content.decode()


def test_all_that_have_ended_are_put_away_at_once_and_drafts_are_not(window, notices):
    for n in range(3):
        make_notice(title=f"Old {n}", show_until="2020-01-01")
    make_notice(title="Idea", live=False)

    window.send("put_away", notice="over")

    text = window.client.get(LIST).content.decode()
    assert "“Old" not in text
    assert "Move “Idea” up" in text


def test_the_history_says_who_put_it_away_and_who_brought_it_back(window, notices):
    old = make_notice(title="old", show_until="2020-01-01")

    window.send("put_away", notice=old.pk)
    window.send("bring_back", notice=old.pk)

    entries = PageLogEntry.objects.filter(page=old.pk, user=window.user).order_by("pk")
    assert [(entry.action, entry.message) for entry in entries] == [
        ("notices.put_away", "Put away from the list of notices"),
        ("notices.bring_back", "Brought back to the list of notices"),
    ]


def test_what_visitors_see_cannot_be_put_away(window, notices):
    answer = window.send("put_away", notice=notices["one"].pk)

    assert answer.status_code == 409
    assert "Visitors see that notice." in answer.json()["said"]
    assert "Move “one” down" in window.client.get(LIST).content.decode()


@pytest.mark.parametrize("what", ["written on", "published again"])
def test_it_comes_back_by_itself_when_somebody_works_on_it(window, notices, what):
    old = make_notice(title="Old", show_until="2020-01-01")
    window.send("put_away", notice=old.pk)
    old.refresh_from_db()
    old.show_until = None
    version = old.save_revision()

    if what == "published again":
        version.publish()

    assert "Move “Old” down" in window.client.get(LIST).content.decode()


def test_no_save_brings_back_or_puts_away(window, notices):
    old = make_notice(title="Old", show_until="2020-01-01")
    stale = FeaturedNotice.objects.get(pk=old.pk)
    window.send("put_away", notice=old.pk)

    stale.save()

    assert FeaturedNotice.objects.get(pk=old.pk).put_away_at <= timezone.now()


@pytest.mark.parametrize("asked", ["", "x", "999999", "1,2"])
def test_putting_away_what_is_not_there_is_refused(window, notices, asked):
    for name in ("put_away", "bring_back"):
        assert window.send(name, notice=asked).status_code == 409


def test_where_nothing_has_ended_there_is_nothing_to_put_away(window, notices):
    assert window.send("bring_back", notice="over").status_code == 409
    assert window.send("put_away", notice="over").status_code == 409


def test_a_notice_behind_a_password_can_be_moved_all_the_same(window, notices):
    restrict(notices["five"])

    window.move(notices["five"], "top")

    assert order()[0] == "five"


# --- the preview


def previewed(client, query: str = "") -> list[str]:
    from html import unescape
    from re import findall

    text = client.get(f"{address('preview')}{query}").content.decode()
    cards = text.partition('<ul class="notices">')[2].partition("</ul>")[0]
    return [unescape(title) for title in findall(r"<h3><a[^>]*>([^<]*)</a></h3>", cards)]


def test_the_preview_shows_the_home_page_with_this_order_and_with_drafts(window, notices):
    draft = make_notice(title="Idea", live=False)
    draft.save_revision()
    ordering.move(the_home(), draft.pk, goals.before(notices["two"].pk))

    assert previewed(window.client) == ["one", "Idea", "two", "three"]


def test_the_preview_shows_an_order_that_is_only_tried(window, notices):
    tried = [notices[title] for title in ["five", "four", "three", "two", "one"]]

    shown = previewed(window.client, f"?order={joined(tried)}")

    assert shown == ["five", "four", "three", "two"]
    assert order() == [*FIVE]


@pytest.mark.parametrize("query", ["?order=x", "?order=1,1", "?order=999999", f"?order={10**40}"])
def test_nonsense_shows_the_order_that_is_stored(window, notices, query):
    assert previewed(window.client, query) == ["one", "two", "three", "four"]
