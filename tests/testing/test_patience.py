import signal
import threading
import time
from collections.abc import Iterator

import pytest

from blogmodel.testing._patience import HungError, Patience

WAITS = """
def wait(until, clock):
    while clock() < until:
        pass
"""


@pytest.fixture(autouse=True)
def _alarms_are_as_they_were() -> Iterator[None]:
    yield
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL


def test_a_call_that_does_not_end_is_interrupted_and_the_next_gets_less_time() -> None:
    patience = Patience(0.2)
    with pytest.raises(HungError), patience.watch():
        time.sleep(60)
    assert patience.seconds == 0.1
    with patience.watch():
        pass
    assert patience.seconds == 0.1


def test_a_tracer_is_not_interrupted_since_it_may_hold_a_lock() -> None:
    tracer = {"__name__": "coverage.collector"}
    exec(WAITS, tracer)  # noqa: S102 - a function of another module
    until = time.monotonic() + 0.2
    ended = []

    def traced() -> None:
        tracer["wait"](until, time.monotonic)  # type: ignore[operator]
        ended.append(time.monotonic())
        time.sleep(60)

    with pytest.raises(HungError), Patience(0.05).watch():
        traced()
    assert ended[0] >= until


def test_where_somebody_else_uses_the_alarm_nothing_is_watched() -> None:
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        with Patience(0.01).watch():
            time.sleep(0.05)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_in_another_thread_nothing_is_watched() -> None:
    ended = []

    def sleep() -> None:
        with Patience(0.01).watch():
            time.sleep(0.05)
            ended.append(True)

    thread = threading.Thread(target=sleep)
    thread.start()
    thread.join()
    assert ended == [True]
