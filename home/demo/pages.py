"""The demo's topics, documents, events, notices, plain pages and forms, all invented."""

import re

CREDIT = "Computed landscape, not a photograph"

ALT = {
    "altiplano": "A wide lake on a high plain under a clear sky, with dry hills on the far shore.",
    "cloudforest": "Forested ridges rising out of mist, one behind the other.",
    "cordillera": "A chain of steep mountains fading into haze.",
    "pit": "A terraced open-pit mine seen from above, with a blue-green pond at its floor.",
    "peaks": "Bare grey peaks rising out of haze, one above the other.",
    "river": "A brown river bending through dense forest under low cloud.",
}


def fold(text: str) -> str:
    """Put wrapped text on one line."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """Split text at blank lines into folded paragraphs."""
    return [fold(part) for part in re.split(r"\n\s*\n", text.strip())]


def html(text: str) -> str:
    """Turn prose with ##, ###, > and - lines into HTML."""
    return "".join(_element(part.strip()) for part in re.split(r"\n\s*\n", text.strip()))


def _element(part: str) -> str:
    """Turn one blank-line-separated part into one element."""
    for mark, tag in (("### ", "h3"), ("## ", "h2"), ("> ", "blockquote")):
        if part.startswith(mark):
            return f"<{tag}>{fold(part[len(mark) :])}</{tag}>"
    if part.startswith("- "):
        items = re.split(r"(?m)^\s*- ", part)[1:]
        return "<ul>" + "".join(f"<li>{fold(item)}</li>" for item in items) + "</ul>"
    return f"<p>{fold(part)}</p>"


def prose(text: str) -> tuple[str, str]:
    """A paragraph block."""
    return ("paragraph", html(text))


def image(picture: str, caption: str, alt: str = "") -> tuple[str, dict]:
    """An image block with, unless told, the picture's usual description."""
    return ("image", {"picture": picture, "caption": caption, "alt": alt or ALT[picture]})


ORGANISATION = {
    "name": "Tamaraya Solidarity Circle",
    "short_name": "Tamaraya Circle",
    "tagline": "Twenty years of dated news from one highland country",
    "address": "Tamaraya Solidarity Circle\nSecond floor, 14 Lantern Row\nHarrowmere\nZZ1 4AA",
    "about": fold("""
        For twenty years we have written down what happens in Tamaraya, with the date, and kept it
        where everyone can read it."""),
    "charity_number": "0000000 (sample)",
    "email": "office@example.org",
    "join": {
        "headline": "Why become a member?",
        "points": [
            "Receive the news from Tamaraya every week, checked and in plain English",
            "Stand beside people who are threatened for asking questions",
            "Keep twenty years of reports open to everyone, without advertising",
        ],
        "button": "Join the Circle",
        "text": "Membership is £18 a year. If that is too much, pay what you can.",
    },
}

SAMPLE_NOTE = (
    "This is sample text: the organisation, the country and every person, place, law and case "
    "on these pages are invented."
)

STREAMS = [
    {
        "slug": "news",
        "title": "News",
        "description": "What happened in Tamaraya, with the date, newest first.",
        "introduction": [prose("What happened in Tamaraya, with the date, newest first.")],
        "boxes": ["human-rights", "mining-and-land"],
    },
    {
        "slug": "analysis",
        "title": "Analysis",
        "description": "Longer pieces, for when the news alone does not explain itself.",
        "introduction": [prose("Longer pieces, for when the news alone does not explain itself.")],
        "boxes": ["memory-and-justice", "tamaraya-in-brief"],
    },
]

