"""The pages that are neither news nor topics: who we are, how the site works, and its forms."""

from home.demo.markup import html, prose, sources, table

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
                for readers, runs no scripts, counts nobody and loads nothing from other people’s
                servers. There is nothing to accept or to refuse.

                ## What the machine sees

                To send you a page, a server must know the network address you ask from. A log of
                requests may be kept for some days by whoever runs the server, so that faults and
                attacks can be found. We do not join it with anything else and show it to nobody.

                To hold off floods, the server counts for some minutes how often one network
                address uses a form. What it counts by is a scramble of the address, made in
                another way every day; the address itself is not kept.

                Nothing is loaded from another site until you follow a link to it, and that site
                is not told which page of ours you came from.

                ## If you write to us

                A form keeps what you typed into it and the moment you sent it, and nothing else:
                on this server, and in our mailbox if we have it sent there.
                It is read by our two workers. We keep it for as long as we need it to answer you,
                and for two years at most. If you join, we keep your name and address while you are
                a member and for six years after, as the rules on gifts require.

                A form sets no cookie either. To keep out machines it carries a signed mark of the
                time at which you opened it, which says nothing about you.

                ## The only cookies

                - Some pages are for members and ask for a password. If you enter it, one cookie
                  remembers this until you close the browser.
                - Those who write for this site sign in, and a cookie keeps them signed in.

                ## If you are in danger

                Please do not use a form on this site to send us anything that could harm you or
                another person if it were read. [[contact|Write first, without details]], and we
                shall agree on another way.

                ## Your rights

                You may ask what we hold about you, have it corrected or have it deleted. Write to
                office@example.org. We answer within a month and usually within a week."""),
        ],
    },
    {
        "slug": "accessibility",
        "title": "Accessibility",
        "teaser": "How this site should work for you, and whom to tell when it does not.",
        "body": [
            prose("""
                Everyone should be able to read this site: with a keyboard, with a screen reader,
                on an old telephone, with the text at twice its size and over a slow line. It is
                built towards level AA of the Web Content Accessibility Guidelines 2.2, and beyond
                it where we could. Text stands out from its ground at seven to one or more.

                ## What you can expect

                - Everything a reader does works without a script and without a mouse.
                - Headings come in order, lists are lists, and each page begins with a link that
                  skips to the text.
                - Colours follow your system, light or dark, and its setting for more contrast.
                - Nothing moves, plays or opens by itself.
                - Pictures are described, or passed over in silence where they say nothing.
                - A topic has a colour, and always its name beside it.
                - The knotted cords are drawings. Their numbers are written next to them, and it
                  is the numbers that a screen reader reads out.
                - Any page can be printed: the menus stay off the paper.

                ## What does not work yet

                - Some of the documents we pass on are scans, which a screen reader cannot read.
                  We type out a page for anyone who asks.
                - Films and recordings play on other sites, whose players we do not control. A
                  transcript stands below ours.

                ## Tell us

                If something here shuts you out, [[contact|write to us]] and say which page it was
                and what you use. An answer comes within three working days."""),
        ],
    },
    {
        "slug": "how-to-use-our-texts",
        "title": "How to use our texts",
        "teaser": "Copy them, translate them, read them aloud. Say where they come from.",
        "body": [
            prose("""
                What we write may be copied, printed, translated and read aloud by anybody, for any
                purpose that is not for profit, without asking.

                ## What we ask in return

                1. Name the Tamaraya Solidarity Circle, and the author where there is one.
                2. Give the date of the text, and its address if you can.
                3. Say what you changed. A translation is a change.
                4. Pass corrections on. Below a text that was wrong stands what was wrong with it.

                ## How to cite

                Each article ends with a line that is ready to be copied. Addresses do not change,
                and a story within a roundup has an address of its own. Where only a month or a
                year is known we print no day; please do not add one.

                ## What is not ours to give

                - Pictures belong to those who made them, whose names stand below.
                - Statements and letters belong to those who wrote them. Ask us, and we ask them.
                - Documents are passed on as we received them.
                - The knotted cord is nobody’s ornament: see [[about-this-design|About this
                  design]].

                ## For newsrooms and machines

                Everything we publish is in the [[/feed/|Atom feed]], complete, with a feed for
                each stream and topic besides. Meetings are in a [[/events/calendar.ics|calendar]]
                to which you can subscribe. Please collect no more often than once in an hour."""),
        ],
    },
    {
        "slug": "about-this-design",
        "title": "About this design",
        "teaser": "Why there are knots on this site, how to read them, and whose they are.",
        "body": [
            prose("""
                The drawings of cords on this site are numbers. They follow a device of the Andes,
                the <i>khipu</i>: the word is Quechua for a knot, and Spanish spells it
                <i>quipu</i>.

                ## What a khipu was

                A khipu is a main cord from which other cords hang, of cotton or of the hair of
                llamas and alpacas. Knots on the hanging cords recorded numbers. The Inka state
                kept its counts in this way, of people, of work owed, of what lay in the
                storehouses, and trained keepers tied and read them. Cords were knotted in the
                Andes before the Inka and after the Spanish invasion of 1532, and in a few villages
                they have been looked after to our own time.

                Several hundred are known, most of them in museums far from where they were tied.
                The numbers on many can be read. What was being counted mostly cannot, and some
                khipus follow no scheme that is understood. Nobody should claim more.

                ## How to read our year cords

                One cord hangs for each year, and its knots say how many items were published in
                that year. We tie them as the Inka keepers tied numbers, digit by digit, in tens.

                - The digit nearest the main cord is the largest: thousands, then hundreds, then
                  tens, each a group of as many single knots as the digit says.
                - The ones hang lowest and are tied as one long knot, with as many turns as there
                  are ones.
                - A single one cannot be tied as a long knot. It is a figure of eight.
                - Nothing tied, in any of these places, is zero."""),
            table(
                "Some numbers as they are tied",
                "Number | On the cord",
                "0 | An empty cord",
                "1 | One figure of eight, at the end",
                "9 | One long knot of nine turns",
                "20 | Two single knots in the place of the tens, and nothing below them",
                "88 | Eight single knots, and below them a long knot of eight turns",
                "100 | One single knot in the place of the hundreds",
                "404 | Four single knots, a gap for the tens, a long knot of four turns",
            ),
            prose("""
                So a cord is not a bar in a chart, and more knots are not more items. Eighty-eight
                ties sixteen turns of the cord; a hundred ties a single knot. The count is written
                in figures with every cord, and no one has to read the knots.

                ## A knot in a list

                In a list of articles a cord runs down between the date and the text. There each
                knot is one item and nothing more. In a timeline it is one date. These knots are
                not digits, and nothing is counted by them.

                ## Colours

                Dyed cords had meanings, of which little is known for certain. On this site a
                colour means a topic, and only that. The designers named the six colours after
                dyes and things of the Andes (cochineal, q’olle, ch’illca, airampo, and also indigo
                and a lake) to have names for them. They are names in the program and no claim: no
                colour here was matched to a dyed thread, and none has a meaning that a
                khipu keeper gave it.

                ## Whose it is

                The khipu is not ours. It belongs to the history of the peoples of the Andes, many
                of whom speak Quechua or Aymara today, and it is nobody’s ornament. We use it
                because a dated archive is what it was made for, and only where it says something
                true: every cord in the archive is tied from a count. Please do not take the knots
                from here as a border, a logo or a pattern.

                Before you use a khipu elsewhere, ask:

                - First, people whose device it is: Quechua- and Aymara-speaking members and
                  readers of your own organisation, or an organisation of theirs. Ask early enough
                  for the answer to be no.
                - For questions of fact, museums that keep khipus and the researchers who study
                  them.

                If you are one of these readers and something here is wrong or unwelcome,
                [[contact|tell us]]. We shall change it.

                ## Without the cords

                Whoever looks after a site like this one can switch the cords off: under Settings,
                Organisation, on the tab “Every page”, untick “Show the archive as a khipu”. The
                archive is then a plain list of years with their counts, and everything else works
                as before."""),
            sources(
                """L. Leland Locke, The Ancient Quipu or Peruvian Knot Record, American Museum of
                Natural History, New York 1923: the reading of the knots as numbers in tens.""",
                """J. C. Turner and P. van de Griend (editors), History and Science of Knots, World
                Scientific, Singapore 1996: its chapter on the Peruvian quipu sums that reading
                up.""",
                """Gary Urton, Signs of the Inka Khipu, University of Texas Press, Austin 2003: on
                what Locke’s reading explains and what it leaves open.""",
            ),
        ],
    },
    {
        "slug": "publications",
        "title": "Publications",
        "teaser": "Briefings, reports and data, free to read and to copy.",
        "body": [
            prose("""
                We publish seldom and briefly. Everything below may be copied, translated and
                handed out: see [[how-to-use-our-texts|how to use our texts]].

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
                {
                    "heading": "En español",
                    "items": ["plan-de-cierre", "resumen-ayona", "decreto-077"],
                },
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
