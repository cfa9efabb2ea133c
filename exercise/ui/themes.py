"""Colours: one calm dark theme and one light, one of high contrast, and one whose hues colour-blind people can tell apart."""

from typing import Final

from textual.theme import Theme

DEFAULT: Final = "conference-dark"

THEMES: Final = (
    Theme(
        name=DEFAULT, dark=True, primary="#7aa2c8", secondary="#8d99ae", accent="#e0b260", foreground="#d8dde6",
        background="#16181d", surface="#1b1e24", panel="#2c313b", success="#8fbf88", warning="#e0b260", error="#e07a6e",
        variables={
            "footer-key-foreground": "#e0b260", "block-cursor-text-style": "none",
            "border": "#363c47", "focus": "#8c7448", "muted": "#8a93a3", "faint": "#6c7688",
        },
    ),
    Theme(
        name="conference-light", dark=False, primary="#2f5d8a", secondary="#5a6577", accent="#8f5300", foreground="#22262e",
        background="#f7f5f0", surface="#fffefb", panel="#e6e0d2", success="#2e6b34", warning="#8a5a00", error="#a3291f",
        variables={
            "footer-key-foreground": "#8f5300", "block-cursor-text-style": "none",
            "border": "#cdc6b6", "focus": "#b98a4a", "muted": "#5f6675", "faint": "#7d8491",
        },
    ),
    Theme(
        name="high-contrast", dark=True, primary="#ffffff", secondary="#d0d0d0", accent="#ffff00", foreground="#ffffff",
        background="#000000", surface="#000000", panel="#555555", success="#00ff5f", warning="#ffff00", error="#ff8080",
        variables={
            "footer-key-foreground": "#ffff00", "block-cursor-text-style": "bold",
            "border": "#b0b0b0", "focus": "#ffff00", "muted": "#d8d8d8", "faint": "#b8b8b8",
        },
    ),
    Theme(
        name="colour-blind-safe", dark=True, primary="#56b4e9", secondary="#a0a8b5", accent="#f0e442", foreground="#e4e7ec",
        background="#16181d", surface="#1b1e24", panel="#2c313b", success="#1fb98f", warning="#e69f00", error="#e8722a",
        variables={
            "footer-key-foreground": "#f0e442", "block-cursor-text-style": "none",
            "border": "#363c47", "focus": "#99923a", "muted": "#949dac", "faint": "#727c8e",
        },
    ),
)  # fmt: skip
"""`success`, `warning` and `error` are never the only sign of anything: a word or a mark stands beside them."""