TOPICS = [
    {
        "slug": "human-rights",
        "title": "Human rights",
        "dye": "rights",
        "is_subject": True,
        "teaser": fold("""
            Who is threatened, who is detained and who answers for it. We follow cases for as long
            as they last, which is seldom less than five years."""),
        "intro": fold("""
            Tamaraya has signed every treaty that matters and printed most of them on good paper.
            The distance between that paper and a police station in Huemaní is what this page is
            about."""),
        "body": [
            prose("""
                The constitution forbids arrest without a warrant except in the act of a crime.
                In practice the exception has swallowed the rule wherever a road is blocked or a
                square is full. Since the public order decree, Decree 077, people may be held for
                fifteen days before a judge sees them, and in four provinces the decree has been
                renewed so often that nobody remembers it as temporary.

                ## Who is at risk

                Most of the people in our files are not professional campaigners. They are the
                treasurer of a water board, the woman with the keys to the parish hall, a man who
                reads the news on a village transmitter. They became known because they signed
                something.

                - People who speak for a community in a dispute over land or water.
                - Relatives who look for the dead of the emergency years, 1981 to 1992.
                - Local journalists, above all those who broadcast in Llasca.
                - Women who report violence in places with one road out.

                ## What we do

                We write down what happened, with the date. We ask the authority concerned for its
                account and print the answer. When someone asks us not to use a name, we do not
                use it, even when it has been printed elsewhere."""),
            (
                "fact_box",
                {
                    "heading": "What is Decree 077?",
                    "text_html": html("""
                        A presidential decree, renewed every sixty days, that suspends the rule on
                        warrants and lets the army patrol roads. It needs no vote in Congress
                        unless a third of the members ask for one. They have asked twice."""),
                },
            ),
            ("documents", {"heading": "Read more", "items": ["annual-report"]}),
        ],
    },
    {
        "slug": "mining-and-land",
        "title": "Mining and land",
        "dye": "mining",
        "is_subject": True,
        "teaser": fold("""
            Copper, silver and zinc pay for a third of the state budget. What they cost is counted
            less carefully."""),
        "intro": fold("""
            Two large mines, some sixty small ones and more than two thousand concessions lie
            across the grazing land of the north. This page explains how they are granted, watched
            and closed."""),
        "body": [
            prose("""
                A concession in Tamaraya gives a right to what is under the ground and none to the
                ground itself. The holder must still come to terms with whoever owns the surface.
                In the high provinces that is usually a community, which may have a title from
                another century, drawn by eye, with a stream for a border that has since moved.

                ## From claim to closure

                A claim is filed in the capital, at a counter, by anyone with the fee. The map is
                amended the same week. The community learns of it, as a rule, when strangers come
                with stakes. Exploration needs a permit and a meeting; exploitation needs an
                impact study; closure needs a plan and money set aside. It is at the last of these
                that the system fails most quietly."""),
            image("pit", "The Cerro Añaque pit, in the province of Cascañe."),
            prose("""
                ## What we look at

                - Agreements signed with communities, and whether they were kept.
                - Dust, noise and traffic along the concentrate roads.
                - Money set aside for closure, mine by mine.
                - Prosecutions of people who protested, which last longer than the protests."""),
            ("documents", {"heading": "Key document", "items": ["plan-de-cierre"]}),
        ],
    },
    {
        "slug": "politics-and-elections",
        "title": "Politics and elections",
        "dye": "politics",
        "is_subject": True,
        "teaser": fold("""
            Ninety members of Congress, eleven provinces, and governments that seldom last their
            term. A guide to who decides what."""),
        "intro": fold("""
            Power in Tamaraya is spread thinly and changes hands often. Most of what touches daily
            life is decided by a provincial governor or by nobody at all."""),
        "body": [
            prose("""
                Congress has a single chamber of ninety seats, filled by province. The president
                is elected for five years and may not stand twice in a row. Between the two lies
                the vote of confidence, which has ended more cabinets than elections have.

                Parties are young. The Order List, Civic Concord and the Party of the Provinces
                are the three that have lasted longer than the person who founded them. Most
                members sit for movements that exist in one province only, and whose name is
                changed before each campaign.

                ## The provinces

                Governors run the hospitals, the schools and the side roads with money that is
                voted in the capital and arrives late. An audit office can suspend them. It has
                suspended seven in ten years, and of these five were reinstated.

                ## How we cover it

                We do not support any party. We report votes, appointments and budgets where they
                touch rights, land, water or the memory of the emergency."""),
        ],
    },
    {
        "slug": "indigenous-peoples",
        "title": "Indigenous peoples",
        "dye": "peoples",
        "is_subject": True,
        "teaser": fold("""
            Llasca in the mountains, Imaré and Sonecha on the forest rivers: three languages, many
            communities, and a law that says they must be asked first."""),
        "intro": fold("""
            About four in ten Tamarayans learned a language other than Spanish at home. The state
            wrote to them in that language for the first time eleven years after promising to."""),
        "body": [
            prose("""
                Law 418, the consultation law, obliges the government to consult Indigenous
                peoples before it approves anything that may change their land or their way of
                living on it. It gives a procedure in seven steps and does not say what happens
                when the answer is no.

                ## Three peoples, many communities

                The Llasca-speaking communities of the highlands hold their land in common and
                divide its use each year in assembly. The Imaré live along the Río Sirapé and its
                tributaries, in some seventy villages. The Sonecha are fewer than four thousand,
                most of them above the falls at Mirañambo, and several families among them avoid
                contact altogether."""),
            image("cloudforest", "The slope above Puerto Imaré, where Sonecha land begins."),
            prose("""
                ## What we follow

                - Consultations: when they began, who was in the room, in what language.
                - Land titles, and the office that is meant to survey them.
                - Teaching, court hearings and health care in Llasca, Imaré and Sonecha.
                - The protection of families who do not wish to be visited."""),
            ("documents", {"heading": "Our briefing", "items": ["briefing-consultation"]}),
        ],
    },
    {
        "slug": "memory-and-justice",
        "title": "Memory and justice",
        "dye": "justice",
        "is_subject": True,
        "teaser": fold("""
            More than four thousand people disappeared between 1981 and 1992. Their families are
            still looking, and some of them are now over ninety."""),
        "intro": fold("""
            The emergency ended with a radio broadcast and without a trial. What has been learned
            since was learned because relatives would not go home."""),
        "body": [
            prose("""
                The Commission for the Disappeared sat for twenty-six months and published its
                report, <i>El libro de los nombres</i>, in 2001. It lists 4,112 people. Each has a
                line: a name, an age, the place where the person was last seen and who was seen
                with them. In 2,890 of these lines the last witness saw a uniform.

                ## The cases

                Thirty-seven cases were sent to the prosecutors. Nine reached a court. The best
                known is that of Ayoña, where an army patrol killed thirty-one villagers in 1986
                and the survivors were told for sixteen years that no patrol had been there."""),
            (
                "pull_quote",
                {
                    "quote": "We are not asking for the past back. We are asking where it is.",
                    "attribution": "Fausta Corimaya, Association of Relatives of Ayoña",
                },
            ),
            prose("""
                ## Searching

                A small forensic team, paid partly from abroad, opens between ten and twenty sites
                a year. Families are present. They bring food and they choose the hour at which
                work stops. About one person in three who is found can be named.

                ## Law 611

                The limitation law of an earlier Congress would have closed most of these cases.
                The constitutional court struck out its main article and left the rest, and nobody
                is quite sure what the rest means."""),
            ("documents", {"heading": "Key document", "items": ["resumen-ayona"]}),
        ],
    },
    {
        "slug": "water-and-climate",
        "title": "Water and climate",
        "dye": "water",
        "is_subject": True,
        "teaser": fold("""
            The ice on Nevado Urpaya feeds three rivers. It has lost a third of its surface since
            it was first measured, and everyone downstream has a plan for what remains."""),
        "intro": fold("""
            In the high valleys water is shared out by the hour, by people elected to do it. That
            old arrangement is now asked to survive a shrinking glacier, a mine and a dam."""),
        "body": [
            prose("""
                Every irrigated village has a water board and a <i>juez de aguas</i>, a water
                judge, who is chosen for a year and paid in potatoes. Turns are fixed by custom.
                Disputes are settled on the canal, in the presence of both families, and are
                almost never written down.

                The national water authority, which was created to license industry, has no place
                for such boards in its register. Of some 1,400 boards it recognises 212. The rest
                cannot object to a permit, because in law they are not there."""),
            image("altiplano", "Laguna Oré, the reservoir of four districts, at its autumn level."),
            prose("""
                ## What we follow

                - Flow and quality readings, where anyone takes them.
                - The retreat of the Urpaya ice and what it does to the Río Cascañe.
                - The Tres Vertientes dam on the Sirapé.
                - Floods and frosts, and who is helped after them."""),
            ("documents", {"heading": "Our data", "items": ["ore-readings"]}),
        ],
    },
    {
        "slug": "what-we-ask-for",
        "title": "What we ask for",
        "dye": "none",
        "is_subject": False,
        "teaser": "Five requests that we have put to every government, here and there.",
        "intro": fold("""
            We are a small group of people in Britain and Tamaraya who have worked together for
            twenty years. This is what we want, in the order in which we would like to have it."""),
        "body": [
            prose("""
                - That nobody is threatened, charged or harmed for defending land, water or the
                  memory of the dead.
                - That communities are asked before and not after, in their own language, and that
                  a no is written down as a no.
                - That the bodies of the disappeared are looked for with public money until they
                  are found.
                - That mines pay for what they leave behind, while they are still earning.
                - That British companies and public funds follow in Tamaraya the rules they follow
                  at home.

                We ask these things by writing letters, by printing what we know and by bringing
                people who know more into the same room as people who decide."""),
        ],
    },
    {
        "slug": "tamaraya-in-brief",
        "title": "Tamaraya in brief",
        "dye": "none",
        "is_subject": False,
        "teaser": "The country on one page: where it is high, who lives there and how it is run.",
        "intro": fold("""
            A landlocked republic of mountains and cloud forest, with its back to the snow and its
            rivers running away from the capital."""),
        "body": [
            image("cordillera", "The eastern range from the Cuesta Ñaupina pass."),
            prose("""
                Tamaraya has a little under six million people. One in four lives in the capital,
                Valcorzo, at 2,300 metres; most of the rest live higher. The three great rivers,
                the Cascañe, the Ñurimbo and the Sirapé, begin within a day’s walk of each other
                and never meet again."""),
            (
                "table",
                {
                    "caption": "Some figures, from the last census",
                    "header": ["Subject", "Figure"],
                    "rows": [
                        ["Inhabitants", "5.8 million"],
                        ["Provinces", "11"],
                        ["Speak Llasca, Imaré or Sonecha", "41 in 100"],
                        ["Homes with piped water", "63 in 100"],
                        ["Registered communities", "1,906"],
                    ],
                },
            ),
            prose("""
                Spanish and Llasca are both official; Imaré and Sonecha are official where they
                are spoken. The currency is the peso. Independence came late and was argued over
                for a generation, which is why the national day is celebrated on two dates."""),
        ],
    },
]

