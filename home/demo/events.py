"""The invented meetings of an invented organisation, in every state an event can be in."""

from home.demo.markup import image, paragraphs, prose


def _event(
    key: str,
    posted_days: int,
    days: tuple[int, int] | int,
    hours: tuple[str, str] | None,
    headline: str,
    teaser: str,
    *,
    topic: str = "",
    place: tuple[str, str, str] = ("", "", ""),
    tz: str = "Europe/London",
    online_url: str = "",
    schedule: tuple[tuple[str, str], ...] = (),
    prices: tuple[tuple[str, str], ...] = (),
    booking_url: str = "",
    contact: str = "events@example.org",
    state: str = "planned",
    state_note: str = "",
    previous: tuple[int, str] | None = None,
    report: str = "",
    body: tuple = (),
) -> dict:
    """One event with every field present; days count from today, no hours means none is known."""
    first, last = days if isinstance(days, tuple) else (days, days)
    start, end = hours or ("00:00", "00:00")
    venue, street, postcode = place
    return {
        "key": key,
        "headline": headline,
        "teaser": paragraphs(teaser),
        "topic": topic,
        "posted_days": posted_days,
        "start_days": first,
        "end_days": last,
        "start": start,
        "end": end,
        "has_hours": hours is not None,
        "tz": tz,
        "venue": venue,
        "street": street,
        "postcode": postcode,
        "online_url": online_url,
        "schedule": list(schedule),
        "prices": list(prices),
        "booking_url": booking_url,
        "contact": contact,
        "state": state,
        "state_note": state_note,
        "previous": previous,
        "report": report,
        "body": list(body),
    }


CORN_STORE = ("Meeting Room, Old Corn Store", "22 Quayside, Harrowmere", "ZZ2 8BD")
WEIGHING_HOUSE = ("The Weighing House", "5 Sheep Street, Harrowmere", "ZZ1 3DE")
HALL = ("St Aldhelm’s Hall", "3 Weavers Lane, Harrowmere", "ZZ1 4AB")

