"""What every field of a scenario and of a role means, with a unit where it has one and an example that is read by the tests.

Types, bounds and defaults are not said here but noted from the readers; `takes` and `default` stand only where a reader looks at
a value by itself.
"""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from exercise.authoring.reference.types import EXPRESSION, NUMBER, TEXT, WHOLE, Takes, either, listed, mapped, ref


@frozen
class Says:
    """The meaning of a field. One that is not `read` contradicts another example, or is read before the readers."""

    meaning: str
    example: str
    unit: str = ""
    takes: Takes | None = None
    default: str = ""
    read: bool = True


@frozen
class Form:
    """A map of keys and values: what it is, and its fields. The fields of an `open` form may be joined by others."""

    meaning: str
    fields: Mapping[str, Says] = field(factory=dict)
    open: bool = False


_PATH: Final = listed(TEXT)
_EFFECTS: Final = {
    "effects": Says("Moves dials.", "{violence: -3, trust: {at_least: 60}}", "points", mapped("dial", either(NUMBER, Takes("form", of="inject.effects")))),
    "reservations": Says(
        "Moves reservation values: of seats, of the seat that gave way most (`@exposed`), of the one that the card is about "
        "(`@subject`), of its rivals (`@rivals`) or of those among them that share its community (`@sisters`).",
        "{KA: -1, '@exposed': 1}", "points", mapped("seat", NUMBER),
    ),
    "lose_sessions": Says("Sessions that are lost.", "1", "sessions"),
    "opens": Says("Issues that come on the agenda.", "[KRK]"),
    "admits": Says("A seat that enters the conference.", "IND"),
    "withdraws_text": Says("Whether the mediator's text is taken off the table.", "true"),
}  # fmt: skip