DOCUMENTS = [
    {
        "slug": "annual-report",
        "title": "Annual report of the Tamaraya Solidarity Circle",
        "language": "en",
        "pages": 1,
        "description": "What we did, what it cost and who paid for it.",
        "body_lines": [
            "Tamaraya Solidarity Circle",
            "Annual report (sample document)",
            "",
            "What we did",
            "We published 148 news items and eleven analyses.",
            "We sent 63 letters about people at risk and had 19 answers.",
            "We received two visitors from Tamaraya and held four meetings.",
            "",
            "What it cost",
            "Staff (one and a half posts)       £41,200",
            "Translation and interpreting        £6,950",
            "Visits and meetings                 £5,480",
            "Office, printing and the website    £4,310",
            "",
            "Who paid",
            "Members                            £33,700",
            "Two small trusts                   £19,000",
            "Sales and collections               £3,120",
            "Taken from reserves                 £2,120",
            "",
            "We take no money from companies or governments.",
        ],
    },
    {
        "slug": "briefing-consultation",
        "title": "Asked on a Thursday: how the consultation law is used",
        "language": "en",
        "pages": 1,
        "description": "A briefing on the first fifty consultations held under Law 418.",
        "body_lines": [
            "Asked on a Thursday",
            "How the consultation law is used (sample document)",
            "",
            "We read the minutes of the first fifty consultations held under Law 418.",
            "",
            "1. In 38 the project had been approved in principle before the first meeting.",
            "2. In 29 there was no interpreter at one or more sessions.",
            "3. In 44 the meeting was held on a working day, most often a Thursday.",
            "4. In 6 the measure was changed because of what was said.",
            "5. In none was it withdrawn.",
            "",
            "We recommend that the calendar be agreed with the community, that minutes be",
            "read aloud in the language of the assembly before they are signed, and that a",
            "refusal be recorded in the words in which it was given.",
        ],
    },
    {
        "slug": "plan-de-cierre",
        "title": "Plan de cierre de la mina Peña Ruaña: resumen",
        "language": "es",
        "pages": 1,
        "description": "The official summary of the closure plan, with the sums set aside.",
        "body_lines": [
            "Plan de cierre de la mina Peña Ruaña",
            "Resumen para la población (documento de muestra)",
            "",
            "La mina dejará de extraer mineral al agotarse las reservas conocidas.",
            "La empresa retirará la planta, cubrirá los depósitos de relaves y tratará",
            "el agua de la bocamina durante el tiempo que sea necesario.",
            "",
            "Garantía prevista:     190 millones de pesos",
            "Garantía depositada:    41 millones de pesos",
            "",
            "Las observaciones se reciben durante treinta días en la sede del distrito.",
            "El expediente completo puede consultarse en la capital, con cita previa.",
        ],
    },
    {
        "slug": "resumen-ayona",
        "title": "Caso Ayoña: resumen de la acusación",
        "language": "es",
        "pages": 1,
        "description": "The prosecution’s case against five retired officers, in summary.",
        "body_lines": [
            "Caso Ayoña",
            "Resumen de la acusación (documento de muestra)",
            "",
            "Treinta y una personas murieron en la comunidad de Ayoña en 1986.",
            "La acusación sostiene que una patrulla procedente de la base de Iscañamba",
            "reunió a los habitantes en la capilla y separó a los hombres.",
            "",
            "Cinco oficiales en retiro son acusados como autores mediatos.",
            "La defensa niega que la patrulla existiera.",
            "",
            "Han declarado cuarenta y seis testigos, doce de ellos en llasca.",
        ],
    },
    {
        "slug": "ore-readings",
        "title": "Laguna Oré: a year of weekly readings",
        "language": "en",
        "pages": 2,
        "description": "Water level below the sill, read each Monday by the water board.",
        "body_lines": [
            "Laguna Oré: a year of weekly readings (sample document)",
            "Centimetres below the sill, read each Monday by the water board.",
            "",
            *[
                f"Week {week:2}     {38 + abs((week + 8) % 52 - 26) * 3 + week % 2:3} cm"
                for week in range(1, 53)
            ],
            "",
            "Readings by the water board of Lagunillas de Oré. Free to use with credit.",
        ],
    },
]

