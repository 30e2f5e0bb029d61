"""Headers that hold for every answer: nothing is loaded from outside, and no other page frames this one unless allowed."""

import os

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAME_VARIABLE = "SCO_FRAME_ANCESTORS"  # origins that may show a view in a frame, parted by spaces

# 'unsafe-inline' is for the one script in Streamlit's index.html and the styles it writes; 'wasm-unsafe-eval' for its tables.
_POLICY = (
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)


def headers() -> dict[str, str]:
    """The headers by name."""
    allowed = os.environ.get(FRAME_VARIABLE, "").split()
    policy = [*_POLICY, " ".join(["frame-ancestors", "'self'", *allowed])]
    return {
        "Content-Security-Policy": "; ".join(policy),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        **({} if allowed else {"X-Frame-Options": "SAMEORIGIN"}),
    }


class SecurityHeaders:
    """ASGI middleware that sets `headers` on every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers())
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
