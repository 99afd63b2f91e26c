"""Everything the demo says, and a generator of plausible news for large archives."""

import random
import re

from home.demo.documents import DOCUMENTS
from home.demo.events import EVENTS
from home.demo.markup import ALT, CREDIT, fold
from home.demo.pages import NOTICES, ORGANISATION, SAMPLE_NOTE, STREAMS, TOPICS
from home.demo.plain import FORMS, STANDARD_PAGES
from home.demo.stories import STORIES

__all__ = [
    "ALT",
    "CREDIT",
    "DOCUMENTS",
    "EVENTS",
    "FORMS",
    "NOTICES",
    "ORGANISATION",
    "SAMPLE_NOTE",
    "STANDARD_PAGES",
    "STORIES",
    "STREAMS",
    "TOPICS",
    "filler",
]


def _items(text: str) -> list[str]:
    """The items of a list written with one hyphen each."""
    return [fold(item) for item in re.split(r"(?m)^\s*- ", text)[1:]]


def _words(text: str) -> list[str]:
    """The entries of a list written with semicolons."""
    return [fold(entry) for entry in text.split(";")]


PLACES = _words("""
    Achirane; Aguas Calladas; Alto Cascañe; Ayoña; Belén de Sirapé; Carhuaño; Challanca; Chuñave;
    Collanaque; Corquiña; Cuesta Ñaupina; Huascarane; Iscañamba; La Quebradilla; Lagunillas de Oré;
    Llocaña; Marañuco; Mirañambo; Moliñe; Orcopuñe; Pampa Yareta; Puerto Imaré; Quechaja;
    Quiñualito; Rumiñape; San Isidro de Ñape; San Lorenzo de Ayoña; Santa Rosa de Tolaque; Sayarí;
    Sonechay; Tambo Ñeque; Tauripe; Tolaque; Toroñuna; Tres Quiñuales; Uchuñe; Umahuaña; Vado Quiñe;
    Vado Ñuri; Verruñambo; Villa Oronaña; Yuracoña; Yanaquiña; Zapallañe""")

WOMEN = _words("""
    Adelina; Benigna; Celestina; Delfina; Eufemia; Gumersinda; Hermelinda; Honorata; Jacinta;
    Lucinda; Natividad; Octavia; Perpetua; Rosaura; Serafina; Úrsula""")

MEN = _words("""
    Anselmo; Basilio; Casimiro; Damián; Eliseo; Fabián; Inocencio; Leoncio; Macario; Nicanor;
    Plácido; Saturnino; Teófilo; Zenón""")

SURNAMES = _words("""
    Achaiqui; Arucaña; Ayoñero; Callampe; Canchuñe; Chuñavero; Collanaqui; Corimaya; Corquiñaupa;
    Huaraqui; Iscañ; Llocana; Marañuqui; Mirañave; Moliñero; Ñapuri; Oreñaqui; Pillaque;
    Quechajo; Quiñavero; Rumiñave; Samayoque; Sayaripe; Tairone; Tauripeño; Tocañe; Umahuañe;
    Urquiñe; Verruñe; Yuracoñe""")

FEW = _words("two; three; four; five; six; seven; eight; nine")
MANY = [str(number) for number in range(11, 97)]
SPANS = _words("""
    three weeks; five weeks; six weeks; seven weeks; nine weeks; two months; three months;
    four months; five months; seven months; eight months; ten months""")
YEARS = _words("""
    two years; three years; four years; five years; six years; seven years; eight years;
    nine years; eleven years; twelve years""")
WEEKDAYS = _words("Monday; Tuesday; Wednesday; Thursday; Friday; Saturday")

# For each topic: who asks (plural), and who speaks for them.
PEOPLE = {
    "human-rights": (
        _words("""community leaders; market traders; student delegates; transport workers;
            village broadcasters; parish volunteers"""),
        _words("""secretary of the defence committee; lawyer with the parish legal clinic;
            organiser with the farm workers’ union; president of the neighbourhood assembly"""),
    ),
    "mining-and-land": (
        _words("""herding families; smallholders; residents of the lower barrio;
            parents at the primary school; potato growers; owners of roadside plots"""),
        _words("""president of the community; treasurer of the growers’ association;
            head teacher; member of the environmental committee"""),
    ),
    "politics-and-elections": (
        _words("""district mayors; municipal employees; neighbourhood associations;
            independent councillors; village delegates"""),
        _words("""deputy mayor; clerk to the municipality; member of the provincial assembly;
            coordinator of the observers"""),
    ),
    "indigenous-peoples": (
        _words("""Llasca communities; Imaré villages; Sonecha families; river communities;
            highland assemblies"""),
        _words("""delegate of the river federation; president of the highland assembly;
            bilingual teacher; secretary of the village council"""),
    ),
    "memory-and-justice": (
        _words("""relatives of the disappeared; survivors; widows; families of the victims;
            members of the relatives’ association"""),
        _words("""president of the relatives’ association; lawyer for the families;
            who lost two brothers; who was ten when the soldiers came"""),
    ),
    "water-and-climate": (
        _words("""irrigators; water judges; maize growers; orchard keepers; upland farmers;
            users of the lower canal"""),
        _words("""water judge; president of the irrigators; hydrologist at the provincial college;
            keeper of the sluice"""),
    ),
    "": (
        _words("""weavers; musicians; student teachers; village nurses; young film-makers;
            radio volunteers"""),
        _words("""translator; a founder of the exchange; music teacher; trainee nurse"""),
    ),
}