EVENTS = [
    {
        "key": "highland-day",
        "headline": "Highland Day: a public meeting on mines that close",
        "posted_days": -12,
        "start_days": 16,
        "start": "10:30",
        "end": "16:30",
        "tz": "Europe/London",
        "venue": "St Aldhelm’s Hall",
        "street": "3 Weavers Lane, Harrowmere",
        "postcode": "ZZ1 4AB",
        "online_url": "",
        "schedule": [
            ("10:30", "Doors open, tea and registration"),
            ("11:00", "Peña Ruaña: what the closure plan leaves out"),
            ("12:30", "Lunch, vegetarian and included"),
            ("13:30", "Workshops: reading a permit; writing a letter that is answered"),
            ("15:15", "What members can do this year"),
        ],
        "prices": [("Members and concessions", "8.00"), ("Others", "13.00")],
        "contact": "events@example.org",
        "teaser": paragraphs("""
            Peña Ruaña will shut within two years, and the money set aside for what follows is a
            fifth of what is needed. Speakers from Tolaque and from two closed British collieries
            compare notes.

            All are welcome, whether or not you have been to one of our meetings before."""),
        "body": [
            prose("""
                Liduvina Samayoque, who keeps the accounts of the Tolaque municipalities’
                association, has read every page of the closure plan and will tell us what is on
                the ones that were not published. She will speak in Spanish, with interpretation.

                ## Getting in

                The hall is level throughout and has a hearing loop. The number 6 bus stops at the
                door. If you need anything to be able to take part, write to us a week before.

                Children are welcome; there is a room with toys and somebody to mind it."""),
            ("documents", {"heading": "To read beforehand", "items": ["plan-de-cierre"]}),
        ],
        "topic": "mining-and-land",
    },
    {
        "key": "ayona-vigil",
        "headline": "An evening for the thirty-one of Ayoña",
        "posted_days": -5,
        "start_days": 30,
        "start": "19:00",
        "end": "21:00",
        "tz": "Europe/London",
        "venue": "Meeting Room, Old Corn Store",
        "street": "22 Quayside, Harrowmere",
        "postcode": "ZZ2 8BD",
        "online_url": "https://example.org/live/ayona",
        "schedule": [("18:30", "Soup and bread"), ("19:00", "The names are read")],
        "prices": [("Free, with a collection", "0.00")],
        "contact": "Ask for Morwenna at events@example.org",
        "teaser": paragraphs("""
            The names are read in Llasca, Spanish and English, with a minute between each. We
            meet every year, and this year the verdict is near."""),
        "body": [
            prose("""
                Nothing else happens at this meeting and nobody makes a speech. Afterwards there
                is time to write to the families; we send the cards with the next visitor."""),
        ],
        "topic": "memory-and-justice",
    },
    {
        "key": "sirape-online",
        "headline": "Una represa, tres pueblos: an online talk about the Sirapé",
        "posted_days": -1,
        "start_days": 44,
        "start": "18:00",
        "end": "19:30",
        "tz": "Europe/Madrid",
        "venue": "",
        "street": "",
        "postcode": "",
        "online_url": "https://example.org/live/sirape",
        "schedule": [],
        "prices": [("Members", "0.00"), ("Others", "4.00")],
        "contact": "events@example.org",
        "teaser": paragraphs("""
            Eliseo Tairone of the river federation explains what the Tres Vertientes dam would do
            to fishing, and why the federation asked for a different place and not for a stop.
            In Spanish, with captions in English."""),
        "body": [],
        "topic": "indigenous-peoples",
    },
    {
        "key": "annual-meeting",
        "headline": "Annual general meeting of members",
        "posted_days": -80,
        "start_days": -38,
        "start": "14:00",
        "end": "16:00",
        "tz": "Europe/London",
        "venue": "Public Library, first floor",
        "street": "Market Street, Harrowmere",
        "postcode": "ZZ1 2CC",
        "online_url": "https://example.org/live/agm",
        "schedule": [("14:00", "Reports and accounts"), ("15:15", "News from Tamaraya")],
        "prices": [],
        "contact": "office@example.org",
        "teaser": paragraphs("""
            Accounts, elections to the committee and a report from our visit to Huemaní. Members
            may vote by post until the day before."""),
        "body": [
            prose("""
                Three places on the committee fall vacant. Nominations need two members and the
                consent of the person named, which has not always been sought.

                The papers are sent to all members by post and may be had from the office."""),
            ("documents", {"heading": "Papers", "items": ["annual-report"]}),
        ],
        "topic": "",
    },
    {
        "key": "letters-evening",
        "headline": "Letter-writing evening for the Huemaní broadcasters",
        "posted_days": -131,
        "start_days": -120,
        "start": "18:30",
        "end": "20:30",
        "tz": "Europe/London",
        "venue": "The Weighing House",
        "street": "5 Sheep Street, Harrowmere",
        "postcode": "ZZ1 3DE",
        "online_url": "",
        "schedule": [],
        "prices": [("Everyone", "2.00")],
        "contact": "letters@example.org",
        "teaser": paragraphs("""
            Two hours, one case, pens provided. Last time forty of us wrote and eleven had a reply
            from the ministry, four of them signed by hand."""),
        "body": [],
        "topic": "human-rights",
    },
    {
        "key": "glacier-exhibition",
        "headline": "Opening: photographs of the Urpaya ice, 1931 to the present",
        "posted_days": -1170,
        "start_days": -1150,
        "start": "18:00",
        "end": "20:00",
        "tz": "Europe/London",
        "venue": "Town Museum",
        "street": "Abbey Walk, Harrowmere",
        "postcode": "ZZ1 1FG",
        "online_url": "",
        "schedule": [("18:00", "Welcome"), ("18:20", "A talk by the photographer’s niece")],
        "prices": [("Adults", "5.00"), ("Under 18 and students", "2.50")],
        "contact": "events@example.org",
        "teaser": paragraphs("""
            The same ridge, taken from the same rock, by four people over ninety years. The rock
            has not moved."""),
        "body": [
            prose("""
                The earliest plate was made by a surveyor who was looking for a railway. The
                latest was made by a girl of fourteen from Ayoña with a borrowed telephone. Both
                stood where a herder told them to."""),
            image("cordillera", "The range above Ayoña. The exhibition compares four such views."),
        ],
        "topic": "water-and-climate",
    },
]

