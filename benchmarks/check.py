"""How long `exercise check` takes for a scenario of 2,000 lines, beside `yaml.compose` of the same files with the C loader.

The limit is ten times as long on top of the start of the program, which is measured as `exercise check --explain SCN101`: the
same imports, and nothing checked. The scenario is made here: four parties, six issues, forty cards and fifty findings.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import yaml
from measure import Reading, cannot, print_target, runs, timed, whole

LIMIT = 10
PARTIES = ("NORTH", "SOUTH", "EAST", "WEST")
ISSUES, OPTIONS, CARDS, FINDINGS, ARGUMENTS = 6, 5, 40, 50, 44
WORDS = """
the council of the valley will meet again before the harvest and hear
what each side can live with and what it cannot bear even in the longest winter on the coldest night of all
""".split()


def sentence(seed: int, words: int = 14) -> str:
    return (
        " ".join(WORDS[(seed * 7 + k * (1 + seed % 5)) % len(WORDS)] for k in range(words)).capitalize() + f" ({seed})."
    )


def scenario() -> Iterator[str]:
    yield f"id: large\ntitle: A large scenario\nsummary: {sentence(0)}\nroles: roles\nclock:\n  days: 14\nseats:"
    for party in PARTIES:
        yield f"  - id: {party}\n    name: The {party.lower()}\n    weight: 3"
    yield "  - id: MED\n    name: Mediator\n    kind: mediator\nissues:"
    for issue in range(ISSUES):
        yield f"  - id: I{issue}\n    title: Issue {issue}\n    note: {sentence(issue + 50)}\n    options:"
        for option in range(OPTIONS):
            yield f"      - id: I{issue}.{option}\n        title: Option {option}\n        text: >-\n          {sentence(issue * 9 + option + 80)}"
    yield "rules:\n  - id: all\n    kind: unanimity\nstages:"
    yield "  - id: talks\n    kind: plenary\n    title: Talks\n    issues: core\n    rule: all\n    until_day: 12\n    next: vote"
    yield "  - id: vote\n    kind: ballot\n    title: Vote\n    rule: all\n    until_day: 14\n    next: closed"
    yield "dials:\n  - id: trust\n    name: Trust\n    start: 40\n  - id: anger\n    name: Anger\n    start: 60\nthemes: [fairness, order]"
    yield "injects:"
    for card in range(CARDS):
        yield f"  - id: E{card}\n    title: Card {card}\n    text: >-\n      {sentence(card + 200)}\n      {sentence(card + 300)}"
        yield f"    window: [{1 + card % 5}, {8 + card % 5}]\n    when: \"dial('trust') >= {card % 30 + 5}.0 && !settled('I{card % ISSUES}')\""
        yield f"    effects:\n      trust: {card % 7 - 3}\n      anger: {card % 5 - 2}\n    expected: {sentence(card + 400)}"
    yield "decks:\n  - id: plain\n    title: Plain\n    plan:"
    yield from (f"      E{card}: {5 + card % 3}" for card in range(CARDS))
    yield "deck: plain\nfindings:"
    for finding in range(FINDINGS):
        yield f"  - id: F{finding}\n    name: Finding {finding}\n    says: {sentence(finding + 500)}"
        yield f"    test: \"core_settled < {finding % 5 + 1} && dial('anger') > {finding + 20}.0\"\n    severity: {finding % 4}"
        yield f"    evidence: [walked_out, \"voted: e.choice == 'no' && e.day > {finding % 9}\"]"


def role(number: int, party: str) -> Iterator[str]:
    yield f"id: {party}\nname: The {party.lower()}\nshort: {party.capitalize()}\npublic:\n  summary: {sentence(number + 600)}"
    yield f"confidential:\n  brief: {' '.join(f'word{n}' for n in range(number, 30))}\nbatna: 40\nmargin: 8\nweights:\n  core:"
    yield from (f"    I{issue}: {15 if issue > 1 else 20}" for issue in range(ISSUES))
    yield "sheet:"
    for issue in range(ISSUES):
        values = [(37 * option + 31 * issue + 53 * number + 11 * option * number) % 101 for option in range(OPTIONS)]
        yield f"  I{issue}:\n    values: {values}\n    why: {sentence(issue * 5 + number + 800)}"
    yield "cards:"
    for card in range(ARGUMENTS):
        yield f"  - id: {party}-{card}\n    {'for' if card % 2 else 'against'}: I{card % ISSUES}.{card % OPTIONS}"
        yield f"    text: {sentence(card * 11 + number + 900, 22)}\n    reply: {sentence(card * 11 + number + 1900)}\n    theme: fairness"


def write(folder: Path) -> list[Path]:
    files = {"scenarios/large.yaml": "\n".join(scenario()).replace("roles: roles", "roles: ../roles")}
    for number, party in enumerate(PARTIES):
        files[f"roles/{party}.yaml"] = "\n".join(role(number, party))
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    return [folder / name for name in files]


def composed(files: list[Path]) -> Reading:
    """Reading and composing the files with the C loader, without a process of its own."""
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None:
        cannot("this PyYAML has no C loader")

    def compose() -> float:
        for path in files:
            yaml.compose(path.read_text(encoding="utf-8"), Loader=loader)
        return 1

    return timed(compose)


def main() -> None:
    times = runs(__doc__, 21)
    program = Path(sys.executable).with_name("exercise")
    if not program.exists():
        cannot(f"{program.name} is not installed beside this Python")
    with tempfile.TemporaryDirectory() as home:
        files = write(Path(home))
        lines = sum(path.read_bytes().count(b"\n") for path in files)
        turns = [_turn(program, files) for _ in range(times)]
    for name, column in zip(("exercise check", "start alone", "yaml.compose"), zip(*turns, strict=True), strict=True):
        print(f"{name:16} {1000 * median(column):6.1f} ms of processor")
    # Each check is taken with the start beside it, because a busy machine is slower from one minute to the next.
    ratio = median((check - start) / compose for check, start, compose in turns)
    print(f"{lines:,} lines: {ratio:.1f} times yaml.compose on top of the start")
    print_target(f"at most {LIMIT} times", ratio <= LIMIT)


def _turn(program: Path, files: list[Path]) -> tuple[float, float, float]:
    """Seconds of the processor for a check, for the start alone and for composing."""
    return (
        whole([str(program), "check", str(files[0])]).cpu,
        whole([str(program), "check", "--explain", "SCN101"]).cpu,
        composed(files).cpu,
    )


if __name__ == "__main__":
    main()