# A theme is one kind of event: any of its sentences may stand beside any other.
THEMES = [
    {
        "topic": "human-rights",
        "who": _words("""
            the ombudsman’s office; the provincial prosecutor; the protection office; the regional
            bar association"""),
        "headlines": _items("""
            - {body} opens a file on threats against {group} in {place}
            - {group} in {place} ask for protection after {few} threats in {span}
            - “They know where we sleep”: {span} of threats against {group} in {place}
            - Protection promised to {group} of {place} has yet to arrive after {span}"""),
        "teasers": _items("""
            - {group} in {place} say that they have been followed, telephoned at night and
              warned by name.
            - At least {few} people have received messages telling them to be silent, and one
              has left {place} for the time being.
            - A complaint was lodged on {weekday}. {Body} has confirmed that it was received.
            - It is the second such report from {place} in {span}."""),
        "bodies": _items("""
            - The warnings came from telephones that have since been switched off, and they
              named the streets in which the people concerned live.
            - {name}, {role}, says that what frightened the neighbours most was that the
              callers knew the names of their children.
            - Since the first warning, families in {place} have taken turns to sit up at night
              with those who were named.
            - The police have offered to drive past the houses twice a day, which one of those
              concerned calls better than nothing and not by much.
            - No one has been identified as a suspect, and no telephone records have yet been
              requested."""),
    },
    {
        "topic": "human-rights",
        "who": _words("""
            the ombudsman’s office; the duty judge; the regional bar association; the provincial
            court"""),
        "headlines": _items("""
            - {many} people released in {place} after {few} days without charge
            - Mass arrest in {place}: {body} asks who gave the order to hold {many} people
            - {body} finds that {many} arrests in {place} had no legal ground
            - {group} of {place} tell of {few} days in the police yard"""),
        "teasers": _items("""
            - Police arrested {many} people at a peaceful gathering in {place}. All were let
              go without charge.
            - Most of those held in {place} were {group}. Lawyers were kept waiting at the
              gate.
            - The gathering had been announced {few2} days before, and no road was blocked.
            - {body} has asked to see the register of arrests for that day."""),
        "bodies": _items("""
            - Those arrested were kept in an open yard, with one tap and no list of names, and
              were let go in small groups after dark.
            - {name}, {role}, stood outside with a notebook and wrote down each person who was
              brought in; there is no other full record.
            - The local commander says that the arrests were made to prevent disorder and that
              everybody was treated correctly.
            - The public order decree allows arrest without a warrant, but it does not
              dispense with the duty to write down who has been arrested.
            - Several of the older people needed treatment for the cold. No one was seriously
              hurt."""),
    },
    {
        "topic": "human-rights",
        "who": _words("""
            the prison inspectorate; the ombudsman’s office; the regional bar association; the
            provincial court"""),
        "headlines": _items("""
            - {place} prison holds {many} people who have never seen a judge
            - {years} on remand: the case that shames {place} prison
            - {body} counts {many} forgotten prisoners in {place}
            - Families outside {place} prison end a vigil of {span} with a promise"""),
        "teasers": _items("""
            - A visit to the prison in {place} found {many} people held for longer than the
              law permits.
            - Some of those awaiting trial in {place} have been there for {years}, and their
              files cannot be found.
            - Lawyers from the capital have offered to take the oldest cases without a fee.
            - Lawyers came at the request of {group} whose relatives are inside."""),
        "bodies": _items("""
            - The prison was built for half the number it now holds, and most of the men sleep
              in shifts.
            - {name}, {role}, says that the commonest reason for delay is the want of an
              interpreter.
            - In {few2} cases the court had ordered release and the order had never been
              delivered.
            - The director let the lawyers in at once and gave them the use of his own desk,
              there being no other.
            - A judge will now sit in the prison on one {weekday} each month until the list
              has been cleared."""),
    },
    {
        "topic": "mining-and-land",
        "who": _words("""
            the environmental inspectorate; the district health office; the ministry of mines; the
            provincial council"""),
        "headlines": _items("""
            - Dust readings in {place} above the limit on {many} days
            - Blood tests for children in {place} delayed by {span}
            - {group} of {place} begin to take their own dust samples at {few} points
            - {body} promises {place} a report on dust within {span}"""),
        "teasers": _items("""
            - Lorries carrying concentrate pass through {place} day and night, and {group}
              want to know what they leave behind.
            - Measurements near the school in {place} exceeded the permitted level on {many}
              days out of a hundred.
            - {body} says that it lacks the instruments to repeat the test.
            - A first set of samples has been sent to a laboratory in the capital."""),
        "bodies": _items("""
            - Samples were taken on window ledges and in a water tank, with a notary from
              {place} present.
            - {name}, {role}, keeps a diary of the convoys and has counted more than two
              hundred lorries in a day.
            - The company that runs the convoys says that its lorries are covered and washed,
              and that other vehicles use the road.
            - A promise to pave the road was made {years2} ago and renewed at the last two
              elections.
            - Doctors at the health post ask for a survey of all children under ten, and not
              only of those who are already ill."""),
    },
    {
        "topic": "mining-and-land",
        "who": _words("""
            the ministry of mines; the land registry; the mining register;
            the provincial council"""),
        "headlines": _items("""
            - {many} concessions lie across the pastures of {place}, map shows
            - {group} of {place} learn of {many} mining claims from a map
            - {body} strikes a claim over {place} off the register, {years} late
            - {place} and {place2} object together to {few} new concessions"""),
        "teasers": _items("""
            - Nearly all the common land of {place} is covered by mining claims, most of them
              filed by people who have never been there.
            - {group} in {place} say that nobody wrote to them, and the file contains no
              letter.
            - {body} replies that a claim gives no right to enter the land.
            - An objection may be made within thirty days. The map had been drawn for {span}."""),
        "bodies": _items("""
            - A concession in Tamaraya is granted at a counter in the capital, and the holder
              of the surface has no part in the procedure.
            - {name}, {role}, walked the boundary with a school atlas and a borrowed telephone
              to see which springs fall inside.
            - Several claims are in the name of a firm whose address is a car park in
              Valcorzo.
            - The assembly of {place} has resolved that no one may sell, let or promise land
              until the matter has been heard.
            - If nothing is done on the ground within five years, a claim should lapse, but
              the register is seldom cleaned."""),
    },
    {
        "topic": "mining-and-land",
        "who": _words("""
            the ministry of mines; the provincial council; the ombudsman’s office; the labour
            inspectorate"""),
        "headlines": _items("""
            - Of {many} promises made to {place}, {few} have been kept
            - Talks in {place} resume after {span} with {few} points on the table
            - Road-block at {place} lifted after {few} days; {body} to visit
            - {group} of {place} sign an agreement, {years} after they asked for one"""),
        "teasers": _items("""
            - An agreement reached in {place} sets dates for work on the road, the clinic and
              the water supply.
            - {group} in {place} have made it a condition that every promise be written down
              with a name beside it.
            - The company and the community have met for the first time in {span}.
            - {body} will act as guarantor, though it is not clear what that means."""),
        "bodies": _items("""
            - The minutes were read aloud in Llasca and Spanish, and {few2} passages were
              changed before anyone would sign.
            - {name}, {role}, has kept every earlier agreement in a biscuit tin, in order of
              date.
            - The company describes the meeting as cordial and says that it has always
              honoured its word.
            - Legal complaints against those who took part in the protest are not mentioned in
              the text and remain open.
            - A committee with members from {place} and {place2} is to report on progress
              every {span2}."""),
    },
    {
        "topic": "politics-and-elections",
        "who": _words("""
            the electoral office; the provincial electoral board; the electoral court; the tally
            office"""),
        "headlines": _items("""
            - Recount of {many} boxes in {place} changes nothing
            - Count in {place} confirmed by a margin of {many} votes
            - {group} report a calm vote in {place} and {few} late openings
            - {body} annuls {few} tally sheets from {place}"""),
        "teasers": _items("""
            - Voting in {place} was orderly, although some polling stations opened late for
              want of ink.
            - The result in {place} was so close that it was counted three times in front of
              all the parties.
            - {body} has until {weekday} to decide on the last complaints.
            - Women will hold half of the council’s seats for the first time."""),
        "bodies": _items("""
            - Ballot boxes from the outlying hamlets were brought down on foot, with a witness
              from every list.
            - {name}, {role}, praised the polling clerks, most of them teachers, who had slept
              beside the boxes.
            - The losing candidate has accepted the result and asked only that the sheets be
              kept.
            - Turnout was lowest in the districts furthest from the road, where some people
              walk for five hours to vote.
            - The new council takes office in {span2} and inherits a debt of {few2} million
              pesos."""),
    },
    {
        "topic": "politics-and-elections",
        "who": _words("""
            the budget committee; the ministry of finance; the committee on the provinces; the
            treasury"""),
        "headlines": _items("""
            - Bill to help {place} and {many} other districts falls by {few} votes
            - Congress fails {many} district clinics again; {place} has waited {years}
            - “Nobody spoke against it”: the bill for {place} and {many} other districts is
              lost
            - {group} of {place} take {many} boxes of signatures to Congress and see a bill
              fail"""),
        "teasers": _items("""
            - A bill that would let poorer districts such as {place} keep more of their own
              taxes has failed to find a majority.
            - Members of {few} parties spoke in favour of the bill and did not stay for the
              vote.
            - {group} had travelled from {place} to hear the debate and were found seats on
              the stairs.
            - {body} says that the cost has not been properly estimated."""),
        "bodies": _items("""
            - Under the present rules a district receives its share a year late, and in
              {place} the clinic closes for part of each winter as a result.
            - {name}, {role}, said that nobody had spoken against the bill, and that this was
              what made it so hard to answer.
            - The text may be brought back in the next session if fifteen members sign for it.
            - An earlier version was passed {years2} ago and sent back by the president on a
              point of form.
            - Party leaders had left the vote free, which in practice meant that most members
              were elsewhere."""),
    },
    {
        "topic": "politics-and-elections",
        "who": _words("""
            the audit office; the provincial assembly; the ministry of finance; the public
            prosecutor"""),
        "headlines": _items("""
            - Audit in {place} looks for {many} million pesos and a bridge
            - {body} suspends payments in {place} for {span}
            - Where did the school money go? {Group} of {place} wait {span} for a reply
            - {place} asks to see {years} of accounts and is handed {many} sheets of paper"""),
        "teasers": _items("""
            - Money meant for a bridge and two classrooms in {place} was paid out, and neither
              can be found.
            - {group} in {place} asked to see the accounts, and were surprised to be shown
              them.
            - {body} has taken away the books and left a receipt.
            - The former treasurer says that all was in order when the keys were handed over."""),
        "bodies": _items("""
            - The contract for the bridge was divided into {few2} parts, each of them just
              below the sum at which a tender is required.
            - {name}, {role}, had asked the same question at every meeting for {span2} and had
              it recorded each time.
            - Nobody has been charged, and the council asks that no one be judged before the
              audit is complete.
            - One invoice is for gravel from a quarry that closed before the work was ordered.
            - In the meantime the pupils of {place} are taught in the chapel, in two turns."""),
    },
    {
        "topic": "indigenous-peoples",
        "who": _words("""
            the consultation office; the ministry of culture; the ministry of transport; the
            provincial council"""),
        "headlines": _items("""
            - Consultation in {place} begins {years} after the licence
            - {group} near {place} refuse to sign the minutes of a {few}-hour meeting
            - {body} agrees to consult {many} villages around {place} again
            - {place} asks for interpreters and {span} to think"""),
        "teasers": _items("""
            - {group} around {place} were shown a plan for a road on {weekday} and asked for
              their opinion by the evening.
            - The law says that people must be asked before a decision is made. In {place} the
              machines had already come.
            - {body} admits that the first meeting in {place} was held without an interpreter.
            - An assembly of {many} villages has set out its own calendar for the talks."""),
        "bodies": _items("""
            - The assembly sat for {few2} days, and nobody was asked to speak before they were
              ready to.
            - {name}, {role}, explained that silence in a meeting is a way of asking for time
              and not a way of agreeing.
            - The minutes had been typed before the meeting began, with a space for the number
              of those present.
            - Law 418 provides seven steps for a consultation, and the third, which is giving
              information, was left out.
            - The planned road would pass within a short walk of {place2}, where people say
              that they have still not been told."""),
    },
    {
        "topic": "indigenous-peoples",
        "who": _words("""
            the titling office; the land commission; the provincial council; the ministry of
            agriculture"""),
        "headlines": _items("""
            - {many} families near {place} receive title to their land after {years}
            - Title for {place} held up by {few} overlapping maps
            - Surveyors finish work at {place} in {few} weeks, {years} late and welcome
            - {group} near {place} mark {many} kilometres of boundary themselves"""),
        "teasers": _items("""
            - The land of {place} has been surveyed at last, after {years} of asking.
            - {group} near {place} cleared the boundary line by hand so that the surveyors
              could see it.
            - {body} says that the remaining papers will follow within {span}.
            - Neighbouring {place2} has agreed to the line and lent its oldest residents as
              witnesses."""),
        "bodies": _items("""
            - The oldest paper that anyone could produce describes the border as running from
              a tall tree to the place where the foxes drink.
            - {name}, {role}, says that the younger people learned more about their land in
              the weeks of walking the line than in ten years of school.
            - A strip along the river remains in dispute with a timber permit and will be
              decided separately.
            - Without a title a community cannot object to a licence or ask for a loan.
            - The surveyors were fed by each household in turn, and have been asked to come
              back as guests."""),
    },
    {
        "topic": "indigenous-peoples",
        "who": _words("""
            the provincial education office; the ministry of education; the language institute;
            the provincial council"""),
        "headlines": _items("""
            - {many} pupils in {place} begin school in two languages, {years} after it was
              promised
            - {many} pages, two languages: {place} writes its own schoolbook in {span}
            - {place} has bilingual teachers again after {span} and {many} letters
            - {body} will pay {few} bilingual teachers in {place}, {span} after the term began"""),
        "teasers": _items("""
            - Children in {place} are learning to read in the language that they speak at
              home.
            - {group} around {place} have waited {years} for a public service that understands
              them.
            - {body} will pay for the posts for a year, after which nobody knows.
            - The first results are good, and parents from {place2} have asked to send their
              children too."""),
        "bodies": _items("""
            - The reading books were written by grandparents, and several of the stories are
              about the same fox.
            - {name}, {role}, says that people used to nod when they were spoken to in Spanish
              because it was the shortest way home.
            - All those who teach come from {place} itself or from within a day’s walk.
            - The law has made Llasca, Imaré and Sonecha official wherever they are spoken,
              but it has never been given a budget.
            - Attendance has risen, above all among girls, and fewer families send children
              away to the town."""),
    },
    {
        "topic": "memory-and-justice",
        "who": _words("""
            the forensic institute; the special prosecutor; the memory office; the search unit"""),
        "headlines": _items("""
            - Remains of {many} people found near {place}
            - {group} gather in {place} as {few} graves are opened
            - {body} asks {many} families for samples after the search at {place}
            - Search at {place} resumes after {span}, with {many} families waiting"""),
        "teasers": _items("""
            - A forensic team has been at work at a site near {place}, where relatives had
              said for {years} that they should look.
            - {group} kept watch beside the site in {place} and were told each evening what
              had been found.
            - Samples have been taken from {many} families to help with the naming of the
              dead.
            - {body} asks for patience: the laboratory can examine only a few cases each
              month."""),
        "bodies": _items("""
            - Work stopped at noon each day so that those present could eat together and say
              the names.
            - {name}, {role}, said that to be told the truth by a stranger with a trowel was
              more than {she} had expected of the state.
            - The Commission for the Disappeared listed this site in its report, with a sketch
              made by a shepherd.
            - Clothing that was found will be shown to the families in private before any
              laboratory result is known.
            - Most of those believed to lie here were taken from {place} and {place2} in the
              second year of the emergency."""),
    },
    {
        "topic": "memory-and-justice",
        "who": _words("""
            the special prosecutor; the army inspectorate; the memory office;
            the national archive"""),
        "headlines": _items("""
            - Trial over the {place} killings opens with {many} witnesses
            - Court adjourns the {place} case for {span} after hearing {many} people
            - {body} hands over {many} boxes of papers in the {place} case
            - {years} after the complaint, {group} from {place} are heard in court"""),
        "teasers": _items("""
            - {few} retired officers are on trial in the capital for crimes committed in
              {place} during the emergency.
            - {group} from {place} travelled for a day and a night in order to give evidence.
            - The defence denies that any patrol was in the district at the time.
            - {body} has handed over documents that were believed to have been lost."""),
        "bodies": _items("""
            - The accused listened by video link from a military club, and the sound failed
              {few2} times.
            - {name}, {role}, thanked the judges for letting the witnesses sit down, which had
              not been allowed before.
            - A logbook from the barracks shows that lorries were signed out on the night in
              question.
            - Evidence was given in Llasca and interpreted in full, at the insistence of the
              court.
            - Some of those who made the first complaint have died, and their statements were
              read out by their children."""),
    },
    {
        "topic": "memory-and-justice",
        "who": _words("""
            the memory office; the register of victims; the ministry of culture; the provincial
            council"""),
        "headlines": _items("""
            - {place} unveils a wall with {many} names
            - In {place} a mason cuts {many} names, and {group} read them aloud
            - {group} of {place} dedicate a stone with {many} names, {years} after they asked
              for one
            - A place for {many} names: {group} of {place} finish the work of {span}"""),
        "teasers": _items("""
            - The victims of the emergency in {place} have a place where their names can be
              read and touched.
            - {group} in {place} chose the spot, the stone and the order of the names, which
              is that of the houses along the street.
            - {body} sent a representative, who listened and did not speak.
            - Schools in {place} will visit each year, beginning with the oldest pupils."""),
        "bodies": _items("""
            - Each name was cut by a mason from {place2}, who asked to be told something about
              the person before he began.
            - {name}, {role}, read the list aloud and was helped by the crowd when {her} voice
              gave out.
            - Reparation has been paid to fewer than half of those who are entitled to it, and
              the sums have not changed for {years2}.
            - Space has been left at the end of the list, because people are still coming
              forward.
            - Among the objects that were given are a radio, a school report and {few2}
              letters that were returned unopened."""),
    },
    {
        "topic": "water-and-climate",
        "who": _words("""
            the water authority; the provincial council; the ministry of agriculture; the
            irrigation service"""),
        "headlines": _items("""
            - Canal at {place} runs dry for {few} days; {group} share what is left
            - {group} of {place} agree new turns after {span} without rain
            - Springs above {place} give {many} per cent less water than {years} ago
            - {body} recognises the water board of {place} after {years}"""),
        "teasers": _items("""
            - {group} in {place} have agreed to shorten each turn at the sluice so that nobody
              goes without.
            - The flow at {place} has been measured by the users themselves, with a bucket and
              a watch.
            - {body} has promised to send an engineer within {span}.
            - Below {place} the maize is a hand shorter than it should be."""),
        "bodies": _items("""
            - Turns are drawn by lot at dawn, and the list is chalked on the wall of the
              sluice house.
            - {name}, {role}, remembers only one season as dry as this and was a child at the
              time.
            - Users in {place2}, lower down, have sent two delegates to see for themselves and
              to help with the cleaning.
            - A permit for a new industrial intake upstream has been before the authorities
              for {years2}.
            - The old rule, by which widows take their water first, has been kept."""),
    },
    {
        "topic": "water-and-climate",
        "who": _words("""
            the weather service; the water authority; the glacier institute; the provincial
            college"""),
        "headlines": _items("""
            - Ice above {place} retreats {many} metres in {years}
            - {body} sets up {few} gauges above {place}
            - Drought declared in {place} and {many} hamlets around it
            - {group} near {place} move their herds {span} early"""),
        "teasers": _items("""
            - The glacier above {place} has withdrawn faster than anyone had expected, and the
              streams below no longer keep to their seasons.
            - {group} near {place} have noticed the change in the pastures for {years}.
            - {body} will publish its readings each month, and they will be read out on the
              local radio.
            - Reservoirs in the province are lower than at any time in the last {years2}."""),
        "bodies": _items("""
            - Painted marks on the rock show where the ice ended in each year since the school
              began to paint them.
            - {name}, {role}, says that the stream now rises in the afternoon, when nobody
              needs it, and sinks by morning.
            - Wet meadows that fed the herds through the cold months are drying from the edges
              inwards.
            - The lake at the foot of the ice is held back by loose stones, and a siren is to
              be installed in {place} before the rains.
            - Families have sold animals early and at a low price in the market of {place2}."""),
    },
    {
        "topic": "water-and-climate",
        "who": _words("""
            the civil defence office; the provincial council; the ministry of housing; the
            disaster fund"""),
        "headlines": _items("""
            - Flood at {place} destroys {many} houses; no lives lost
            - {many} families in {place} still under canvas after {span}
            - {group} rebuild the bridge at {place} in {few} days
            - {body} sends tents to {place}, {span} after the flood"""),
        "teasers": _items("""
            - The river came over its banks at {place} before dawn. Everybody had been woken
              in time by the church bell.
            - {many} houses in the lower part of {place} were lost with all that was in them.
            - {group} from {place2} arrived with bread and spades before any official did.
            - {body} has counted the damage twice and come to different totals."""),
        "bodies": _items("""
            - The embankment had been reported as weak {years2} ago, and a drawing for its
              repair exists.
            - {name}, {role}, rang the bell, and says that {she} was woken by the silence of
              the frogs.
            - The school stands above the flood line and has taken in those who have no
              relatives in the upper town.
            - Wells will have to be pumped out and cleaned before anyone can drink from them.
            - People have asked to rebuild on higher ground, and the owner of the slope has
              said that he will sell."""),
    },
    {
        "topic": "",
        "who": _words("""
            the Circle’s committee; the twin-town association; the parish council; the Harrowmere
            library"""),
        "headlines": _items("""
            - {group} from {place} visit Britain for {few} days
            - {place} and Harrowmere renew their link after {years}: {group} to visit
            - {group} of {place} to bring {many} photographs to Harrowmere
            - Beds wanted for {few} nights: {group} from {place} are coming to {few2} towns"""),
        "teasers": _items("""
            - Visitors from {place} will speak in {few2} towns and stay with members.
            - {group} from {place} ask that people come with questions and not with old
              clothes.
            - {body} has helped with the fares, and more beds are needed.
            - The exchange began, many years ago, with a parcel of songbooks."""),
        "bodies": _items("""
            - The visitors have asked to see a river, a court and a cheese being made.
            - {name}, {role}, will interpret at all meetings and has asked speakers to pause
              for breath.
            - A day is kept free so that the guests can do nothing at all.
            - Members who went to {place} on the last visit will cook the dishes that they
              were taught there.
            - Anyone can come; there is no charge, and a hat is passed round at the end."""),
    },
    {
        "topic": "",
        "who": _words("""
            the Circle’s committee; the twin-town association; the association of Tamarayans in
            Britain; the Harrowmere library"""),
        "headlines": _items("""
            - Choir of {place} records {many} songs in {span}
            - {place} prints {many} of its own stories after {span} of evenings
            - {group} of {place} put {many} winter tales on tape
            - {group} in {place} print a calendar with {few} recipes and {many} sayings"""),
        "teasers": _items("""
            - In {place} people have finished a piece of work that took {span} and most of the
              evenings in it.
            - {group} in {place} began this project with a tape recorder and no money.
            - {body} has ordered copies, and schools in {place2} have asked for theirs.
            - All of it was made in {place}, down to the glue."""),
        "bodies": _items("""
            - The oldest contributor is over ninety and corrected the others {few2} times.
            - {name}, {role}, says that the point was to have something in the house that had
              not been written elsewhere.
            - What is earned goes to the health post, which is in want of a refrigerator.
            - On the evening when it was first shown, the whole square of {place} was full,
              and the rain held off.
            - A second volume is planned if paper can be had."""),
    },
]

