"""The hand-written articles about an invented country."""

from home.demo.markup import (
    ALT,
    call_to_action,
    fact_box,
    gallery,
    html,
    image,
    paragraphs,
    prose,
    quote,
    roundup,
    statistics,
    timeline,
)


def _story(
    key: str,
    stream: str,
    age_days: int,
    headline: str,
    teaser: str,
    *,
    topic: str = "",
    more_topics: tuple[str, ...] = (),
    precision: str = "day",
    picture: str = "",
    picture_caption: str = "",
    byline: str = "",
    content_note: str = "",
    updated_after_days: int = 0,
    body: tuple = (),
) -> dict:
    """One article with every field present."""
    return {
        "key": key,
        "stream": stream,
        "age_days": age_days,
        "precision": precision,
        "headline": headline,
        "teaser": paragraphs(teaser),
        "topic": topic,
        "more_topics": list(more_topics),
        "picture": picture,
        "picture_caption": picture_caption,
        "picture_alt": ALT[picture] if picture else "",
        "byline": byline,
        "content_note": content_note,
        "updated_after_days": updated_after_days,
        "body": list(body),
    }


STORIES = [
    _story(
        "ayona-date",
        "news",
        0,
        "Ayoña: judges name the day of the verdict",
        """
        Thirty-one families have been told when they will hear it. The court in Valcorzo will read
        its judgment on five retired officers before the rains begin.""",
        topic="memory-and-justice",
        picture="altiplano",
        picture_caption="The plain of Ayoña, where the patrol is said to have camped.",
        body=(
            prose("""
                The announcement took less than a minute. The presiding judge, Honorata Pillaque,
                gave a date and an hour and asked whether both sides had understood. In the public
                seats Fausta Corimaya, who was nineteen when the soldiers came, wrote the date on
                the back of her hand.

                The trial has lasted three years and two months. Forty-six witnesses spoke, twelve
                of them in Llasca, and the court travelled to Ayoña once, by lorry, to see the
                chapel where the villagers were held. The defence has maintained throughout that
                no patrol left the base at Iscañamba in that week.

                Of the survivors who first gave evidence to the Commission for the Disappeared,
                eight have died since. Their statements were read into the record by their
                grandchildren.

                The prosecution asks for sentences of between eighteen and thirty years. Whatever
                the court decides, both sides have said that they will appeal."""),
            timeline(
                "From the chapel to the verdict",
                ("1986", "Thirty-one people are killed at Ayoña. The base denies any patrol."),
                ("2001", "The Commission for the Disappeared prints their names."),
                (
                    20,
                    "A [[first-trench|first trench]] is opened behind the chapel.",
                ),
                (
                    3,
                    "Five retired officers are put on trial in Valcorzo.",
                ),
                (
                    1,
                    "The judges go to Ayoña and [[testimony-by-lorry|stand at the chapel door]].",
                ),
                ("Before the rains", "The judgment is to be read."),
            ),
            ("documents", {"heading": "Document", "items": ["resumen-ayona"]}),
            ("related", ["thirty-one-coffins", "testimony-by-lorry"]),
        ),
    ),
    _story(
        "radio-huemani",
        "news",
        0,
        "Radio Huemaní is back on air after nineteen days",
        """
        The only station that broadcasts in Llasca in the province of Huemaní was closed by order
        of a licensing office that has since said it gave no such order.""",
        topic="human-rights",
        more_topics=("indigenous-peoples",),
        body=(
            prose("""
                At five in the morning the station opened, as it has for fourteen years, with the
                price of potatoes. Then the presenter, Anselmo Urquiñe, read out the names of the
                people who had walked down to sit at its door, by turns, since the police took the
                transmitter away. There were two hundred and six. It took most of the first hour.

                The seizure followed a week in which the station had let callers describe what
                they saw when a road-block was cleared at Corquiña. An officer presented a paper
                with the letterhead of the licensing office. The office says that the signature
                belongs to a man who retired last year.

                The transmitter has not been returned. The station is using one lent by a parish
                two valleys away, which reaches about half of its listeners. The ombudsman’s
                office has asked the interior ministry who sent the patrol, and has been promised
                an answer within ten working days."""),
            (
                "video",
                {
                    "title": "The first hour",
                    "duration": "58 min",
                    "url": "https://example.org/recordings/the-first-hour",
                    "kind": "audio",
                    "poster": "",
                    "description": "In Llasca. The names begin after eleven minutes.",
                    "transcript": html("""
                        <b>Five o’clock</b>

                        “A sack of the white ones, forty-two. Of the yellow ones, thirty-eight. Good
                        morning, Huemaní. We are here.”

                        <b>Eleven past five</b>

                        “Now I shall read. If you hear your name, put on the kettle.” """),
                },
            ),
        ),
    ),
    _story(
        "water-vote-postponed",
        "news",
        0,
        "Congress postpones the vote on village water boards",
        """
        A bill that would put 1,200 unregistered water boards on the national register was taken
        off the order paper an hour before the debate. No new date has been set.""",
        topic="water-and-climate",
        more_topics=("politics-and-elections",),
    ),
    _story(
        "acquitted",
        "news",
        1,
        "Acquitted",
        """
        After four years and twenty-three hearings, a judge in Cascañe has found that Teodora
        Llocana did what the prosecutor said she did, and that it was not a crime.""",
        topic="human-rights",
        more_topics=("mining-and-land",),
        byline="Ifor Penhallick, in Cascañe",
        body=(
            prose("""
                What she did was to read a list. It held the names of families whose wells had
                dried since the second stage of the Cerro Añaque pit was opened, and she read it
                through a megaphone outside the company’s gate in Llocaña. The charge was
                disturbance of public services. The sentence asked for was six years.

                The judge, in a ruling of eleven pages, notes that the gate is not a public
                service, that the megaphone belonged to the school, and that nobody disputed the
                list. He ordered the state to pay her costs, which come to more than she earns in
                a year.

                She left the court by the back door because her bus was waiting there. “I shall
                read it again,” she said, “because there are more names on it now.”

                Fourteen of her neighbours still face trial for a road-block that took place two
                months later. They were charged together, and their hearing opens soon."""),
            call_to_action(
                "Write to the court before the hearing",
                """
                A letter of five lines, signed and with an address, goes into the file. In
                Llocana’s case there were ninety. The court answers none of them and counts them
                all.""",
                "Ask us how to write",
                "contact",
            ),
            ("related", ["protection-scheme"]),
        ),
    ),
    _story(
        "roundup-titles-bridge-pay",
        "news",
        2,
        "Titles at Sonechay; a bridge for Mirañambo; teachers paid at last",
        """
        Six communities near Sonechay have received papers for land that they have used for as
        long as anyone remembers.

        Mirañambo has a bridge again, four years after the flood took the old one.

        Teachers of Llasca in two provinces have been paid for last year.""",
        body=(
            roundup(
                "Six communities at Sonechay receive their titles",
                """
                The titles cover 38,000 hectares and were handed over in a school yard. A seventh
                community, whose map overlaps with a timber permit, was asked to wait. The others
                have put off their celebration until it has its paper too.""",
                "indigenous-peoples",
            ),
            roundup(
                "A bridge for Mirañambo",
                """
                The footbridge was built by the municipality with a gift of cable from the river
                federation. For four years children crossed in a boat, and on eleven days in each
                year on average they could not cross at all.""",
                "water-and-climate",
            ),
            roundup(
                "Teachers of Llasca are paid for last year",
                """
                The education offices of Cascañe and Tolaque have paid 311 bilingual teachers the
                supplement that the law has promised them since it was passed. The payment covers
                one year out of five. Their union calls it a start and has kept its tent outside
                the ministry.""",
                "politics-and-elections",
            ),
        ),
    ),
    _story(
        "forty-two-communities",
        "news",
        2,
        "Forty-two communities of the upper Cascañe, meeting for two days in the rain at "
        "Lagunillas de Oré, agree a common position on the water of the Urpaya glacier before the "
        "government’s own consultation has been given a date, a budget or a place to meet",
        """
        The assembly wants the three oldest canals to have first call on the water, in law as in
        custom, and it wants to be told the truth about the ice.""",
        topic="water-and-climate",
        more_topics=("indigenous-peoples",),
        picture="cordillera",
        picture_caption="The western face of Nevado Urpaya.",
        body=(
            prose("""
                Delegates slept in the school and on the floor of the chapel. The youngest was
                sixteen and had been sent by her village because she can read a flow chart. The
                oldest, Don Crisóstomo Achaiqui, was a water judge before there was a ministry.

                ## What was agreed

                - The canals of Oré, Ayoña and Tauripe keep the turns they have always had.
                - New users, industrial or not, come after them and are named in public.
                - Measurements of the glacier are read aloud in each district every year.
                - Any village that sells its turn outside the valley loses its seat.

                The last point was the hardest and was settled at three in the morning. A copy of
                the minutes, signed by 74 hands and 17 thumbs, was taken to the capital by bus."""),
            (
                "table",
                {
                    "caption": "Who was in the hall",
                    "header": ["District", "Communities", "Delegates"],
                    "rows": [
                        ["Lagunillas de Oré", "15", "33"],
                        ["Ayoña", "12", "29"],
                        ["Tauripe", "9", "18"],
                        ["Quechaja", "6", "11"],
                    ],
                },
            ),
        ),
    ),
    _story(
        "school-bus",
        "news",
        3,
        "Orcañete and Ch’illcapata share one bus, and one letter",
        """
        Two villages that had not spoken since a football match have written together to the
        governor. The letter is in Spanish and Llasca, and the bus now stops in both.""",
        topic="indigenous-peoples",
        body=(
            prose("""
                The quarrel was eleven years old and concerned a goal. In that time children from
                Orcañete walked the nine kilometres to school past the bus stop of Ch’illcapata,
                at which they were not allowed to wait.

                It was ended by two grandmothers, Q’orina Yupañán of Orcañete and Sebastiana
                Marañave of Ch’illcapata, who found that they had the same complaint about the
                same driver. Their letter has four sentences, of which we print the first two as
                they stand.

                > Señor gobernador: el ómnibus pasa a las cinco, cuando los niños aún sueñan, y
                vuelve a las once, cuando ya tienen hambre. Mañana podría pasar a las siete; el
                camino será el mismo.

                The third sentence says that both villages will sign nothing else until this is
                settled. The fourth, in Llasca, is a proverb which the translators at the
                governor’s office have left out.

                Since Monday the bus has come at seven. The driver has learned to say good morning
                in Llasca, which takes four syllables in Orcañete and two in Ch’illcapata."""),
        ),
    ),
    _story(
        "pena-ruana-closure",
        "analysis",
        4,
        "What is left when the ore runs out: closing Peña Ruaña",
        """
        The silver and zinc mine above Tolaque has two years to live. By law the money for its
        closure should have been put aside while it was earning. We read the file to find out
        where it went, and found that most of it had never been asked for.""",
        topic="mining-and-land",
        more_topics=("water-and-climate", "politics-and-elections"),
        picture="pit",
        picture_caption="Peña Ruaña from the west. The pond at its floor is not in the plan.",
        byline="Liduvina Samayoque and Ifor Penhallick",
        updated_after_days=2,
        body=(
            prose("""
                ## A mine with an end

                Peña Ruaña has been worked for sixty-one years. Four companies have owned it, and
                each sold it with a solemn clause about its obligations. At the district office in
                Tolaque the papers fill a cupboard. The lower shelves were wetted in a flood and
                have dried into bricks, so that the first twenty years can be measured but not
                read.

                The last owner, a firm registered in the capital under the name of Compañía Peña
                Rubia, told its workers in the autumn that the known reserves would be gone in two
                years. It told the ministry on the same day. It did not tell the three
                municipalities downstream, which learned it from the workers’ wives.

                Nobody who lives here is surprised that a mine should end. What troubles them is
                the adit. From an old tunnel below the pit there runs, day and night, a stream the
                colour of strong tea. A small plant treats it with lime before it meets the Río
                Tolaque. The plant needs two operators, a lorry of lime a week and electricity. It
                will need them next year and, as the company’s own study says, “for a period that
                cannot at present be determined”."""),
            image(
                "river", "The Río Tolaque below the treatment plant, in a wet month.", width="side"
            ),
            prose("""
                ## The sum that was never asked for

                The closure law is a good one. It says that a mine must estimate what its closing
                will cost, have the estimate checked, and deposit the money year by year, so that
                the last instalment falls due before the last ore is lifted. The estimate for Peña
                Ruaña is 190 million pesos. The deposit stands at 41 million.

                The difference is not a matter of fraud, or none that we could find. It is a
                matter of dates. Each time the mine changed hands, the new owner asked for time to
                prepare a new estimate, and while an estimate is being prepared no instalment is
                due. Over seventeen years the instalments were suspended for fourteen. Each
                suspension was granted by a different official, with a stamp, and each of them
                could have been told by the one before.

                We put this to the ministry. It answered that every suspension had been lawful,
                and that is correct."""),
            statistics(
                "The guarantee of Peña Ruaña",
                ("190 million", "pesos that closing the mine is estimated to cost"),
                ("41 million", "pesos deposited so far"),
                ("14 of 17", "years in which no instalment was due"),
                source="Closure plan, annex 5, and the stamps in the file of the ministry of mines",
                source_url="https://example.org/sources/closure-plan-annex-5",
            ),
            timeline(
                "Four owners, one promise",
                (61, "The first company sinks a shaft and paves the square."),
                (
                    18,
                    "A spill in the Río Tolaque kills the trout as far as Vado Quiñe. Congress"
                    " begins to [[closure-law-history|write a law]].",
                ),
                (17, "The law is passed. The first instalment is suspended."),
                (
                    11,
                    "The third owner buys the mine for its copper and finds none.",
                ),
                (1, "The fourth tells its workers that two years are left."),
            ),
            fact_box(
                "What is a closure guarantee?",
                """
                Money, or a bank’s promise of money, that a mining company leaves with the state so
                that a site can be made safe if the company is unable or unwilling to do it.

                - It is paid in yearly parts while the mine earns.
                - It is given back when the work is done and has been inspected.
                - In Tamaraya the public may see the total but not the calculation.""",
            ),
            (
                "table",
                {
                    "caption": "Peña Ruaña: what closure will cost and what is there, "
                    "in millions of pesos",
                    "header": ["Work", "Estimate", "Deposited", "Who pays the rest"],
                    "rows": [
                        ["Removing plant and camp", "22", "22", "Nobody needs to"],
                        ["Covering two tailings dams", "64", "19", "Not stated"],
                        ["Making the pit walls safe", "31", "0", "Not stated"],
                        ["Treating water, first ten years", "58", "0", "“To be agreed”"],
                        ["Treating water after that", "Not estimated", "0", "Not stated"],
                        ["Monitoring and reports", "15", "0", "Not stated"],
                    ],
                },
            ),
            quote(
                "They have a plan for the pit, a plan for the plant and a plan for the fence. For "
                "the water they have a paragraph.",
                "Edelmira Tocañe, mayor of Vado Quiñe",
            ),
            prose("""
                ## Three municipalities do the sum

                Tolaque, Vado Quiñe and Carhuaño have eleven thousand inhabitants between them and
                one engineer, who is shared. In the spring they formed an association so as to hire
                an accountant. It is she who built the table above, from annexes that had to be
                copied by hand because photographs were not permitted.

                Her conclusion is modest. If the present owner pays everything that it owes for the
                two remaining years, and the ministry grants no further suspension, the deposit
                will reach 63 million. That would remove the plant and cover one dam, and it would
                leave the stream.

                ### What the company says

                The company told us that it regards the estimate as too high, that it will present
                a new one, and that it “remains committed to a responsible transition”. While the
                new estimate is being prepared, no instalment is due.

                ### What could still be done

                The law allows the ministry to order the whole of the outstanding sum to be paid at
                once where there is a risk to a river. It has never done so. The association
                has asked for this in a letter of two pages, with one annex: a bottle, filled at
                the mouth of the adit and sealed by a notary.

                A reply is due within thirty days. The bottle, we were told at the counter, was
                refused on the ground that the office accepts documents only in paper.

                On its way out the association left a sentence in the visitors’ book, which is
                paper: «El agua no caduca; los plazos, sí.» Water does not expire; deadlines do."""),
            gallery(
                "Downstream from the adit",
                ("pit", "The pit, from the road that the first company built."),
                ("river", "The Río Tolaque, two hours’ walk below the mouth of the adit."),
                ("peaks", "Above Carhuaño. The second dam would be covered with earth from here."),
                ("altiplano", "The lake into which all of it runs."),
                (
                    "cordillera",
                    "The range behind, on whose snow the river lives in the dry months.",
                ),
            ),
            call_to_action(
                "Ask the accountant yourself",
                """
                Liduvina Samayoque brings her copies of the annexes to Highland Day. There is time
                for questions, and for those who would like to learn how such a plan is read.""",
                "See the programme",
                "highland-day",
            ),
            ("documents", {"heading": "Documents", "items": ["plan-de-cierre"]}),
            (
                "sources",
                [
                    {
                        "text": "Closure plan for Peña Ruaña, annexes 2, 5 and 9, read at the "
                        "district office of Tolaque.",
                        "url": "",
                    },
                    {
                        "text": "Accounts of the association of municipalities, second quarter.",
                        "url": "https://example.org/sources/association-accounts",
                    },
                    {
                        "text": "Written answers of the ministry of mines to eleven questions.",
                        "url": "https://example.org/sources/ministry-answers",
                    },
                ],
            ),
            (
                "correction",
                {
                    "days_after": 2,
                    "text": "An earlier version said that the instalments had been suspended for "
                    "sixteen years. The stamps in the file add up to fourteen.",
                },
            ),
            ("related", ["dust-study", "closure-law-history", "company-town"]),
        ),
    ),
    _story(
        "dust-study",
        "news",
        5,
        "Seven schools on the concentrate road will be tested for dust",
        """
        The health office of Cascañe has agreed to hang filters in classrooms for a year. Parents
        chose where to put them.""",
        topic="mining-and-land",
        body=(
            prose("""
                Between Cerro Añaque and the railhead at Challanca the ore travels on an unpaved
                road, in some 180 lorries a day. Seven primary schools stand within sixty metres of
                it. Mothers in Moliñe have for years swept the same grey powder from the same
                windowsill and have kept it, with dates, in jam jars.

                It was the jars that persuaded the health office, or rather its newest doctor, who
                asked to borrow them. She found lead in eleven out of fourteen. The company says
                that lead occurs naturally in the soil of the district, and it is right that it
                does; the filters are meant to show how it comes indoors.

                The readings will be given to parents before they are given to anyone else. That
                was the one condition on which the seven assemblies would not move."""),
        ),
    ),
    _story(
        "urpaya-gauge",
        "news",
        5,
        "A gauge on Nevado Urpaya sends its first winter of readings",
        """
        The instrument was carried up by six herders and a student. It has recorded the warmest
        cold season since anyone began to measure.""",
        topic="water-and-climate",
        picture="cordillera",
        picture_caption="The ridge below the gauge, at 5,100 metres.",
        body=(
            prose("""
                The gauge stands on a tripod in the rock beside the glacier’s tongue and sends one
                line of figures a day. On 74 nights out of 120 the temperature did not fall below
                freezing. In the only earlier series, taken with a thermometer in a box some thirty
                years ago, there were nine such nights.

                The water board of Lagunillas de Oré has the figures painted each Sunday on the
                wall of the market. People stop to look at them on the way to buy bread, and there
                have been arguments."""),
            ("documents", {"heading": "Data", "items": ["ore-readings"]}),
        ),
    ),
    _story(
        "women-of-huemani",
        "news",
        9,
        "Women of Huemaní are heard by a judge, forty years on",
        """
        Nine women have given evidence about what was done to them at the army post in Huemaní in
        1985. They asked that their ages be printed and their names left out.""",
        topic="memory-and-justice",
        more_topics=("human-rights",),
        content_note="This article speaks of sexual violence by soldiers. It gives no details.",
        body=(
            prose("""
                They are between 62 and 84 years old. They came together, in one hired bus, and sat
                in the same row, and when one was called the others stood until she had reached the
                chair.

                The judge cleared the room of everyone but the lawyers, an interpreter and the
                other women. That was at their request. For the first time in such a case the
                interpreter was a woman from the same province, which meant, one of them said
                later, that she did not have to explain the word for shame.

                The four accused deny the charges. One has asked to be excused from the hearings
                because of his age. The court will decide on this after hearing a doctor; the women
                have said that they would agree to his listening from home.

                ## Support

                If you have lived through something of this kind and wish to speak to somebody,
                write to us through the contact page without any details. We shall put you in
                touch with people who listen in confidence, in English, Spanish or Llasca."""),
        ),
    ),
    _story(
        "night-shelter",
        "news",
        9,
        "Valcorzo opens a night shelter for people who come to court",
        """
        Families who travel two days to a hearing need no longer sleep in the bus station. The
        shelter has 24 beds and is run by the same sisters who used to bring the blankets.""",
        topic="human-rights",
    ),
    _story(
        "nadie-nos-pregunto",
        "news",
        14,
        "«Nadie nos preguntó»: Puerto Imaré answers the dam",
        """
        The river assembly has replied to the plan for a dam at Tres Vertientes. We print its
        statement in full and in Spanish, as it asked us to, with a summary in English.""",
        topic="indigenous-peoples",
        more_topics=("water-and-climate",),
        picture="river",
        picture_caption="The Sirapé at Puerto Imaré, a day by boat above the proposed dam.",
        body=(
            prose("""
                The statement was agreed after three days by delegates of 31 villages. It says that
                the first the river peoples heard of the dam was a sound, that of a drill; that
                they do not refuse light to the cities; that they have proposed another place, with
                a map; and that they will receive any official who comes by river, as they do, and
                stays the night.

                ## The statement

                > Somos los pueblos del río Sirapé. No hablamos contra nadie. Hablamos porque el
                agua baja turbia desde hace dos lunas y nadie ha venido a decirnos por qué.

                > Nadie nos preguntó. Nos dijeron que la consulta se hizo en la capital, un jueves,
                en un hotel. Ninguno de nosotros conoce ese hotel. Preguntamos quién habló en
                nuestro nombre y nos mostraron una lista de firmas. Hay en ella dos difuntos y un
                niño de siete años.

                > No pedimos que la ciudad se quede a oscuras. Pedimos que la represa, si ha de
                hacerse, se haga más abajo de los saltos, donde el pez ya no sube. Los abuelos
                dibujaron el lugar. El mapa está firmado por todos los que saben pescar.

                > Recibiremos a quien quiera conversar. Que venga por el río, con su propia hamaca,
                y que se quede hasta el segundo día, porque el primero es para comer y escuchar.
                Mañana nuestros hijos preguntarán qué dijimos. Queremos que lo encuentren escrito.

                ## What happens now

                The energy ministry has confirmed that it received the statement and the map. It
                adds that the consultation is closed. Under Law 418 a consultation may be opened
                again if it is shown that the people concerned were not in the room."""),
            fact_box(
                "Tres Vertientes",
                """
                A planned dam of 94 metres on the Río Sirapé. It would flood 5,200 hectares, of
                which about half is titled to Imaré communities. The first licence runs out in
                eighteen months.""",
            ),
            ("documents", {"heading": "Background", "items": ["briefing-consultation"]}),
        ),
    ),
    _story(
        "nobodys-majority",
        "analysis",
        16,
        "Ninety seats and nobody’s majority",
        """
        The new Congress has eleven parties in it, and the largest holds nineteen seats. What can
        such a chamber pass, and what will pass without it?""",
        topic="politics-and-elections",
        byline="Rosamund Achaiqui",
        body=(
            prose("""
                A law in Tamaraya needs forty-six votes. To reach that number at least four parties
                must agree, and there is at present no subject on which four of them do, apart from
                their own travel allowance, which was raised in the first week.

                ## Government by decree

                Where Congress cannot decide, the cabinet does. Decrees may be made on public
                order, prices and “urgent works”. In its first hundred days the government has
                issued 41, against an average of twelve. Most are harmless. Four extend the public
                order decree to provinces where nothing had happened.

                ## Where agreement is possible

                Three bills could find a majority because nobody owns them: the register of water
                boards, the pay of bilingual teachers and the transfer of the forensic team to the
                ombudsman’s office. Each costs little. Each would help people who live far from
                a camera. Members of five parties have told us that they would vote for all three
                if somebody else proposed them."""),
            quote(
                "Everyone here is waiting to be second.",
                "A member of Congress in her first term",
            ),
            prose("""
                ## What to watch

                The vote of confidence is due by the end of the session. If the cabinet falls, the
                president must offer another within ten days, and if that falls too there is a new
                election. Few members can afford one. That, rather than any programme, is what will
                hold the government together."""),
        ),
    ),
    _story(
        "decree-renewed",
        "news",
        23,
        "Public order decree renewed in four provinces for the thirteenth time",
        """
        Soldiers will go on patrolling the roads of Huemaní, Cascañe, Tolaque and Ñurimbo for a
        further sixty days. The ombudsman’s office had asked to see the grounds.""",
        topic="human-rights",
        more_topics=("politics-and-elections",),
        updated_after_days=20,
        body=(
            prose("""
                The text is the same as that of the twelfth renewal, including a misspelling of the
                name of one province. It speaks of “persistent risk”. In the sixty days before it
                was signed, the police recorded two road-blocks in the four provinces together;
                both ended by agreement.

                Since the decree was first issued, the ombudsman’s office has received 318
                complaints of detention without a warrant. It has been able to follow 120. In 97 of
                these the person was released within fifteen days and no charge was ever brought.

                A third of the members of Congress can call for a vote on the decree. Twenty-six
                have signed. Thirty are needed."""),
            statistics(
                "",
                ("318", "complaints of detention without a warrant"),
                ("97", "people released without a charge, of 120 cases that could be followed"),
                source="Register of the ombudsman’s office, since the decree was first issued",
            ),
            ("documents", {"heading": "Document", "items": ["decreto-077"]}),
        ),
    ),
    _story(
        "vado-quine-fine",
        "news",
        31,
        "Fine for spill at Vado Quiñe is paid, six years late",
        """
        The sum, set before the last three rises in the cost of living, will buy the municipality
        about half of the filter it was meant for.""",
        topic="mining-and-land",
    ),
    _story(
        "what-members-decided",
        "news",
        36,
        "What members decided, and what they asked us to stop doing",
        """
        A hundred and four of you came to the general meeting or voted by post. The accounts were
        approved, three people were elected, and the long headlines were criticised.""",
        body=(
            prose("""
                The meeting began ten minutes late because the library had given our room to a
                choir. The choir stayed for the first item and sang after the accounts.

                ## Decided

                1. The accounts are approved, with one vote against, cast on account of the stamps.
                2. Membership stays at £18, and at £6 for those without a wage.
                3. Rosamund Achaiqui, Tobiah Fenwright and Ximena Corquiñaupa join the committee.

                ## Asked for

                - Shorter headlines. We shall try.
                - A list of cases whose ending we do not know. It will be on the site by spring.
                - No more letters in envelopes with windows.

                The minutes can be had from the office: [[contact|write to us]], or look for them
                among our [[publications|publications]]."""),
        ),
    ),
    _story(
        "thirty-one-coffins",
        "news",
        40,
        "Thirty-one small coffins come home to Ayoña",
        """
        The remains of the people killed in 1986 have been returned to their families. The road was
        lined with flowers for the last four kilometres.""",
        topic="memory-and-justice",
        picture="altiplano",
        picture_caption="The lake at Ayoña on the morning of the return.",
        content_note="This article describes a mass killing and the burial of the dead, among "
        "them children.",
        body=(
            prose("""
                The coffins are white and less than a metre long, because what was found is not
                much. Each has a name on it. For twenty-seven of them the name is certain; for four
                the families agreed among themselves who should carry which, and asked that this be
                respected and not discussed.

                They were brought from Valcorzo in two lorries which the relatives had washed. At
                Tres Quiñuales, where the asphalt ends, people were waiting on foot. From there the
                coffins were carried. Nobody had planned it.

                The priest spoke for two minutes and Fausta Corimaya for one. She read the list,
                from the eldest, Basilio Pillaque, who was 78, to the youngest, who had lived for
                eleven days and had been given a name that morning so that it could be written.

                No one from the army came. A wreath was delivered by a driver, without a card. After
                some discussion it was laid with the others."""),
            quote(
                "I have carried her for longer than I ever did alive.",
                "A brother, at the cemetery gate",
            ),
            ("related", ["ayona-date", "first-trench"]),
        ),
    ),
    _story(
        "ore-reservoir",
        "analysis",
        55,
        "How four districts share one lake",
        """
        Laguna Oré was never meant to be divided by lawyers. The rules under which it has been
        shared for two centuries fit on one page. We asked the people who keep them.""",
        topic="water-and-climate",
        byline="Ximena Corquiñaupa",
        picture="altiplano",
        picture_caption="Laguna Oré from the sluice.",
        body=(
            prose("""
                The sluice has three wooden gates and a stone. When the stone is wet, all three are
                opened. When it is dry, one is. When the crack below the stone can be seen, the
                water judge of Oré walks to Tauripe, or nowadays telephones, and nothing is opened
                until the four judges have eaten together.

                ## A rule and its reasons

                An engineer would say that the stone is a gauge. The judges would not disagree, but
                they point out that a gauge does not oblige anyone to eat. The meal is what has kept
                the peace: it is held in the house of whoever has most water, and it lasts until
                that person offers some.

                The rule has no place in the water authority’s procedure, which allots shares by
                the litre for five years ahead. In two of the last three years the litres were not
                there. The authority fined all four boards for irregular opening. The boards paid
                out of one purse.

                ## What would help

                - Recognition of the four boards as one user.
                - A gauge beside the stone, read by both sides.
                - A share that follows the level and not the calendar."""),
            gallery(
                "From the snow to the sluice",
                ("cordillera", "The snow that feeds the lake, in a year with little of it."),
                ("altiplano", "The lake in the week in which the crack was seen."),
                ("cloudforest", "Where the fourth district begins, and the canal ends."),
            ),
            ("documents", {"heading": "Data", "items": ["ore-readings"]}),
        ),
    ),
    _story(
        "trial-in-imare",
        "news",
        70,
        "A hearing is held in Imaré, with the judge as the one who needs an interpreter",
        """
        The case concerned a canoe. Its importance lies in the minutes, which are the first of any
        Tamarayan court to be written in a forest language.""",
        topic="indigenous-peoples",
        body=(
            prose("""
                Two cousins from Aguas Calladas disagreed over who had inherited a canoe. They took
                the matter to the district judge because their uncles could not settle it. Both
                speak Imaré and little else, and so does the only witness.

                The judge, Sabina Moliñero, had the choice of postponing the hearing for want of an
                interpreter into Spanish or of finding one for herself. She asked the teacher. The
                hearing was held in Imaré, the minutes were taken in Imaré, and a Spanish copy was
                made for the file.

                The cousins will use the canoe in alternate months. A circular from the superior
                court has since asked other judges in the region not to follow the example until
                forms have been printed."""),
        ),
    ),
    _story(
        "readers-answer",
        "news",
        88,
        "Four hundred of you answered: what readers want from this site",
        """
        You would like shorter headlines, more maps and fewer acronyms. You would also like us to
        say what became of people we wrote about years ago, and so should we.""",
        body=(
            prose("""
                We sent a paper questionnaire to all members and had 412 back, nine of them from
                Tamaraya. The commonest request was for endings. “You told us in the spring that a
                man had been arrested,” one of you wrote. “I have thought of him since.”

                We shall do three things. Older reports will be linked to newer ones. Each December
                we shall choose twelve cases from the archive and ask what happened. And where we
                never found out, we shall say so on the page."""),
        ),
    ),
    _story(
        "below-the-pit-film",
        "news",
        120,
        "A village films its own springs",
        """
        Six young people from Llocaña have made a film of twenty-two minutes about the water below
        Cerro Añaque. Nobody in it raises their voice.""",
        topic="mining-and-land",
        more_topics=("water-and-climate",),
        body=(
            prose("""
                They had one camera, lent by a teacher, and a rule: no interview would last longer
                than it takes to fill a bucket at the spring where it was held. At the first spring
                that is forty seconds. At the last it is nine minutes, and an old man has time to
                tell the whole history of the district.

                The film was shown in the school, then in the provincial capital, and then, to the
                surprise of those who made it, at the company’s camp, where it was asked for by the
                workers."""),
            (
                "video",
                {
                    "title": "Lo que tarda un balde (what a bucket takes)",
                    "duration": "22 min",
                    "url": "https://example.org/films/lo-que-tarda-un-balde",
                    "kind": "video",
                    "poster": "river",
                    "description": "In Llasca with Spanish and English subtitles.",
                    "transcript": html("""
                        <b>First spring</b>

                        A girl sets down a bucket. “This is the one they call the generous one.”
                        Water. The bucket is full before she has finished her next sentence.

                        <b>Fifth spring</b>

                        A woman speaks with her back to us. “My mother washed four children here in
                        the time that it now takes to wash a cup.”

                        <b>Last spring</b>

                        An old man sits beside the bucket. “I will tell you about the year of the
                        locusts,” he says. “There is time.” """),
                },
            ),
            ("related", ["acquitted"]),
        ),
    ),
    _story(
        "protection-scheme",
        "analysis",
        150,
        "A panic button with no signal: the state’s scheme for people under threat",
        """
        Two years ago Tamaraya became one of the few countries in its region with a law to protect
        those who defend others. We spoke to twenty people who have used it.""",
        topic="human-rights",
        more_topics=("politics-and-elections",),
        byline="Ximena Corquiñaupa and Ifor Penhallick",
        picture="peaks",
        picture_caption="Above Llocaña, where the telephone finds no signal. Most of those we "
        "spoke to asked not to be shown.",
        body=(
            prose("""
                The device is the size of a matchbox and has one button. Pressed, it should send a
                message to a police control room. In Llocaña it was delivered by two polite officers
                who stayed for soup. Then they tried it. There was no signal, and they suggested
                walking to the ridge.

                ## What was asked for and what was given

                Of the twenty people, eighteen had asked for something other than a device: for the
                threat to be investigated, for a charge against them to be dropped, or for a lamp
                at the corner where the motorcycle waits."""),
            (
                "table",
                {
                    "caption": "Twenty people under protection: what they asked for, what came",
                    "header": ["Measure", "Asked for", "Given", "Still works"],
                    "rows": [
                        ["Investigation of the threat", "18", "3", "1"],
                        ["Regular visit by an officer", "11", "9", "4"],
                        ["Street light or lock", "9", "2", "2"],
                        ["Travel to hearings", "7", "1", "1"],
                        ["Panic button", "2", "20", "6"],
                    ],
                },
            ),
            prose("""
                ## Why the button

                A button can be bought, counted and handed over before the end of the financial
                year. An investigation cannot. The official who runs the scheme, in a room with
                three desks, told us this without being asked. She has requested a lawyer for each
                province. She has been given four hundred more devices.

                ## What protects

                Asked what had made them safer, most of the twenty named other people: neighbours
                who sleep in turns at their house, a bishop who telephones the barracks, a radio
                that reads out the number of a car. None of it costs much and none of it is in the
                budget."""),
            quote(
                "When they know that forty people will ask where I am, they drive on.",
                "A treasurer of a water board, Cascañe",
            ),
            (
                "sources",
                [
                    {
                        "text": "Interviews with twenty participants, held in five provinces.",
                        "url": "",
                    },
                    {
                        "text": "Register of measures granted, first to eighth quarter.",
                        "url": "https://example.org/sources/protection-register",
                    },
                ],
            ),
        ),
    ),
    _story(
        "governor-suspended",
        "news",
        190,
        "Governor of Ñurimbo suspended over hospital roof",
        """
        The audit office found that the roof had been paid for three times and built once, over
        the wrong wing. The governor says that he signed what was put in front of him.

        His deputy, a former midwife, has taken office for the time being.""",
        topic="politics-and-elections",
    ),
    _story(
        "well-at-sayari",
        "news",
        240,
        "A well at Sayarí, and the hundred and forty people who dug it",
        """
        After three dry years the village stopped waiting for the drilling rig. The well is
        nineteen metres deep and was dug in shifts of twenty minutes.""",
        topic="water-and-climate",
        body=(
            prose("""
                It took forty-one days. Those who could not dig cooked, and those who could not cook
                kept the list, so that by the end each of the hundred and forty adults of Sayarí had
                a line with hours against it. The list hangs in the pump house, under glass.

                The provincial government, which had promised a rig for two elections in succession,
                sent a plaque."""),
            image("altiplano", "Near Sayarí, in the third year without proper rain."),
        ),
    ),
    _story(
        "titles-office",
        "news",
        300,
        "The land office has two surveyors for eleven provinces",
        """
        At its present speed it will finish titling the communities on its list in a hundred and
        sixty years.""",
        topic="indigenous-peoples",
        more_topics=("mining-and-land",),
        byline="Rosamund Achaiqui",
        body=(
            prose("""
                The arithmetic is the office’s own and is pinned up beside the kettle. There are
                963 communities on the list. Six were surveyed last year, and in a good year there
                are eight. One of the two surveyors is 64 and would like to teach somebody.

                Mining claims are entered on the map within a week, by a different office, on
                another floor. When a community at last reaches the top of the list, its land has
                on average three claims lying across it, and each of these must be heard.

                Congress voted money for twelve more surveyors four years ago. The posts were
                advertised at a salary below that of a bus driver and lapsed unfilled."""),
            (
                "sources",
                [{"text": "Titling list of the land office, seen on the wall.", "url": ""}],
            ),
        ),
    ),
    _story(
        "rail-strike-challanca",
        "news",
        355,
        "Railwaymen at Challanca refuse uncovered ore wagons",
        """
        Drivers and loaders want tarpaulins on every wagon that passes through the town. The
        company says that they are on order.""",
        topic="mining-and-land",
    ),
    _story(
        "testimony-by-lorry",
        "analysis",
        420,
        "The court that came by lorry",
        """
        Three judges sat for two days in a chapel at four thousand metres. A note on what
        changes when a court goes to see.""",
        topic="memory-and-justice",
        byline="Ifor Penhallick",
        picture="cordillera",
        picture_caption="The road to Ayoña crosses the range at Cuesta Ñaupina.",
        body=(
            prose("""
                The defence had argued that nobody standing at the chapel door could have seen the
                bridge. The judges stood at the chapel door and saw the bridge. It was noted in the
                minutes in six words.

                ## Distance

                Most of the evidence in the Ayoña case had been about distances: how far a voice
                carries, how long a child needs to the river. In the courtroom these were numbers,
                and both sides had experts. On the ground a clerk walked down to the river with a
                watch while everyone waited, and no more was said.

                ## Who could come

                In the capital the public seats hold forty and are full of students. Here there were
                six hundred people on the grass. An interpreter repeated every question in Llasca
                through the loudspeaker of the potato lorry. Twice somebody in the crowd corrected
                him, and the presiding judge allowed it."""),
            quote(
                "We always said that it happened here. Now it is here.",
                "A woman from Ayoña, to her daughter",
            ),
            ("related", ["first-trench"]),
        ),
    ),
    _story(
        "frost-at-pampa-yareta",
        "news",
        700,
        "Frost takes two nights and most of the potatoes of Pampa Yareta",
        """
        Twelve hundred families have lost the crop that was to last until next summer. Seed is
        being shared out between districts.""",
        topic="water-and-climate",
        body=(
            prose("""
                The cold came in the flowering weeks, when it does most harm, and came twice. On the
                lower terraces something may be saved. Above 3,900 metres the fields are black.

                By Sunday the first sacks of seed had arrived from Quechaja, where hail had done the
                same four years ago and where Pampa Yareta had sent sacks then. Somebody had kept
                the list."""),
        ),
    ),
    _story(
        "bishop-mediates",
        "news",
        1100,
        "Talks at Corquiña end the longest road-block of the year",
        """
        Lorries are moving again after thirty-three days. The agreement has nine points, of which
        the first is that both sides will stop calling the other names on the radio.""",
        topic="mining-and-land",
        more_topics=("human-rights",),
    ),
    _story(
        "consultation-fifty",
        "analysis",
        1500,
        "Fifty consultations, six changes, no refusals",
        """
        Law 418 gives Indigenous peoples the right to be asked. We read the minutes of the first
        fifty times that it was used.""",
        topic="indigenous-peoples",
        byline="Rosamund Achaiqui",
        picture="cloudforest",
        picture_caption="Above Puerto Imaré, where the nineteenth consultation was held in a boat.",
        body=(
            prose("""
                The minutes are public. They are kept in a ministry reading room that opens on two
                mornings a week, and they may be copied in pencil. It took us seven months of
                mornings.

                ## What the minutes show

                In thirty-eight cases the project had been approved in principle before anybody was
                asked. In twenty-nine, at least one session had no interpreter. Meetings last an
                average of three hours and ten minutes, of which the presentation by the company or
                the ministry takes two hours and a half.

                ## What they cannot show

                A transcript has no room for silence. Four officials told us, separately, that long
                silences had been recorded as agreement because the form has two boxes and no third.

                ## Six changes

                Six times something was altered: a road was moved, a school was kept, the date of a
                blast was shifted so as not to fall in the week of the dead. The people who won
                these things remember exactly how. In each case, they had refused to begin until
                their own secretary sat beside the official one."""),
            ("documents", {"heading": "The briefing", "items": ["briefing-consultation"]}),
        ),
    ),
    _story(
        "second-round",
        "news",
        2100,
        "Presidential vote goes to a second round by 212 votes",
        """
        A recount in three provinces has confirmed that nobody won outright. Observers praise the
        clerks and worry about the roads.""",
        topic="politics-and-elections",
        body=(
            prose("""
                In Toroñuna the ballot papers came down from the last polling station on a mule,
                with a policeman, a teacher and a representative of each party walking behind. They
                arrived after the result had been announced and changed it.

                Both candidates have accepted the count. The second round is in five weeks, and in
                the high districts it falls in the rains; the electoral office has asked for
                helicopters and been lent one."""),
        ),
    ),
    _story(
        "limitation-law-struck",
        "news",
        2900,
        "Constitutional court strikes out the heart of the limitation law",
        """
        Article 2 of Law 611, which would have closed every case older than thirty years, is void.
        The judges voted five to two.

        Relatives who had camped on the steps for eighteen nights took down their tents and swept
        the steps.""",
        topic="memory-and-justice",
    ),
    _story(
        "company-town",
        "analysis",
        3600,
        "A company town looks for a second trade",
        """
        Peña Ruaña pays for the lights in Carhuaño, for the football strip and for the doctor. Some
        of its people have begun to ask who will do so later, and are thought rude.""",
        topic="mining-and-land",
        body=(
            prose("""
                The mine has at least ten good years, everybody says. In the bar beside the gate
                nobody wants to speak about the eleventh. At the secondary school they do: the
                leaving class was asked to write about the town in twenty years’ time, and
                twenty-two out of thirty wrote about somewhere else.

                A cooperative of nine women makes felt from the wool that used to be burned. They
                earn a third of a miner’s wage between them. It is the only business in Carhuaño
                that does not have the mine as its customer, and the bank has refused it a loan for
                that reason."""),
        ),
    ),
    _story(
        "interpreter-list",
        "news",
        4400,
        "Courts are told to keep a list of interpreters",
        """
        Every province must have one, says a circular of the superior court. There is a form for
        the list and no money for the interpreters.""",
        topic="indigenous-peoples",
        precision="month",
        body=(
            prose("""
                The circular follows the case of a woman from Orcopuñe who spent eleven months in
                prison on remand because she had answered yes to a question that she took to be
                about her health. She speaks Llasca. The question was whether she admitted the
                charge.

                Teachers’ associations have offered names. Whether anybody will be paid for the
                days spent in court is to be settled later."""),
        ),
    ),
    _story(
        "consultation-law-passed",
        "news",
        5300,
        "Law of consultation passed by three votes",
        """
        Indigenous peoples are to be asked before decisions are made about their land. The last
        speech in the debate was given in Llasca, by a member who had waited eleven years to be
        allowed to use it.""",
        topic="indigenous-peoples",
        more_topics=("politics-and-elections",),
        precision="month",
    ),
    _story(
        "closure-law-history",
        "analysis",
        6600,
        "The year the closure law was written",
        """
        A note from our first years: how a spill in a small river led to one of the better mining
        laws of the continent, and what was taken out of it on the last night.""",
        topic="mining-and-land",
        precision="year",
        body=(
            prose("""
                The draft said that the guarantee must be paid “in full and without interruption”.
                The printed law says “in full”. The three missing words were removed by a committee
                that kept no minutes, and nobody who sat on it now remembers who proposed it.

                Those who had worked for the law were tired and glad to have it. One of them said to
                us that the words could be put back at the first revision. No revision has yet been
                tabled."""),
        ),
    ),
    _story(
        "first-trench",
        "news",
        7240,
        "At Ayoña the first trench is opened",
        """
        A forensic team has begun to dig behind the chapel, in the place that the survivors have
        pointed to from the beginning. On the fourth day it found a sandal.""",
        topic="memory-and-justice",
        precision="month",
        body=(
            prose("""
                The team has five members and a borrowed tent. Work begins at first light because
                the wind rises at ten. Relatives sit along the wall, and one of them always holds
                the end of the tape.

                The sandal is a child’s. It was recorded, wrapped and numbered. Then, since nobody
                seemed to know what should come next, the archaeologist in charge asked the families
                whether they would like to stop for the day, and they said that they would like her
                to go on."""),
        ),
    ),
]
