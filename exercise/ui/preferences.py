"""What the interface remembers on this machine: the theme, keys, and the last set-up of each scenario."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from platformdirs import user_config_path

FILE: Final = "interface.json"


def preferences_path() -> Path:
    """The file of the preferences; it need not exist."""
    return user_config_path("fourteen-days", appauthor=False) / FILE


@dataclass
class Preferences:
    """Preferences of one person on one machine. A damaged file counts as none: nothing of an exercise is in it."""

    path: Path
    theme: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    setups: dict[str, dict[str, Any]] = field(default_factory=dict)
    guided: bool = False

    @classmethod
    def load(cls, path: Path | None = None) -> "Preferences":
        """The preferences of a file; defaults where there is none or it cannot be read."""
        path = path or preferences_path()
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls(path)
        if not isinstance(found, Mapping):
            return cls(path)
        keys, setups = found.get("keys"), found.get("setups")
        return cls(
            path,
            theme=str(found.get("theme") or ""),
            keys={str(id): str(key) for id, key in keys.items()} if isinstance(keys, Mapping) else {},
            setups={str(k): dict(v) for k, v in setups.items() if isinstance(v, Mapping)}
            if isinstance(setups, Mapping)
            else {},
            guided=found.get("guided") is True,
        )

    def save(self) -> str:
        """Write them; what went wrong in a sentence, or nothing."""
        kept = {"theme": self.theme, "keys": self.keys, "setups": self.setups, "guided": self.guided}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            return f"The settings cannot be saved to {self.path}: {error.strerror}."
        return ""


def preferences_of(app: object) -> Preferences:
    """The preferences of the application that a screen stands in."""
    found = getattr(app, "preferences", None)
    return found if isinstance(found, Preferences) else Preferences.load()