# Sentences that fit any item on the topic; they stand after the theme's own.
BACKGROUND = {
    "human-rights": _items("""
        - In {place}, as in most of the highlands, the nearest prosecutor is half a day away
          by bus.
        - The ombudsman’s office has more complaints from this province than from any other.
        - The law to protect those who defend others is still little known in {place}.
        - Cases like this one seldom come to trial, and fewer still end in a sentence.
        - “We are not brave,” said a neighbour. “We live here.” """),
    "mining-and-land": _items("""
        - Mining brings in a third of the state’s income and employs about one worker in
          fifty.
        - A handful of inspectors have to cover the whole of the north.
        - Many in {place} have relatives who work at the mine, and few see the matter as
          simple.
        - Court cases from earlier protests in the district have seldom ended in less than
          four years.
        - “We want it in writing, and we want it in the rain as well as in the sun,” said one
          of those present."""),
    "politics-and-elections": _items("""
        - The province has had {few2} governors in ten years, and several of its budgets were
          never approved.
        - Local parties in Tamaraya often last for a single campaign.
        - {group} have asked that all sittings be open to the public and announced a week
          before.
        - In {place} the municipality is the largest employer after the school.
        - “We know what they promised,” said a woman in the square. “We kept the posters.” """),
    "indigenous-peoples": _items("""
        - Four in ten Tamarayans learned a language other than Spanish at home.
        - The federation has offered to train officials in the customs of the assembly,
          without charge.
        - {place} lies {few2} hours from the nearest road, and letters come with the nurse.
        - Decisions are made by the whole assembly, which meets at the new moon.
        - “Whoever comes slowly is welcome,” runs a saying that was quoted more than once."""),
    "memory-and-justice": _items("""
        - The Commission for the Disappeared listed 4,112 people; most of them have not been
          found.
        - In {place} people still speak of that time as <i>los años callados</i>, the silent
          years.
        - Relatives meet on the first {weekday} of the month, as they have since the report
          was published.
        - The army has opened some of its archives and says that the rest were destroyed.
        - “My mother left the door unlocked until she died,” said a man who had come with his
          sons."""),
    "water-and-climate": _items("""
        - The ice on Nevado Urpaya has lost a third of its surface since it was first
          measured.
        - Of some 1,400 village water boards the state recognises little more than two
          hundred.
        - The rains came {few2} weeks late this year and left early.
        - Seed for the next sowing is being collected in {place} and kept in the chapel.
        - “The water is not less wise than before,” said an old man. “It is only less.” """),
    "": _items("""
        - The Circle has about eleven hundred members, and most of its projects begin with one
          of them.
        - The post between {place} and Harrowmere takes from {few2} days to several weeks.
        - Photographs will be shown at our next meeting.
        - Those who would like to help may write to the office.
        - “Tell them that it was good weather,” said one of the organisers, “and that we
          danced.” """),
}

