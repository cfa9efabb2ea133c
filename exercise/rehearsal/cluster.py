"""A Dask cluster as a place to play, for those who have outgrown one machine. Needs the extra `dask`."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Final

WAIT: Final = 10
"""Seconds in which a scheduler has to answer."""
RETRIES: Final = 5
"""How often a chunk is played again that was lost with its worker."""


class ClusterError(Exception):
    """The cluster cannot be used, in a sentence."""


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """An executor over the cluster at an address, and how many chunks it plays at once. Raises ClusterError.

    A worker that is lost costs time only: the scheduler gives its chunks to another one.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--dask needs the extra: pip install 'fourteen-days[dask]'") from None
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}: {error}") from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterError(f"the Dask scheduler at {address} has no workers")
        with client.get_executor(retries=RETRIES) as executor:
            yield executor, threads
