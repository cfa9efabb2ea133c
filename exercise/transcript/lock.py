"""A lock on an open file that ends with the process, however it ends."""

import os
import sys

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 40
    """Locked bytes cannot be read by others on Windows, so the lock is on one beyond every transcript."""

    def lock(fd: int) -> bool:
        """Whether this process is now the only writer."""
        os.lseek(fd, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def lock(fd: int) -> bool:
        """Whether this process is now the only writer."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network folders know no locks; an exercise in one of them is better than none.
            return True
        return True