CLOSINGS = {
    "work": _items("""
        - A further meeting is expected within {span2}.
        - {body} did not reply to our questions before this item was published.
        - {body} told us that it would comment when the matter had been concluded.
        - A copy of the papers may be seen at the parish office in {place}.
        - We shall return to this in our next letter.
        - Nobody in {place} expects a quick answer, and nobody intends to stop asking.
        - {name} will report to the assembly on {weekday}.
        - Members who wish to write to {body} can have the address from us.
        - The next date that matters is a {weekday} in {span2}.
        - Our earlier reports from {place} can be found in the archive."""),
    "home": _items("""
        - Our earlier reports from {place} can be found in the archive.
        - A fuller account will be in the printed letter.
        - {name} would be glad to hear from others who have been there.
        - We shall return to this in our next letter.
        - With thanks to all in {place} who gave their time."""),
}

_WEIGHTED = THEMES + [theme for theme in THEMES if theme["topic"]]
_SIZES = (2, 2, 3, 3, 4, 5)


def _pick(rng: random.Random, choices: list[str]) -> str:
    """One of the choices, faster than rng.choice."""
    return choices[int(rng.random() * len(choices))]


def _pick_two(rng: random.Random, choices: list[str]) -> tuple[str, str]:
    """Two different choices."""
    first = int(rng.random() * len(choices))
    return choices[first], choices[first - 1 - int(rng.random() * (len(choices) - 1))]