NOTICES = [
    {
        "kind": "event",
        "headline": "Highland Day: what does a mine leave behind?",
        "age_days": 12,
        "teaser": paragraphs("""
            Our yearly public meeting, with speakers from Tolaque. Lunch is included and
            booking is open."""),
        "body": [],
        "target": ("event", "highland-day"),
        "show_until_days": 16,
        "live": True,
    },
    {
        "kind": "appeal",
        "headline": "Lawyers for the road-block defendants of Llocaña",
        "age_days": 20,
        "teaser": paragraphs("""
            Fourteen people from one village go on trial together. Two lawyers act for all of
            them, for their bus fares."""),
        "body": [
            prose("""
                The charges follow a protest that lasted a day and a half. The hearings are in the
                provincial capital, six hours away, and those who miss one may be arrested. So far
                the village has sold eleven cows to pay for the journeys.

                ## What your gift does

                - £9 takes one defendant to one hearing and back.
                - £35 feeds the group for a day in court.
                - £120 pays for an interpreter from Llasca, which the court should provide.

                Gifts are sent each month to the parish of Llocaña, which publishes its accounts on
                the church door. We take nothing for ourselves."""),
            ("related", ["acquitted", "protection-scheme"]),
        ],
        "target": None,
        "show_until_days": None,
        "live": True,
    },
    {
        "kind": "report",
        "headline": "Annual report: what your subscriptions paid for",
        "age_days": 45,
        "teaser": ["A year on one page, with every pound accounted for."],
        "body": [],
        "target": ("document", "annual-report"),
        "show_until_days": None,
        "live": True,
    },
    {
        "kind": "membership",
        "headline": "Give a year’s membership to someone under 26",
        "age_days": 66,
        "teaser": paragraphs("""
            For £6 we send a young person our letter for a year and a place at Highland Day. You
            may choose the person or leave it to us."""),
        "body": [],
        "target": ("url", "https://example.org/gift-membership"),
        "show_until_days": None,
        "live": True,
    },
    {
        "kind": "other",
        "headline": "Long read: the mine that is closing without the money to close",
        "age_days": 4,
        "teaser": ["Nine months of reading documents that were public in name only."],
        "body": [],
        "target": ("story", "pena-ruana-closure"),
        "show_until_days": 60,
        "live": True,
    },
    {
        "kind": "event",
        "headline": "Members: come to the annual general meeting",
        "age_days": 80,
        "teaser": ["Accounts, elections and news from Huemaní, with tea."],
        "body": [],
        "target": ("event", "annual-meeting"),
        "show_until_days": -38,
        "live": True,
    },
    {
        "kind": "appeal",
        "headline": "A transmitter for Radio Huemaní",
        "age_days": 1,
        "teaser": paragraphs("""
            The station is on air again with equipment lent by a parish. A transmitter of its
            own costs £2,300."""),
        "body": [
            prose("""
                This appeal waits for the station’s own decision on what to buy. It is not to be
                published before the board of Radio Huemaní has met."""),
        ],
        "target": None,
        "show_until_days": 120,
        "live": False,
    },
]

