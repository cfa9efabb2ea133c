"""Colours: one calm dark theme and one light, one of high contrast, and one whose hues colour-blind people can tell apart."""

from typing import Final

from textual.theme import Theme

DEFAULT: Final = "conference-dark"

THEMES: Final = (
    Theme(
        name=DEFAULT, dark=True, primary="#7aa2c8", secondary="#8d99ae", accent="#e0b260", foreground="#d8dde6",
        background="#14171d", surface="#1a1e26", panel="#262c37", success="#8fbf88", warning="#e0b260", error="#e07a6e",
        variables={"footer-key-foreground": "#e0b260", "block-cursor-text-style": "none", "border": "#3a4252", "muted": "#8a93a3", "faint": "#5c6576"},
    ),
    Theme(
        name="conference-light", dark=False, primary="#2f5d8a", secondary="#5a6577", accent="#9a5b00", foreground="#22262e",
        background="#f7f5f0", surface="#ffffff", panel="#e8e4da", success="#2e6b34", warning="#8a5a00", error="#a3291f",
        variables={"footer-key-foreground": "#9a5b00", "block-cursor-text-style": "none", "border": "#b9b3a5", "muted": "#6a7180", "faint": "#9aa0ab"},
    ),
    Theme(
        name="high-contrast", dark=True, primary="#ffffff", secondary="#d0d0d0", accent="#ffff00", foreground="#ffffff",
        background="#000000", surface="#000000", panel="#1c1c1c", success="#00ff5f", warning="#ffff00", error="#ff8080",
        variables={"footer-key-foreground": "#ffff00", "block-cursor-text-style": "bold", "border": "#ffffff", "muted": "#d0d0d0", "faint": "#a8a8a8"},
    ),
    Theme(
        name="colour-blind-safe", dark=True, primary="#56b4e9", secondary="#a0a8b5", accent="#f0e442", foreground="#e4e7ec",
        background="#14171d", surface="#1a1e26", panel="#262c37", success="#009e73", warning="#e69f00", error="#d55e00",
        variables={"footer-key-foreground": "#f0e442", "block-cursor-text-style": "none", "border": "#3a4252", "muted": "#8a93a3", "faint": "#5c6576"},
    ),
)  # fmt: skip
"""`success`, `warning` and `error` are never the only sign of anything: a word or a mark stands beside them."""
