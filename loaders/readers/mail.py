"""Reads a mail saved as a file (.eml): the text it carries, whatever form that has."""

import email
import email.policy
import hashlib
import re
from dataclasses import replace
from email.message import EmailMessage
from html import escape

from loaders import readers
from loaders.document import Briefing, BriefingError, Words
from loaders.readers._decoding import decoded

SUFFIXES = (".eml",)

_HEAD = re.compile(rb"\A(?:From .*\r?\n)?(?:[A-Za-z][\w-]*:[ \t].*\r?\n(?:[ \t]+\S.*\r?\n)*){3,}")
_FIELD = re.compile(
    rb"^(?:Received|Message-ID|MIME-Version|Content-Type|Return-Path|Delivered-To|X-Mailer):", re.IGNORECASE | re.MULTILINE
)
_ADDRESSED = re.compile(rb"^(?:From|To|Subject):", re.IGNORECASE | re.MULTILINE)
_HEADING = re.compile(r"<h1\b", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_NO_TEXT = Words(
    de="Die Mail enthält keinen Text; bitte den Anhang selbst speichern und laden",
    en="the mail carries no text; save and load its attachment",
)


def recognises(_name: str, head: bytes) -> bool:
    """The fields of a mail's head, no saved page."""
    found = _HEAD.match(head)
    return bool(found and _FIELD.search(found[0]) and _ADDRESSED.search(found[0]))


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError where the mail carries no text."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("html", "plain")) if isinstance(message, EmailMessage) else None
    if part is None:
        raise BriefingError(name, _NO_TEXT)
    try:
        text = str(part.get_content())
    except LookupError:  # a character set that nobody knows
        text = decoded(bytes(part.get_payload(decode=True)))[0]
    subject = " ".join(str(message["subject"] or "").split())
    if part.get_content_type() == "text/html":
        if not _HEADING.search(text):
            title = f"<h1>{escape(subject)}</h1>"
            text, bodies = _BODY.subn(lambda found: found[0] + title, text, count=1)
            text = text if bodies else title + text
        told = readers.read_briefing_bytes("mail.html", text.encode())
    else:
        head = f"Subject: {subject}\nDate: {message['date']}\nFrom: {message['from']}\n\n" if subject else ""
        told = readers.read_briefing_bytes("mail", (head + text).encode())
    return replace(told, file=name, sha256=hashlib.sha256(data).hexdigest())