STANDARD_PAGES = [
    {
        "slug": "about",
        "title": "About us",
        "teaser": "Who we are, how we work and how to tell us that we are wrong.",
        "body": [
            prose("""
                The Tamaraya Solidarity Circle was founded twenty years ago by seven people who
                had met at a funeral. Some had been born in Tamaraya, some had worked there as
                nurses or teachers, and one had been there only once. They agreed to write down
                what they heard, with the date, and to post it to anyone who asked.

                That is still most of what we do. There are now about eleven hundred members, one
                full-time worker and one half-time, and a committee of nine which meets each
                month in Harrowmere.

                ## How we check

                Each item has two sources who do not depend on each other, or says that it has
                not. We ask those who are criticised for their account. We correct mistakes on the
                page where they were made, with the date of the correction, and do not remove them
                quietly.

                ## Names

                We do not name children, survivors of sexual violence or people who asked us not
                to. If you find your own name here and wish it away, write to us. We shall not ask
                for a reason.

                ## Money

                Three fifths of our income comes from members. We accept nothing from companies,
                governments or political parties, in Britain or in Tamaraya."""),
            ("documents", {"heading": "Our accounts", "items": ["annual-report"]}),
        ],
    },
    {
        "slug": "privacy",
        "title": "Privacy",
        "teaser": "What this site knows about you, which is very little.",
        "body": [
            prose("""
                You can read everything here without telling us anything. The site sets no cookies
                for readers, counts nobody and loads nothing from other people’s servers.

                ## If you write to us

                What you send through a form is kept by us and read by our two workers. We keep it
                for as long as we need it to answer you, and for two years at most. If you join,
                we keep your name and address while you are a member and for six years after, as
                the rules on gifts require.

                ## If you are in danger

                Please do not use a form on this site to send us anything that could harm you or
                another person if it were read. Write first, without details, and we shall agree
                on another way.

                ## Your rights

                You may ask what we hold about you, have it corrected or have it deleted. Write to
                office@example.org. We answer within a month and usually within a week."""),
        ],
    },
    {
        "slug": "publications",
        "title": "Publications",
        "teaser": "Briefings, reports and data, free to read and to copy.",
        "body": [
            prose("""
                We publish seldom and briefly. Everything below may be copied, translated and
                handed out, provided that you say where it comes from and change nothing without
                saying so.

                Printed copies cost us about a pound each. We send up to five without charge to
                schools, parishes and community groups."""),
            (
                "documents",
                {
                    "heading": "In English",
                    "items": ["briefing-consultation", "ore-readings", "annual-report"],
                },
            ),
            (
                "documents",
                {"heading": "En español", "items": ["plan-de-cierre", "resumen-ayona"]},
            ),
            prose("""
                ## Translations

                A Llasca recording of the consultation briefing, read by two students from
                Huemaní, can be had from the office on request."""),
        ],
    },
]

