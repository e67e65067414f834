"""A mail server on loopback that a test can close, and that does not know everybody."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from queue import Queue

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

PATIENCE_S = 60


class PostOffice:
    """`unknown` are the addresses that it refuses."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.unknown: set[str] = set()
        self.letters: Queue[EmailMessage] = Queue()
        self.counter: Controller | None = None

    def open(self) -> None:
        if self.counter is None:
            self.counter = Controller(self, hostname="127.0.0.1", port=self.port)
            self.counter.start()

    def close(self) -> None:
        if self.counter:
            self.counter.stop()
            self.counter = None

    def letter_to(self, address: str) -> EmailMessage:
        """The next one; those to others are passed over."""
        while True:
            letter = self.letters.get(timeout=PATIENCE_S)
            if letter["To"] == address:
                return letter

    # What aiosmtpd calls

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.unknown:
            return "550 5.1.1 Nobody of that name lives here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        parser = BytesParser(EmailMessage, policy=policy.default)
        self.letters.put(parser.parsebytes(bytes(envelope.content or b"")))
        return "250 Taken"


def words_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body, "a letter can be read as plain text"
    return str(body.get_content())