def _capital(text: str) -> str:
    """The text with its first letter raised, behind a quotation mark too."""
    at = 1 if text[0] == "“" else 0
    return text[:at] + text[at].upper() + text[at + 1 :]


def _facts(theme: dict, rng: random.Random) -> dict[str, str]:
    """The who, where and how many of one item, the same in all its sentences."""
    groups, roles = PEOPLE[theme["topic"]]
    place, place2 = _pick_two(rng, PLACES)
    few, few2 = _pick_two(rng, FEW)
    span, span2 = _pick_two(rng, SPANS)
    years, years2 = _pick_two(rng, YEARS)
    body, group = _pick(rng, theme["who"]), _pick(rng, groups)
    names, she, her = (WOMEN, "she", "her") if rng.random() < 0.55 else (MEN, "he", "his")
    return {
        "place": place,
        "place2": place2,
        "body": body,
        "Body": _capital(body),
        "group": group,
        "Group": _capital(group),
        "role": _pick(rng, roles),
        "name": f"{_pick(rng, names)} {_pick(rng, SURNAMES)}",
        "she": she,
        "her": her,
        "few": few,
        "few2": few2,
        "many": _pick(rng, MANY),
        "span": span,
        "span2": span2,
        "years": years,
        "years2": years2,
        "weekday": _pick(rng, WEEKDAYS),
    }


