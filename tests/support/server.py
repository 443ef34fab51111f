"""A plain web server for a built site, at a sub-path, under cbsite's own security headers."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from cbsite.preview.headers import SECURITY_HEADERS, content_type

SUB_PATH = "/hub"


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the folder at `SUB_PATH` and nowhere else; gives the address of its front page."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            inside = path.removeprefix(SUB_PATH)
            file = site / (inside.lstrip("/") + ("index.html" if inside.endswith("/") else ""))
            found = path.startswith(f"{SUB_PATH}/") and ".." not in path and file.is_file()
            if not found:
                file = site / "404.html"
            content = file.read_bytes()
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", content_type(file.name))
            self.send_header("Content-Length", str(len(content)))
            for name, value in SECURITY_HEADERS.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    class Server(ThreadingHTTPServer):
        # A browser that is closed leaves connections open; their threads must not keep the tests.
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that goes away in the middle of an answer is no error."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
