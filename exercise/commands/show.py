"""Commands that look at scenarios without playing them."""

import json

import click

from exercise.commands.loading import load, scenario, unknown
from exercise.content import scenario_files
from exercise.engine.procedure import Procedure
from exercise.model.scenario import Scenario, SeatKind
from exercise.plain.ids import find
from exercise.plain.wrapping import fit, pad, wrap


def _say(lines: list[str]) -> None:
    for line in lines:
        for shown in fit(line):
            click.echo(shown)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts.")
def scenarios(as_json: bool) -> None:
    """List the scenarios that can be played here."""
    rows = []
    for name, path in scenario_files().items():
        found = load(path).scenario
        if found is None:
            rows.append(
                {
                    "id": name,
                    "title": "(does not load; exercise check tells why)",
                    "seats": 0,
                    "days": 0,
                    "minutes": 0,
                    "teaches": "",
                }
            )
        else:
            seats = sum(seat.kind is SeatKind.PARTY for seat in found.seats)
            rows.append(
                {
                    "id": name,
                    "title": found.title,
                    "seats": seats,
                    "days": found.clock.days,
                    "minutes": found.minutes,
                    "teaches": found.teaches,
                }
            )
    if as_json:
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    for row in rows:
        _say([f"{pad(str(row['id']), 12)} {row['title']}"])
        _say([f"{'':<12} {row['seats']} parties, {row['days']} days, about {row['minutes']} minutes to play"])


@click.command()
@click.argument("name")
@click.option("--role", "seat", metavar="SEAT", help="Show this role with its confidential brief.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts.")
def show(name: str, seat: str | None, as_json: bool) -> None:
    """Show the scenario NAME: what it is about, who sits where, the agenda and the stages."""
    found = scenario(name)
    if seat:
        id = find(seat, found.roles)
        if not id:
            raise unknown("role", seat, sorted(found.roles))
        from exercise.plain.briefing import role_lines

        _say(role_lines(found, id))
    elif as_json:
        click.echo(json.dumps(_summary(found), indent=1, ensure_ascii=False))
    else:
        _say(_overview(found))


def _summary(found: Scenario) -> dict[str, object]:
    return {
        "id": found.id,
        "title": found.title,
        "summary": found.summary,
        "days": found.clock.days,
        "minutes": found.minutes,
        "seats": [{"id": s.id, "name": s.name, "kind": str(s.kind), "community": s.community} for s in found.seats],
        "issues": [
            {"id": i.id, "title": i.title, "core": i.core, "options": [o.id for o in i.options]} for i in found.issues
        ],
        "stages": [{"id": s.id, "kind": str(s.kind), "title": s.title} for s in found.stages],
        "decks": [deck.id for deck in found.decks],
        "difficulties": [d.id for d in found.difficulties],
    }


def _overview(found: Scenario) -> list[str]:
    lines = [
        found.title,
        "",
        *wrap(found.summary),
        "",
        *wrap(f"Content advisory: {found.advisory}"),
        "",
    ]
    lines += [*wrap(f"What it teaches: {found.teaches}"), "", "Seats"]
    lines += [f"  {s.id:<6} {s.name} ({s.kind}{', enters later' if not s.present else ''})" for s in found.seats]
    lines += ["", "Agenda"]
    for issue in found.issues:
        lines.append(f"  {issue.id} {issue.title}{'' if issue.core else ' (follow-on)'}")
        lines += [f"      {option.id} {option.title}" for option in issue.options]
    lines += ["", "Stages", *(f"  {stage.title} ({stage.kind})" for stage in found.stages)]
    lines += ["", f"Decks: {', '.join(deck.id for deck in found.decks) or 'none'}"]
    lines += [f"Difficulties: {', '.join(d.id for d in found.difficulties) or 'none'}", "", *wrap(found.honesty)]
    return lines


@click.command()
@click.argument("name")
def diagram(name: str) -> None:
    """Print the procedure of the scenario NAME as a Mermaid state diagram."""
    click.echo(Procedure(scenario(name)).mermaid(), nl=False)
