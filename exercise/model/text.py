"""Text from people made safe to show: no control codes, no tricks with the direction of writing."""

import unicodedata

_TRICKS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def printable(text: str, lines: bool = True) -> str:
    """The text with every control code and direction override shown as `�`; newlines stay where `lines` is true.

    Letters, marks and emoji of any script are kept as they are, and so are the joiners that they need.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = []
    for char in text.replace("\r\n", "\n"):
        if char == "\n" and lines:
            shown.append(char)
        elif char in "\t\n":
            shown.append(" ")
        elif unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") or ord(char) in _TRICKS:
            shown.append("\ufffd")
        else:
            shown.append(char)
    return "".join(shown)