def _body(theme: dict, facts: dict[str, str], rng: random.Random) -> list[str]:
    """Two to five paragraphs: the event, then the background, then what comes next."""
    size = _SIZES[int(rng.random() * len(_SIZES))]
    opening, speaker, *others = theme["bodies"]
    others.append(opening)
    rng.shuffle(others)
    background = BACKGROUND[theme["topic"]]
    first = int(rng.random() * len(background))
    # The speaker is introduced early, so that a closing sentence may use the bare name.
    sentences = [others[0], speaker, *others[1:size], background[first]]
    if size > 2:
        sentences.append(background[first - 1 - int(rng.random() * (len(background) - 1))])
    sentences.append(_pick(rng, CLOSINGS["work" if theme["topic"] else "home"]))
    filled = [_capital(sentence.format_map(facts)) for sentence in sentences]
    cuts = [round(len(filled) / size * step) for step in range(size + 1)]
    return [
        f"<p>{' '.join(filled[start:end])}</p>" for start, end in zip(cuts, cuts[1:], strict=False)
    ]


def filler(number: int, rng: random.Random) -> dict:
    """One plausible item for a large archive; the same number and rng give the same item."""
    theme = _pick(rng, _WEIGHTED)
    facts = _facts(theme, rng)
    headlines, teasers = theme["headlines"], theme["teasers"]
    first, second = int(rng.random() * 2), 2 + int(rng.random() * 2)
    teaser = [_capital(teasers[first].format_map(facts))]
    draw = rng.random()
    if draw < 0.35:
        teaser[0] += " " + _capital(teasers[second].format_map(facts))
    elif draw < 0.6:
        teaser.append(_capital(teasers[second].format_map(facts)))
    elif draw < 0.66:
        teaser += [_capital(text.format_map(facts)) for text in teasers[2:]]
    return {
        "headline": _capital(headlines[number % len(headlines)].format_map(facts)),
        "teaser": teaser,
        "body_html": _body(theme, facts, rng),
        "topic": theme["topic"],
        "place": facts["place"],
    }