EVENTS = [
    _event(
        "open-office",
        -6,
        0,
        ("10:00", "22:00"),
        "Open office: come and read twenty years of letters",
        """
        Once a year the boxes come down from the attic. Anyone may sit at the long table, read what
        was sent to us and write down a date that we have lost.""",
        place=("Second floor", "14 Lantern Row, Harrowmere", "ZZ1 4AA"),
        body=(
            prose("""
                There are thirty-one boxes. Two are in order. We have gloves, pencils and a kettle,
                and somebody who reads Llasca comes at six.

                The stairs are steep and there is no lift. If you cannot climb them, tell us which
                year you would like to read and we shall bring its box down to the bakery."""),
        ),
    ),
    _event(
        "choir-of-quechaja",
        -33,
        9,
        ("19:30", "21:30"),
        "The choir of Quechaja sings in Harrowmere",
        """
        Eleven women, two harps and the songs that are sung in Quechaja when the canal is
        cleaned.""",
        place=HALL,
        prices=(("Adults", "9.00"), ("Under 18 and students", "4.00")),
        booking_url="https://example.org/book/choir",
        state="cancelled",
        state_note="The visas were refused eight days before the journey. Everyone who has paid "
        "gets the money back without asking.",
        body=(
            prose("""
                The choir was invited by three towns. We have asked the consulate for its reasons
                and shall print the answer. The singers have recorded an hour of the songs in the
                chapel of Quechaja, and we hope to play it at Highland Day."""),
        ),
    ),
    _event(
        "highland-day",
        -12,
        16,
        ("10:30", "16:30"),
        "Highland Day: a public meeting on mines that close",
        """
        Peña Ruaña will shut within two years, and the money set aside for what follows is a fifth
        of what is needed. Speakers from Tolaque and from two closed British collieries compare
        notes.

        All are welcome, whether or not you have been to one of our meetings before.""",
        topic="mining-and-land",
        place=HALL,
        schedule=(
            ("10:30", "Doors open, tea and registration"),
            ("11:00", "Peña Ruaña: what the closure plan leaves out"),
            ("12:30", "Lunch, vegetarian and included"),
            ("13:30", "Workshops: reading a permit; writing a letter that is answered"),
            ("15:15", "What members can do this year"),
        ),
        prices=(("Members and concessions", "8.00"), ("Others", "13.00"), ("Under 18", "0.00")),
        booking_url="https://example.org/book/highland-day",
        body=(
            prose("""
                Liduvina Samayoque, who keeps the accounts of the Tolaque municipalities’
                association, has read every page of the closure plan and will tell us what is on
                the ones that were not published. She will speak in Spanish, with interpretation.

                ## Getting in

                The hall is level throughout and has a hearing loop. The number 6 bus stops at the
                door. If you need anything to be able to take part, [[contact|write to us]] a week
                before.

                Children are welcome; there is a room with toys and somebody to mind it."""),
            ("documents", {"heading": "To read beforehand", "items": ["plan-de-cierre"]}),
        ),
    ),
    _event(
        "at-the-loom",
        -19,
        (23, 25),
        ("18:00", "15:00"),
        "Three days at the loom with weavers of Ch’illcapata",
        """
        From an evening to the afternoon of the day after next, two weavers show how a belt is
        begun, why it has two faces, and how to count without looking down.""",
        topic="indigenous-peoples",
        place=("Mill Cottage", "Lower Fold, Harrowmere", "ZZ3 5GH"),
        schedule=(
            ("18:00", "First day: supper, and the wool is shared out"),
            ("09:30", "Second day: warping; the first pattern"),
            ("10:00", "Third day: finishing; which patterns may be sold, and which may not"),
        ),
        prices=(("With a bed for two nights", "85.00"), ("Without", "48.50")),
        booking_url="https://example.org/book/weaving",
        body=(
            prose("""
                There are twelve places; looms and wool are provided. The weavers set the fee, and all of it is theirs; food and
                beds are given by members.

                Two of the patterns belong to families and will be shown but not taught. Please
                leave cameras outside the room while they are on the loom."""),
        ),
    ),
    _event(
        "ayona-verdict",
        -8,
        27,
        ("09:00", "13:00"),
        "The Ayoña verdict is read: listen with us",
        """
        The court in Valcorzo lets the reading be heard outside. We pass the sound on as it comes,
        with a voice in English one sentence behind.""",
        topic="memory-and-justice",
        tz="America/Lima",
        online_url="https://example.org/live/verdict",
        body=(
            prose("""
                Courts in Tamaraya keep the hours of Lima. The judgment is said to have four
                hundred pages, of which the last three matter most; reading begins with the first.

                Nobody has to listen alone. Members in nine towns open their kitchens for the
                morning: [[contact|ask us]] for the one nearest to you."""),
        ),
    ),
    _event(
        "ayona-vigil",
        -5,
        30,
        ("19:00", "21:00"),
        "An evening for the thirty-one of Ayoña",
        """
        The names are read in Llasca, Spanish and English, with a minute between each. We meet
        every year, and this year the verdict is near.""",
        topic="memory-and-justice",
        place=CORN_STORE,
        online_url="https://example.org/live/ayona",
        schedule=(("18:30", "Soup and bread"), ("19:00", "The names are read")),
        prices=(("Free, with a collection", "0.00"),),
        contact="Ask for Morwenna at events@example.org",
        state="moved",
        state_note="Four days later than announced, so as not to fall on the families’ own vigil, "
        "and in the Old Corn Store, which has heating.",
        previous=(26, "19:30"),
        body=(
            prose("""
                Nothing else happens at this meeting and nobody makes a speech. Afterwards there
                is time to write to the families; we send the cards with the next visitor."""),
        ),
    ),
    _event(
        "sirape-online",
        -1,
        44,
        ("18:00", "19:30"),
        "Una represa, tres pueblos: an online talk about the Sirapé",
        """
        Eliseo Tairone of the river federation explains what the Tres Vertientes dam would do to
        fishing, and why the federation asked for a different place and not for a stop. In Spanish,
        with captions in English.""",
        topic="indigenous-peoples",
        tz="Europe/Madrid",
        online_url="https://example.org/live/sirape",
        prices=(("Members", "0.00"), ("Others", "4.00")),
        booking_url="https://example.org/book/sirape",
    ),
    _event(
        "radio-listening-day",
        -26,
        61,
        None,
        "A day of listening to Radio Huemaní",
        """
        We shall follow one day of the station’s programme from the price of potatoes to the last
        song. The hour at which it opens depends on its transmitter and will be announced.""",
        topic="human-rights",
        place=WEIGHING_HOUSE,
    ),
    _event(
        "annual-meeting",
        -80,
        -38,
        ("14:00", "16:00"),
        "Annual general meeting of members",
        """
        Accounts, elections to the committee and a report from our visit to Huemaní. Members may
        vote by post until the day before.""",
        place=("Public Library, first floor", "Market Street, Harrowmere", "ZZ1 2CC"),
        online_url="https://example.org/live/agm",
        schedule=(("14:00", "Reports and accounts"), ("15:15", "News from Tamaraya")),
        booking_url="https://example.org/book/agm",
        contact="office@example.org",
        report="what-members-decided",
        body=(
            prose("""
                Three places on the committee fall vacant. Nominations need two members and the
                consent of the person named, which has not always been sought.

                The papers are sent to all members by post and may be had from the office."""),
            ("documents", {"heading": "Papers", "items": ["annual-report"]}),
        ),
    ),
    _event(
        "letters-evening",
        -131,
        -120,
        ("18:30", "20:30"),
        "Letter-writing evening for the Huemaní broadcasters",
        """
        Two hours, one case, pens provided. Last time forty of us wrote and eleven had a reply from
        the ministry, four of them signed by hand.""",
        topic="human-rights",
        place=WEIGHING_HOUSE,
        prices=(("Everyone", "2.00"),),
        contact="letters@example.org",
    ),
    _event(
        "glacier-exhibition",
        -1170,
        -1150,
        ("18:00", "20:00"),
        "Opening: photographs of the Urpaya ice, 1931 to the present",
        """
        The same ridge, taken from the same rock, by four people over ninety years. The rock has
        not moved.""",
        topic="water-and-climate",
        place=("Town Museum", "Abbey Walk, Harrowmere", "ZZ1 1FG"),
        schedule=(("18:00", "Welcome"), ("18:20", "A talk by the photographer’s niece")),
        prices=(("Adults", "5.00"), ("Under 18 and students", "2.50")),
        body=(
            prose("""
                The earliest plate was made by a surveyor who was looking for a railway. The latest
                was made by a girl of fourteen from Ayoña with a borrowed telephone. Both stood
                where a herder told them to."""),
            image("cordillera", "The range above Ayoña. The exhibition compares four such views."),
        ),
    ),
]
