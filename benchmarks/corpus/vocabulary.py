"""Ordinary words to make sentences of, so that an index has a vocabulary of a usual size."""

from __future__ import annotations


def _phrases(text: str) -> tuple[str, ...]:
    """Phrases between semicolons."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


WHO = _phrases("""
    the council; the team; the partners; the board; the service; the pilot; the district; the
    neighbourhood office; the family team; the health visitors; the school; the housing team; the
    police; the library; the job centre; the charity; the parish; the clinic; the youth club; the
    market hall; the advice desk; the repair crew; the steering group; the fire station; the
    college; the care home; the food bank; the leisure centre; the bus company; the planning
    office; the tenants; the carers; the volunteers; the residents; the young people; the key
    workers; the social workers; the nurses; the teachers; the finance officers; the elected
    members; the landlords; the shopkeepers; the parents; the neighbours
""")

DID = _phrases("""
    agreed; shared; tested; drew up; wrote down; looked at; paid for; took on; changed; gave up;
    moved; joined; kept; opened; closed; measured; counted; asked for; set up; built; mended; cut;
    planned; tried out; read; checked; questioned; compared; combined; simplified; reviewed;
    visited; supported; welcomed; followed; began; finished; published; collected; sorted; traced;
    explained; trained for; borrowed; replaced; redrew; staffed; funded; delayed; stopped
""")

WHAT = _phrases("""
    budget; plan; visit; form; rota; record; map; register; list; meeting; budget line; contract;
    referral; assessment; letter; timetable; agreement; building; phone line; website; survey;
    workshop; review; target; report; grant; ledger; case file; waiting list; front door; home
    visit; training day; drop-in session; repair; bus route; garden; playground; kitchen; workroom;
    helpdesk; newsletter; notice board; diary; checklist; script; handbook; forecast; invoice;
    tender; promise; timeline; pathway; care plan; tenancy; rent account; job offer;
    apprenticeship; placement; breakfast club; reading group; health check; clinic hour; street
    audit; evening patrol; lighting plan; flood plan; parking scheme; allotment; walking group;
    choir; lunch; savings scheme; credit note; bill; fine; fee; charge; voucher; loan; trust fund;
    charter; policy; standard; code; protocol; pledge; question; answer; idea; proposal; draft;
    decision; minute; agenda; risk log; lesson; story; photograph; poster; leaflet; film;
    exhibition; festival; fair; market day; open day; street party; clean-up; workbench; toolkit;
    van; minibus; bicycle; bench; fence; footpath; bridge; crossing; shelter; roof; boiler; window;
    door; stairwell; lift; laundry; nursery; classroom; canteen
""")

HOW = _phrases("""
    new; shared; single; joint; simple; weekly; monthly; yearly; local; common; small; large;
    early; late; open; plain; short; long; steady; costly; cheap; useful; careful; quiet; public;
    trusted; careworn; old; broken; urgent; spare; fair; honest; patient; clear; better; different;
    familiar; practical; modest; ambitious; voluntary; temporary; permanent; seasonal; mobile;
    central; rural; urban; coastal; northern; southern; regular; informal; formal; first; second;
    third; final
""")

WHEN = _phrases("""
    in the first month; before the winter; after the summer; in the second year; by the spring;
    within six weeks; over the autumn; at the start; towards the end; every Tuesday; on most days;
    at the same time; a year later; during the school holidays; after the harvest fair; before the
    budget was set; once the snow had gone; when the grant ran out; while the office was closed; as
    soon as the lease was signed; at the half-way point; in the last quarter; between two
    elections; after a long pause; overnight
""")

WHY = _phrases("""
    because nobody else would; so that people told their story once; to save time; to keep families
    together; as the old way had failed; so that the money followed the person; to bring the
    waiting down; because the need was greater than anyone had thought; so that one worker could
    see the whole picture; to learn from other places; as two teams were doing the same work; to
    help people back into work; so that older people could stay at home; because trust takes time;
    to spend less on crises and more on prevention; as the evidence was thin; so that small
    problems stayed small; to give residents a say; because the building was empty anyway; to keep
    the promise made at the start
""")

WHERE = _phrases("""
    in the town hall; near the station; on the estate; by the river; along the high street; at the
    edge of the town; in two wards; across the whole district; in the old library; behind the
    church; over the shop; at the school gate; in the health centre; on the top floor; round the
    kitchen table; at the depot; in the market square; under the viaduct; beside the canal; on the
    hill
""")

NAME_STARTS = _phrases("""
    Ash; Bark; Beck; Birch; Black; Bram; Brook; Burn; Cal; Carl; Clay; Clif; Cold; Crans; Dal; Den;
    East; Elm; Fair; Far; Fen; Gor; Grim; Hal; Hart; Hazel; Heath; Hol; Ivy; Kel; Kirk; Lang; Lin;
    Long; Mar; Mel; Mill; Moor; Nor; Oak; Old; Pad; Pen; Pop; Rad; Raven; Red; Rush; Sand; Sel;
    Shel; Stan; Stow; Sut; Thorn; Til; Up; Wal; War; West; Whit; Win; Wood; Yar
""")

NAME_ENDS = _phrases("""
    bourne; bridge; bury; by; combe; cote; dale; den; field; ford; gate; ham; hampton; hill; holme;
    hurst; ley; low; mere; minster; mouth; ney; over; port; shaw; stead; stoke; ston; thorpe; ton;
    wade; well; wick; worth
""")

THEMES = (
    "Families", "Health", "Housing", "Work and skills", "Children", "Older people", "Safety", "Transport", "Libraries",
    "Pooled money", "Evidence", "Prevention", "Volunteers", "Rural areas", "Town centres", "Buildings", "Data sharing",
    "Debt and advice", "Green spaces", "Prisons and release",
)  # fmt: skip

TERMS = (
    ("OHB", "One Household Budget", "All public money for one household, seen together."),
    ("KWS", "Key Worker Scheme", "One worker who knows a household and speaks for all services."),
    ("PFR", "Place First Review", "A look at all public money spent in one place."),
    ("SLA", "Service Level Agreement", "What one body promises to do for another, in writing."),
    ("JIP", "Joint Investment Plan", "What partners pay into one pot, and when."),
    ("PBR", "Payment By Results", "Money that comes only when an aim has been reached."),
    ("", "pooled budget", "Money from several bodies that is spent as one sum."),
    ("", "business case", "Why something should be done, with what it costs and brings."),
    ("", "troubled tenancy", "A home that is likely to be lost without help."),
    ("", "front-line worker", "Somebody who meets residents every day."),
    ("", "invest to save", "To spend now so that less has to be spent later."),
    ("", "double running", "To pay for the old and the new service at once."),
    ("", "cashable saving", "A saving that frees money for something else."),
    ("", "co-design", "To plan a service with those who use it."),
)
"""Acronym (or none), words and definition."""
