"""Sums are done by one thread: they are small, and then they come out the same each time."""

from functools import cache

from threadpoolctl import threadpool_limits


@cache
def one_thread() -> threadpool_limits:
    """See to it, for the whole program: threads that wait for each other cost more than they do."""
    return threadpool_limits(limits=1, user_api="blas")
