"""The demo's topics and notices, and who publishes them, all invented."""

from home.demo.markup import call_to_action, fold, html, image, paragraphs, prose, statistics

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
            ("documents", {"heading": "Key document", "items": ["decreto-077"]}),
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
            call_to_action(
                "Tell us about a mine that is closing",
                "We keep a list, with the sums. If you live near one of them, here or there, we"
                " should like to know what you see.",
                "Write to us",
                "contact",
            ),
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
            statistics(
                "The commission’s list",
                ("4,112", "people on it"),
                ("2,890", "last seen with somebody in uniform"),
                ("9 of 37", "cases that have reached a court"),
                source="“El libro de los nombres”, and our own count of the cases",
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
        "review_days": None,
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
        "review_days": None,
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
        "review_days": None,
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
        "review_days": -9,
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
        "review_days": None,
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
        "review_days": None,
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
        "review_days": None,
        "live": False,
    },
]
