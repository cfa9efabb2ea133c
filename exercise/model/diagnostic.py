"""What is wrong with something an author or a user wrote, and where."""

from enum import StrEnum

from attrs import frozen


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@frozen(order=True)
class Diagnostic:
    """One problem. `line` and `column` count from 1; 0 means the whole file."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity} {self.code}: {self.message}{hint}"