FORMS = [
    {
        "slug": "join",
        "title": "Join the Circle",
        "intro": html("""
            Membership is £18 a year, £6 for anyone under 26 or without a wage, and what you can
            afford if that is too much. Send this form and we shall write back with the ways to
            pay. Nothing is taken today."""),
        "thank_you": html("""
            Thank you. One of us will write to you within a week, by hand if you gave a postal
            address and by email if you did not."""),
        "submit": "Ask to join",
        "fields": [
            {
                "label": "Your name",
                "field_type": "singleline",
                "required": True,
                "help_text": "As you would like to be greeted.",
                "choices": [],
            },
            {
                "label": "Email address",
                "field_type": "email",
                "required": True,
                "help_text": "We use it to answer you and for nothing else.",
                "choices": [],
            },
            {
                "label": "Kind of membership",
                "field_type": "dropdown",
                "required": True,
                "help_text": "You can change this at any time.",
                "choices": [
                    "Ordinary, £18 a year",
                    "Under 26 or without a wage, £6 a year",
                    "Household, £25 a year",
                    "I should like to pay something else",
                ],
            },
            {
                "label": "Postal address",
                "field_type": "multiline",
                "required": False,
                "help_text": "Only if you would like the printed letter.",
                "choices": [],
            },
            {
                "label": "I can help with translation",
                "field_type": "checkbox",
                "required": False,
                "help_text": "From Spanish or Llasca, a page or two a month.",
                "choices": [],
            },
        ],
    },
    {
        "slug": "contact",
        "title": "Contact",
        "intro": html("""
            Questions, corrections and offers of help are all read by a person. If you are
            writing about someone in danger, please read our privacy page first and send no
            details here."""),
        "thank_you": html("""
            Thank you for writing. The office is open from Monday to Thursday; you should have an
            answer within three working days."""),
        "submit": "Send message",
        "fields": [
            {
                "label": "Your name",
                "field_type": "singleline",
                "required": False,
                "help_text": "You may leave this empty.",
                "choices": [],
            },
            {
                "label": "Email address",
                "field_type": "email",
                "required": True,
                "help_text": "So that we can answer.",
                "choices": [],
            },
            {
                "label": "Subject",
                "field_type": "dropdown",
                "required": True,
                "help_text": "This decides who reads it first.",
                "choices": [
                    "A correction to something we published",
                    "Membership",
                    "Press or research",
                    "An invitation to speak",
                    "Something else",
                ],
            },
            {
                "label": "Message",
                "field_type": "multiline",
                "required": True,
                "help_text": "English, Spanish or Llasca.",
                "choices": [],
            },
        ],
    },
]
