import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairview.kit.live.outbox import AT_ONCE_BYTES, Outbox, TooSlow


async def test_messages_leave_in_order() -> None:
    outbox = Outbox()
    for data in (b"one", b"two", b"three"):
        outbox.put(data)
    assert await outbox.take() == [b"one", b"two", b"three"]


async def test_of_a_snapshot_only_the_newest_waits() -> None:
    outbox = Outbox()
    outbox.put(b"room 1", int)
    outbox.put(b"signal")
    outbox.put(b"attention 1", str)
    outbox.put(b"room 2", int)
    assert await outbox.take() == [b"signal", b"attention 1", b"room 2"]
    assert outbox.bytes == 0


async def test_what_a_line_does_not_take_at_once_can_still_be_replaced() -> None:
    outbox = Outbox()
    outbox.put(bytes(AT_ONCE_BYTES))
    outbox.put(b"room 1", int)
    assert [len(data) for data in await outbox.take()] == [AT_ONCE_BYTES]
    outbox.put(b"room 2", int)
    assert await outbox.take() == [b"room 2"]


async def test_it_never_grows_beyond_its_bounds() -> None:
    outbox = Outbox(max_messages=3, max_bytes=10)
    for _ in range(100):
        outbox.put(b"snapshot", int)
    with pytest.raises(TooSlow):
        outbox.put(b"too many bytes")
    many = Outbox(max_messages=3)
    with pytest.raises(TooSlow):
        for _ in range(4):
            many.put(b"x")


@given(st.lists(st.tuples(st.binary(max_size=20), st.sampled_from([None, int, str]))))
async def test_its_size_is_what_waits(messages: list[tuple[bytes, type | None]]) -> None:
    outbox = Outbox()
    for data, snapshot in messages:
        outbox.put(data, snapshot)
        assert outbox.bytes == sum(map(len, outbox.waiting.values()))
