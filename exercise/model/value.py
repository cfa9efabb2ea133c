"""The base of the values that an exercise makes by the thousand: events, and what they leave in the state.

They are msgspec structs: built, changed, read and written in C, several times faster than frozen attrs classes. The garbage
collector does not walk them, so that a long log does not slow down the moves to come; a value never refers back to its holder.
"""

import msgspec
from msgspec.structs import force_setattr


class Value(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A frozen value, compared by its fields; written as JSON without what has its default."""


def as_floats(value: Value, *names: str) -> None:
    """For `__post_init__`: a whole number in these fields is the float that it stands for, so that it reads as it was written."""
    for name in names:
        force_setattr(value, name, float(getattr(value, name)))
