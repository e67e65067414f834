"""The line between processes, over Redis (publish and subscribe).

Where Redis is away this process goes on alone: what it says meanwhile is lost, and when Redis is back the bus
has everybody look again. Everything that waits leaves in one round trip, and the next starts when that ends.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import redis
import redis.asyncio
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from fairview.kit.live.bus import GONE_AFTER_S, Line

log = logging.getLogger(__name__)

CHANNEL = "fairview.live"
ANSWERS_WITHIN_S = 5.0
TRIES_EVERY_S = 1.0
MAX_WAITING_BYTES = 16 * 1024 * 1024


class Silent(Exception):
    """Not even this process's own beats came back."""


class RedisLine(Line):
    def __init__(self, url: str, channel: str = CHANNEL) -> None:
        self.url = url
        self.channel = channel
        self.waiting: list[bytes] = []
        self.waiting_bytes = 0
        self.filled = asyncio.Event()
        self.is_joined = False
        self.is_running = False
        self.is_away = False

    @asynccontextmanager
    async def running(
        self, hear: Callable[[bytes], None], on_joined: Callable[[], None]
    ) -> AsyncIterator[None]:
        self.is_running = True
        task = asyncio.create_task(self.keep_up(hear, on_joined))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            self.is_running = self.is_joined = False
            for letter in self.take_all():
                await asyncio.to_thread(self.send_at_once, letter)

    def send(self, letter: bytes) -> None:
        if not self.is_running:
            self.send_at_once(letter)
        elif self.is_joined and self.waiting_bytes < MAX_WAITING_BYTES:
            self.waiting.append(letter)
            self.waiting_bytes += len(letter)
            self.filled.set()

    def send_at_once(self, letter: bytes) -> None:
        try:
            with redis.Redis.from_url(self.url, socket_timeout=1, socket_connect_timeout=1) as client:
                client.publish(self.channel, letter)
        except (RedisError, OSError) as error:
            self.miss(error)

    async def keep_up(self, hear: Callable[[bytes], None], on_joined: Callable[[], None]) -> None:
        """Talk for as long as it goes well, and try again for as long as it does not."""
        while True:
            try:
                await self.talk(hear, on_joined)
            except* (RedisError, OSError, Silent) as errors:
                self.miss(errors.exceptions[0])
            self.is_joined = False
            self.take_all()
            await asyncio.sleep(TRIES_EVERY_S)

    async def talk(self, hear: Callable[[bytes], None], on_joined: Callable[[], None]) -> None:
        # the library's own timeout loses a cancellation now and then on Python 3.11 (`asyncio.wait_for`)
        client = redis.asyncio.Redis.from_url(
            self.url,
            socket_timeout=None,
            socket_connect_timeout=ANSWERS_WITHIN_S,
            retry=Retry(NoBackoff(), 0),
        )
        async with client, client.pubsub() as subscription:
            await subscription.subscribe(self.channel)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.listen(subscription, hear, on_joined))
                tasks.create_task(self.publish(client))

    async def listen(
        self,
        subscription: redis.asyncio.client.PubSub,
        hear: Callable[[bytes], None],
        on_joined: Callable[[], None],
    ) -> None:
        while True:
            message = await subscription.get_message(timeout=GONE_AFTER_S)
            if message is None:
                raise Silent
            if message["type"] == "subscribe":
                self.join()
                on_joined()
            elif message["type"] == "message":
                hear(message["data"])

    async def publish(self, client: redis.asyncio.Redis) -> None:
        while True:
            await self.filled.wait()
            async with client.pipeline(transaction=False) as pipeline:
                for letter in self.take_all():
                    pipeline.publish(self.channel, letter)
                async with asyncio.timeout(ANSWERS_WITHIN_S):
                    await pipeline.execute()

    def take_all(self) -> list[bytes]:
        letters, self.waiting, self.waiting_bytes = self.waiting, [], 0
        self.filled.clear()
        return letters

    def join(self) -> None:
        self.is_joined = True
        if self.is_away:
            log.warning("Redis is back; the processes of this deployment hear each other again")
        self.is_away = False

    def miss(self, error: BaseException) -> None:
        """Say it once."""
        if not self.is_away:
            log.warning("Redis cannot be reached; this process goes on without the others: %r", error)
        self.is_away = True
