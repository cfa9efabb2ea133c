"""The procedure of a scenario as one `transitions` machine: the only place that knows which stage may follow which."""

from collections.abc import Callable

from transitions import Machine

from exercise.model.scenario import Scenario

CLOSED = "closed"


class _Position:
    """The model that a machine moves; it lives for one question."""

    state: str
    trigger: Callable[[str], bool]


class Procedure:
    """Answers what may follow a stage, in order, and draws the procedure.

    The machine is flat and built once per scenario; its model holds no exercise, so one machine serves all of them.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._titles = {stage.id: stage.title for stage in scenario.stages}
        acts = {"success": scenario.success_stage, "failure": scenario.failure_stage}
        self._acts = {word: stage for word, stage in acts.items() if stage}
        states = [stage.id for stage in scenario.stages] + [CLOSED]
        self._position = _Position()
        self._machine = Machine(
            self._position, states=states, initial=states[0], auto_transitions=False, send_event=False
        )
        self._gates: dict[str, tuple[tuple[str, str], ...]] = {}
        for stage in scenario.stages:
            gates = [(gate.to, gate.when) for gate in stage.next] or [(CLOSED, "")]
            self._gates[stage.id] = tuple(gates)
            for to in dict.fromkeys(to for to, _ in gates):
                self._machine.add_transition(f"to_{to}", stage.id, to)
            for outcome in (scenario.success_stage, scenario.failure_stage, CLOSED):
                if outcome and outcome != stage.id and outcome not in dict(gates):
                    self._machine.add_transition(f"to_{outcome}", stage.id, outcome)
        self.first = states[0]

    def gates(self, stage: str) -> tuple[tuple[str, str], ...]:
        """The exits of a stage as (target, condition) in the order in which they are tried."""
        return self._gates.get(stage, ())

    def may(self, stage: str, to: str) -> bool:
        """Whether the machine has a way from one stage to the other."""
        return to in self.followers(stage)

    def enter(self, stage: str, to: str) -> str:
        """Move the machine from a stage to the next and return where it stands. Raises MachineError where there is no way."""
        self._machine.set_state(stage, self._position)
        self._position.trigger(f"to_{to}")
        return self._position.state

    def followers(self, stage: str) -> tuple[str, ...]:
        ways = (way.dest for event in self._machine.events.values() for way in event.transitions.get(stage, []))
        return tuple(dict.fromkeys(str(to) for to in ways))

    def mermaid(self) -> str:
        """The procedure as a Mermaid state diagram; gates with a condition carry it as a label.

        Where there is a second act, what ends the talks leads to a choice between its stages.
        """
        end = "talks_end" if self._acts else "[*]"
        second = self._second_act()
        lines = ["stateDiagram-v2", f"    [*] --> {self.first}"]
        lines += [f"    {stage} : {title.replace(':', ' -')}" for stage, title in self._titles.items()]
        if self._acts:
            lines.append(f"    state {end} <<choice>>")
        for stage, gates in self._gates.items():
            for to, when in dict.fromkeys(gates):
                label = f" : {when.replace(':', ' ').replace(chr(34), chr(39))}" if when else ""
                last = "[*]" if stage in second else end
                lines.append(f"    {stage} --> {last if to == CLOSED else to}{label}")
        if self._acts:
            lines += [f"    {end} --> {self._acts.get(word, '[*]')} : {word}" for word in ("success", "failure")]
        return "\n".join(lines) + "\n"

    def _second_act(self) -> tuple[str, ...]:
        """The stages after the end of the talks."""
        found = list(self._acts.values())
        for stage in found:
            found += [to for to, _ in self.gates(stage) if to != CLOSED and to not in found]
        return tuple(found)
