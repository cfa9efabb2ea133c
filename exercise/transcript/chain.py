"""The chain: each line ends with a digest over the previous line's digest and its own bytes.

It shows that a line was changed, moved or cut out. It has no key: whoever writes the whole rest anew can forge it.
"""

from hashlib import blake2b
from typing import Final

_MARK: Final = b',"chain":"'
_DIGITS: Final = 16
_EMPTY: Final = blake2b(digest_size=_DIGITS // 2)
_END: Final = b'"}'
_TAIL: Final = len(_MARK) + _DIGITS + len(_END) + len(b"\n")
"""Bytes that the chain of a line takes, as this program writes it."""
_AT: Final = len(_MARK) - _TAIL
"""Where its digits begin."""


def link(previous: bytes, head: bytes) -> bytes:
    """The digest of a line whose bytes up to the chain are `head`."""
    digest = _EMPTY.copy()
    digest.update(previous)
    digest.update(head)
    return digest.hexdigest().encode()


def seal(head: bytes, chain: bytes) -> bytes:
    """The finished line."""
    return head + _MARK + chain + b'"}\n'


def unseal(line: bytes) -> tuple[bytes, bytes]:
    """The bytes up to the chain, and the chain; empty where the line does not end with one."""
    if len(line) > _TAIL and line.startswith(_MARK, -_TAIL) and line.endswith(b'"}\n'):
        return line[:-_TAIL], line[_AT : _AT + _DIGITS]
    head, _, rest = line.rpartition(_MARK)
    chain = rest.rstrip(b"\r\n")
    if head and len(chain) == _DIGITS + len(_END) and chain.endswith(_END):
        return head, chain[:_DIGITS]
    return line.rstrip(b"\r\n"), b""
