"""The route of downloads: a file is made when it is taken, and no copy of it stays here."""

import asyncio
import logging
from urllib.parse import quote

from path_planner import i18n
from path_planner.errors import DocumentNotFound, FileGone
from path_planner.server.asgi import Application, Receive, Response, Scope, Send, respond, response
from path_planner.server.plain_page import HTML, failed_page, gone_page
from path_planner.server.private_logging import place
from path_planner.ui.components.downloads import PATH, Offers
from path_planner.ui.screens.access import as_owner

logger = logging.getLogger("path_planner.server")


class DownloadMiddleware:
    """ASGI middleware that answers the addresses of downloads."""

    def __init__(self, app: Application, offers: Offers) -> None:
        self._app = app
        self._offers = offers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or leave it to the app."""
        if scope["type"] != "http" or not str(scope["path"]).startswith(PATH):
            await self._app(scope, receive, send)
        elif scope["method"] != "GET":
            await respond(scope, send, response(405, b"", HTML, allow="GET"))
        else:
            ticket = str(scope["path"]).removeprefix(PATH)
            await respond(scope, send, await asyncio.to_thread(self.answer, ticket))

    def answer(self, ticket: str) -> Response:
        """Return the file with this ticket, as it is made from the document of now."""
        offer = self._offers.find(ticket)
        if offer is None:
            return response(404, gone_page(), HTML)
        i18n.set_language(offer.language)
        try:
            # Only the person's own browser gets as far as here.
            with as_owner():
                content = offer.content()
        except (DocumentNotFound, FileGone):
            return response(404, gone_page(), HTML)
        except Exception as error:  # noqa: BLE001  (whatever failed, the person is told so)
            # Its message may quote a person.
            logger.error("A download failed: %s", place(error))  # noqa: TRY400
            return response(500, failed_page(), HTML)
        named = f'attachment; filename="{quote(offer.file_name)}"'
        return response(200, content, offer.mime, content_disposition=named)