FORMS: Final[Mapping[str, Form]] = {
    "scenario": Form("A whole scenario. Its file lies in `scenarios/`.", {
        "id": Says("The scenario's name on the command line and in transcripts.", "iraq-2006", takes=Takes("id", of="scenario")),
        "title": Says("The title that people read.", '"The fourteen-day conference"'),
        "summary": Says("What it is about, for everybody who takes part.", '"All parties meet under a mediator and have fourteen days."'),
        "extends": Says("A scenario, by its file or its name, of which this one is a variant: it says only what differs. Things are changed by their id.", "iraq-2006", takes=TEXT, read=False),
        "include": Says("Files with pieces of this scenario: any of these keys. Lists of several files join.", "[iraq/agenda.yaml, iraq/injects.yaml]", takes=_PATH, read=False),
        "remove": Says("Only with `extends`: what the variant leaves out, by section and id. What hangs on it goes as well.", "{injects: [E30], dials: [spoilers]}", takes=mapped("section", either(listed(TEXT), Takes("map", parts=(listed(TEXT),)))), read=False),
        "roles": Says("The role files: a folder, or a list of folders and files. Of two files with the same id the later one holds.", "../roles/iraq", takes=_PATH),
        "level": Says("For whom it is.", '"students with some background"'),
        "minutes": Says("How long it takes to play.", "105", "minutes"),
        "teaches": Says("What participants can learn from it.", '"Bargaining over several issues under a deadline."'),
        "advisory": Says("What it mentions that may hurt somebody; shown before anything else.", '"It mentions displacement, without graphic detail."'),
        "honesty": Says("What scores and thresholds are: judgements of the authors.", '"Scores are judgements of the authors, made for teaching."'),
        "clock": Says("Days and sessions.", "{days: 14}"),
        "seats": Says("The places at the table.", "[{id: KA}]"),
        "communities": Says("Groups of parties, for rules that ask for each.", "[{id: kurd}]"),
        "issues": Says("The agenda, in order.", "[{id: OIL}]"),
        "coherence": Says("Options that do not fit together.", "[{if: OIL1}]"),
        "rules": Says("Decision rules that stages name; there is at least one.", "[{id: all}]"),
        "stages": Says("The procedure; the first stage is where it begins.", "[{id: talks}]"),
        "success_stage": Says("The stage that follows an agreement.", "role"),
        "failure_stage": Says("The stage that follows a failure.", "aftermath"),
        "settings": Says("Switches of the game.", "{drift_limit: 5}"),
        "dials": Says("Pressures on the talks, from 0 to 100.", "[{id: trust}]"),
        "drift": Says("How reservation values follow dials: for each dial and seat, points for every ten points of the dial.", "{trust: {KA: -0.5}}", "points", mapped("dial", mapped("seat", NUMBER))),
        "reactions": Says("What every event of a kind does to dials. `aftermath` is what the weeks after a failure may do.", "{agreed: {trust: 3}}", "points", mapped("kind of event", mapped("dial", either(NUMBER, Takes("form", of="inject.effects"))))),
        "injects": Says("The cards: scheduled news with an expected action.", "[{id: E07}]"),
        "decks": Says("Selections of cards with a day for each.", "[{id: standard}]"),
        "deck": Says("The deck that is played unless another one is chosen.", "standard"),
        "difficulties": Says("Levels to choose from.", "[{id: easier}]"),
        "findings": Says("Failures and successes that were predicted, with their tests.", "[{id: F01}]"),
        "outcomes": Says("Names for how an exercise ended; the first whose condition holds is taken.", "[{id: accord}]"),
        "scoreboard": Says("Questions on which the sources differ.", "[{id: X01}]"),
        "reference_packages": Says("Packages to compare with.", "[{id: DRAFT}]"),
        "sources": Says("Where claims come from.", "[{id: S1}]"),
        "claims": Says("What sources claim, in words of your own.", "[{id: S1.4}]"),
        "themes": Says("Words that group argument cards. Without a list any word may be used.", "[fairness, security]"),
        "avoid_names": Says("Names that must not stand in roles, cards and the agenda, such as those of living persons.", '["Ada Smith"]'),
    }),
    "scenario.clock": Form("Days and sessions, and what moves cost.", {
        "days": Says("The last day.", "14", "days"),
        "first_day": Says("The number of the first day.", "0", "days"),
        "sessions": Says("The sessions of a day.", "[morning, afternoon, evening]", default="[morning, afternoon, evening]"),
        "session_minutes": Says("What a session has for moves.", "180", "minutes of exercise time"),
        "deadline": Says("`hard` ends the talks after the last day; `soft` can be put off by stopping the clock; `none` never comes.", "hard"),
        "extensions": Says("How often a soft deadline may be put off.", "2"),
        "costs": Says("What moves take, where it differs from the table of moves.", "{speak: 10}", "minutes of exercise time", mapped("kind of move", WHOLE)),
    }),
    "scenario.settings": Form("Switches of the game.", {
        "red_lines": Says("`bind`: no party can sign a package that crosses one of its red lines; `warn`: it can, and the log says so.", "bind"),
        "all_or_nothing": Says("Whether nothing is agreed until everything is agreed.", "true"),
        "deferral": Says("What an option that postpones its issue counts as.", "partial"),
        "drift_limit": Says("How far a reservation value can move from its sheet.", "5", "points"),
        "dial_limit": Says("How far a dial can move on one day.", "20", "points"),
        "injects_a_day": Says("Cards that may come on one day.", "3"),
        "events": Says("Events after which an exercise is ended.", "5000"),
        "pledge": Says("What a promise adds to its dial.", "4", "points"),
        "weights": Says("The profile of weights that role files are asked for.", "core"),
    }),
    "seat": Form("A place at the table.", {
        "id": Says("The seat's name in commands and expressions.", "KA"),
        "name": Says("The name that people read.", '"Kurdistan Alliance"'),
        "kind": Says("What the seat may do.", "party"),
        "community": Says("The community that it belongs to.", "kurd"),
        "weight": Says("Votes under a weighted rule.", "53", "votes"),
        "present": Says("Whether it sits there from the start, or enters when a card admits it.", "false"),
        "rivals": Says("Seats that lose when an outsider praises this one.", "[IAF]"),
        "role": Says("The id of the role file that the seat plays.", "KA", default="the seat's id"),
    }),
    "community": Form("A group of parties.", {
        "id": Says("Its name in expressions.", "kurd"),
        "name": Says("The name that people read.", '"Kurdish parties"'),
    }),
    "issue": Form("A question on the agenda.", {
        "id": Says("Its name in commands and expressions.", "OIL"),
        "title": Says("The title that people read.", '"Oil revenue"'),
        "options": Says("The ways to settle it, in the order of the score sheets.", "[{id: OIL1}]"),
        "short": Says("What it is called in a sentence.", '"oil revenue"'),
        "dimension": Says("What it is about, in a word.", "money"),
        "core": Says("Whether the package has to settle it.", "true"),
        "opened": Says("Whether it is on the agenda from the start.", "true", default="as `core`"),
        "note": Says("Background for participants.", '"Old fields and new ones are different questions."'),
    }),
    "option": Form("One way to settle an issue.", {
        "id": Says("Its name in commands and expressions; unique over all issues.", "OIL2"),
        "title": Says("The title that people read.", '"By a formula"'),
        "text": Says("What would be signed.", '"Revenue is shared by the number of people."'),
        "slug": Says("A word for exports.", "formula"),
        "deferral": Says("Whether it postpones the question.", "true"),
        "source": Says("Where the proposal comes from.", '"S1, section 2"'),
        "needs": Says("The option can be spoken for, proposed and voted on only once this has held.", '"dial(\'trust\') >= 50.0"'),
    }),
    "scenario.coherence": Form("With one option chosen, some others cannot be. At least one of `not` and `only` is needed.", {
        "if": Says("The option that rules others out.", "OIL1"),
        "not": Says("Options that do not go with it.", "[FED4]"),
        "only": Says("For other issues, the options that do go with it.", "{FED: [FED1, FED2]}", takes=mapped("issue", listed(ref("option")))),
        "why": Says("The reason that participants are told.", '"A region cannot pay for itself without revenue."'),
    }),
    "rule": Form("A decision rule.", {
        "id": Says("Its name in stages.", "all"),
        "kind": Says("How votes are counted.", "weighted"),
        "of": Says("The seats that vote.", "[KA, IAF]", default="every party"),
        "threshold": Says("Votes that a weighted rule needs, or seats that have to recognise a declaration (0: all).", "138", "votes or seats"),
        "quorum": Says("The least that must vote.", "2", "seats, or votes under a weighted rule"),
        "vetoes": Says("Seats that can block together.", "[KA, IAF]"),
        "veto_count": Says("How many of them have to say no.", "2"),
        "signs_for": Says("Patrons that vote for others.", "{KA: [IAF]}", takes=mapped("seat", listed(ref("seat")))),
        "abstain": Says("What an abstention counts as.", "ignored"),
        "absent": Says("What an absence counts as.", '"no"'),
    }),
    "stage": Form("A stage of the procedure. It lasts until the end of `until_day`, or for so many `sessions`, or until its purpose is reached, whichever comes first; without either for one session.", {
        "id": Says("Its name in exits and expressions. `closed` is the end and cannot be used.", "talks"),
        "kind": Says("What may be done in it.", "plenary"),
        "title": Says("The title that people read.", '"Working groups"'),
        "text": Says("What is told when it begins.", '"One issue at a time."'),
        "table": Says("The seats that take part.", "[parties, MED]", default="all"),
        "issues": Says("The issues that it takes, and opens.", "core", default="those that are open"),
        "rule": Says("The decision rule for votes in it.", "all"),
        "until_day": Says("The last day of the stage.", "5", "days", default="no limit"),
        "sessions": Says("How long it lasts.", "3", "sessions", default="no limit"),
        "rotate": Says("Whether each session takes the next open issue.", "true"),
        "corridor": Says("Whether outside actors may take the floor.", "true"),
        "locks": Says("Whether what is agreed here stays agreed.", "true"),
        "final": Says("Whether a vote on the whole ends the talks.", "false"),
        "puts": Says("Options that a ballot puts to the vote as one text, whatever was proposed.", "[OIL2]"),
        "adds": Says("Moves that are allowed beyond those of the kind.", "[propose]"),
        "removes": Says("Moves of the kind that are not allowed.", "[walk_out]"),
        "next": Says("Exits: a stage, or a list of stages and of exits with a condition. The first open one is taken.", "[{to: talks, when: \"adopted\"}, closed]",
                     takes=listed(either(ref("stage", "closed"), Takes("form", of="stage.next"))), default="closed"),
    }),
    "stage.next": Form("An exit with a condition.", {
        "to": Says("The stage that follows.", "talks"),
        "when": Says("The exit is open as soon as this holds; without it when the stage has used its time.", '"core_settled == 5"'),
    }),
    "dial": Form("A pressure on the talks.", {
        "id": Says("Its name in effects and expressions.", "trust"),
        "name": Says("The name that people read.", '"Trust"'),
        "start": Says("Where it stands at the start.", "25", "points"),
        "reads": Says("What high and low mean.", '"0: no word is believed; 100: a word is enough."'),
        "better": Says("Which way is good for the talks.", "up"),
    }),
    "inject": Form("A card: news with an expected action.", {
        "id": Says("Its name in decks and expressions.", "E07"),
        "title": Says("The headline.", '"A pipeline is cut"'),
        "text": Says("What participants read; `@subject` becomes the seat that the card is about.", '"Oil stops for three days."'),
        "kind": Says("A word that groups cards.", "security"),
        "source": Says("Who brings the news.", '"ministry of oil"'),
        "sensitive": Says("Whether a facilitator should think twice before playing it.", "true"),
        "to": Says("The seats that read it.", "[KA]", default="everybody"),
        "window": Says("First and last day on which it may come.", "[2, 12]", "days", takes=Takes("list", parts=(WHOLE,)), default="any day"),
        "at": Says("Outside the plan: with `success` or `failure` of the talks, or when a stage begins.", "failure"),
        "when": Says("It comes only while this holds.", '"dial(\'violence\') >= 60.0"'),
        "after": Says("The card before it: an id, or with more.", "{inject: E06}", takes=either(ref("inject"), Takes("form", of="inject.after"))),
        "only": Says("The one scenario that it belongs to, where several share the file.", "iraq-2006"),
        "by_hand": Says("Whether it is in no deck on purpose, since only the facilitator plays it.", "true"),
        **_EFFECTS,
        "subject": Says("Seats of which one, drawn by the seed, is the one that the card is about.", "[KA, IAF]"),
        "endorse": Says("The outside actor that praises the subject.", "US"),
        "pressure": Says("A patron's demand.", "{patron: US}"),
        "choice": Says("A decision that the card asks for.", "{question: x}"),
        "expected": Says("What participants are expected to do.", '"Someone asks for a joint statement."'),
        "feeds": Says("Findings that it bears on.", "[F01]"),
        "note": Says("A word to the facilitator.", '"Leave it out if somebody is affected."'),
    }),
    "inject.effects": Form("An effect that lifts a dial to a floor.", {
        "at_least": Says("The dial rises to this if it is lower.", "60", "points"),
        "otherwise": Says("What it moves by if it is not.", "5", "points"),
    }),
    "inject.after": Form("The card that this one follows.", {
        "inject": Says("That card.", "E06"),
        "days": Says("How many days later.", "2", "days"),
        "unless": Says("The choice at that card which prevents this one.", "accept"),
    }),
    "inject.pressure": Form("A patron's demand on clients.", {
        "patron": Says("Who presses, or `draw`.", "US"),
        "clients": Says("Who is pressed, or `draw`: one over whom the patron has influence.", "[KA]"),
        "option": Says("What is asked for, or `draw`: something that the patron wants.", "OIL2"),
    }),
    "inject.choice": Form("A decision that a card asks of seats.", {
        "question": Says("The question.", '"Do you sign the statement?"'),
        "who": Says("Who decides: seats, all `parties`, or the `@subject`.", "parties"),
        "rule": Says("`any`: the first answer; `joint`: two communities have to agree; `majority`: more than half; `each`: everyone for itself.", "joint"),
        "options": Says("The answers.", "[{id: accept}]"),
        "default": Says("The answer if nobody decides in time.", "accept"),
        "within": Says("How long there is to decide.", "2", "sessions"),
    }),
    "inject.choice.options": Form("An answer to a card, with what it does.", {
        "id": Says("Its name in commands and expressions.", "accept"),
        "title": Says("The title that people read.", '"Sign it"'),
        "text": Says("What it means.", '"All parties sign the statement."'),
        **_EFFECTS,
    }),
    "deck": Form("A selection of cards.", {
        "id": Says("Its name on the command line.", "standard"),
        "title": Says("The title that people read.", '"Standard"'),
        "plan": Says("The cards with the day from which on each may come.", "{E07: 4}", "days", mapped("inject", WHOLE)),
        "cards": Says("The cards once more, as a list to check the plan against.", "[E07]"),
        "text": Says("What kind of selection it is.", '"A middle course."'),
    }),
    "difficulty": Form("A level.", {
        "id": Says("Its name on the command line.", "easier"),
        "title": Says("The title that people read.", '"Easier: everybody is a little more tired"'),
        "shift": Says("What it adds to every reservation value.", "-2", "points"),
    }),
    "finding": Form("A prediction with its test. Verdicts are occurred, averted and not observable.", {
        "id": Says("Its name in expressions.", "F01"),
        "name": Says("The name that people read.", '"Hold-out"'),
        "kind": Says("Whether it is a failure or a success.", "failure"),
        "claims": Says("The claims that predict it.", "[S1.4]"),
        "says": Says("The prediction in a sentence.", '"A party refuses what it could live with."'),
        "test": Says("Whether it occurred.", '"parties.exists(p, held_out(p, 10))"'),
        "severity": Says("How bad it is; 0 for a success.", "3"),
        "observable": Says("Whether the exercise could show it at all.", '"final_held"', default="always"),
        "warning": Says("An early sign.", '"day > 10 && core_settled < 2"', default="never"),
        "evidence": Says("Kinds of events that show it, each with a condition on `e` where wanted.", "[opposed, \"voted: e.choice == 'no'\"]"),
        "mitigates": Says("What might have averted it.", '"Let the mediator ask each party in private."'),
        "counts": Says("What the test takes for it, where the log cannot show the thing itself.", '"A walk-out within a day of the attack."'),
    }),
    "outcome": Form("A name for how an exercise ended.", {
        "id": Says("Its name in exports.", "accord"),
        "name": Says("The name that people read.", '"An accord"'),
        "when": Says("It is taken if this holds and none before it did.", '"adopted"', default="always"),
        "text": Says("What is told.", '"All parties signed."'),
    }),
    "scoreboard row": Form("A question on which the sources differ.", {
        "id": Says("Its name in exports.", "X01"),
        "question": Says("The question.", '"Can parties agree before they trust each other?"'),
        "says": Says("What each source answers.", '{S1: "Yes, if a third party guarantees it."}', takes=mapped("source", TEXT)),
        "borne_out": Says("Under which condition each source was right.", '{S1: "adopted && dial(\'trust\') < 40.0"}', takes=mapped("source", EXPRESSION)),
        "look_at": Says("What to look at in the debrief.", '"Trust on the day of the vote."'),
        "evidence": Says("Kinds of events that show it, as in findings.", "[agreed]"),
    }),
    "package": Form("A package to compare with.", {
        "id": Says("Its name in expressions.", "DRAFT"),
        "name": Says("The name that people read.", '"The draft of May"'),
        "options": Says("At most one option of each issue.", "[OIL1]"),
    }),
    "source": Form("A source of claims.", {
        "id": Says("Its name in claims.", "S1"),
        "title": Says("Author, title and year.", '"A. Smith, On Federations, 2006"'),
        "text": Says("What it argues, in words of your own.", '"Says that shares of revenue come first."'),
    }),
    "claim": Form("A claim of a source.", {
        "id": Says("Its number.", "S1.4"),
        "text": Says("The claim in words of your own.", '"Revenue has to be settled before borders."'),
        "source": Says("Its source.", "S1"),
    }),
    "role": Form("A role file, in `roles/`. Only `public`, `delegates` and `opening` are read by others. Other keys are kept as notes for the seat.", {
        "id": Says("The role's name; a seat of the same id plays it.", "KA", takes=Takes("id", of="role")),
        "name": Says("The name that people read.", '"Kurdistan Alliance"'),
        "short": Says("A short name for lists.", '"Kurds"'),
        "public": Says("What everybody may read.", "{summary: x}"),
        "confidential": Says("What only the seat may read.", "{brief: x}"),
        "delegates": Says("Invented people who could sit there.", "[{title: x}]"),
        "batna": Says("What going home without a deal is worth to it.", "40", "points"),
        "margin": Says("What a deal has to be worth beyond that; both together are the reservation value.", "10", "points"),
        "interests": Says("What it is after, issue by issue; outside actors may list theirs.", '{OIL: "A share that nobody can stop."}', takes=either(mapped("issue", TEXT), listed(TEXT))),
        "red_lines": Says("Options that it cannot sign.", "[{option: OIL1}]"),
        "weights": Says("How much each issue counts, by profile; each profile adds up to 100.", "{core: {OIL: 60, FED: 40}}", "percent", mapped("profile", mapped("issue", WHOLE))),
        "weights_why": Says("Why.", '"Revenue pays for everything else."'),
        "sheet": Says("What each option is worth to it, issue by issue.", "{OIL: {values: [0, 70]}}", takes=mapped("issue", Takes("form", of="role.sheet"))),
        "split": Says("Where the delegation disagrees in itself.", '"The cities want peace sooner."'),
        "walks_out_if": Says("What makes it leave the hall.", '["Kirkuk is decided without it."]'),
        "mandate": Says("What a seat without a score sheet is asked to bring about; counted in the debrief.", "[{text: Water is settled., when: settled('WAT')}]"),
        "opening": Says("Its opening statement.", '"We came to build a house with many rooms."'),
        "stances": Says("What it says on each issue.", '{OIL: "New fields are ours to sign for."}', takes=mapped("issue", TEXT)),
        "questions": Says("What it asks others.", "[{issue: OIL}]"),
        "answers": Says("What it answers to the questions of others.", "[{issue: OIL}]"),
        "cards": Says("Its arguments.", "[{id: KA-1}]"),
        "lines": Says("What it says on occasions, with `$option`, `$issue` and `$seat` where they are known. The id of a card is an occasion: what it says on that news.", '{propose: "Our offer on $issue: $option."}', takes=mapped("occasion", listed(TEXT))),
        "influence": Says("For outside actors: how strongly it moves each client.", "{KA: 2}", "0 to 3", mapped("seat", Takes("whole", low=0, high=3))),
        "wants": Says("For outside actors: options that it would press for.", "[OIL2]"),
    }, open=True),
    "role.public": Form("The public part of a role.", {
        "summary": Says("Who they are.", '"Two parties with a region of their own."'),
        "positions": Says("What they say they want.", '["A federal region with its own budget."]'),
    }),
    "role.confidential": Form("The confidential part of a role.", {
        "brief": Says("What they really want, and how to go about it.", '"You can wait; others cannot."'),
        "no_deal": Says("What happens to them without a deal.", '"The region goes on alone."'),
        "margin": Says("Why a deal has to be worth more.", '"The voters would not understand less."'),
    }),
    "role.delegates": Form("An invented person, by office and experience.", {
        "title": Says("The office.", '"Deputy who was a teacher"'),
        "stance": Says("How this person argues.", '"Patient, and exact about clauses."'),
    }),
    "role.mandate": Form("A task of a seat without a score sheet. Its points are told in the debrief only.", {
        "text": Says("What is to be brought about, for the seat's own eyes.", '"All voting parties sign the same package."'),
        "when": Says("What counts as done, asked when the exercise is over.", '"adopted && no_votes.size() == 0"', takes=EXPRESSION),
        "points": Says("What it is worth.", "12", "points, 0 to 100"),
    }),
    "role.red_lines": Form("An option that the party cannot sign.", {
        "option": Says("The option.", "OIL1"),
        "why": Says("The reason.", '"It would put the region at the mercy of a ministry."'),
    }),
    "role.sheet": Form("A line of the score sheet.", {
        "values": Says("What each option is worth, in their order or by option.", "[0, 70]", "points, 0 to 100",
                       takes=either(listed(Takes("whole", low=0, high=100)), mapped("option", Takes("whole", low=0, high=100)))),
        "why": Says("Why.", '"A formula is better than a promise."'),
    }),
    "role.questions": Form("A question to another seat.", {
        "issue": Says("What it is about.", "OIL"),
        "to": Says("Whom it is for.", "IAF"),
        "text": Says("The question.", '"What would a formula have to contain?"'),
    }),
    "role.answers": Form("An answer that is ready for a question.", {
        "issue": Says("What the question is about.", "OIL"),
        "from": Says("Who asks.", "IAF"),
        "text": Says("The answer.", '"A date, a formula, and somebody who counts."'),
    }),
    "role.cards": Form("An argument in the role's own words.", {
        "id": Says("Its name in the log.", "KA-1"),
        "for": Says("The option that it speaks for; or `against`.", "OIL2", takes=ref("option"), default="or `against`"),
        "against": Says("The option that it speaks against.", "OIL1", takes=ref("option"), default="or `for`", read=False),
        "text": Says("The argument.", '"New fields carry our risk."'),
        "reply": Says("The strongest answer to it.", '"Old fields carried all of ours."'),
        "answer": Says("What to say to that.", '"That is why we share both."'),
        "theme": Says("What kind of argument it is.", "fairness"),
        "cites": Says("Claims that it rests on.", "[S1.4]"),
    }),
}  # fmt: skip
"""Every form by the name that its reader gives it."""

SAME: Final = {"inject.choice.options.effects": "inject.effects", "scenario.effects": "inject.effects"}
"""Forms that are another one in another place."""
