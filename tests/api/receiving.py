"""A receiver of webhooks on this machine: it keeps what it was told and answers as it is asked to."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    """`answers` are taken in turn, the last one for ever: a status, "slow", "reset", "elsewhere", "drip" or "hang"."""

    def __init__(self, *answers):
        self.answers, self.told, self.let_go = list(answers or (200,)), [], threading.Event()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.told.append((dict(self.headers), body, self.path))
                answer = receiver.answers.pop(0) if len(receiver.answers) > 1 else receiver.answers[0]
                receiver.reply(self, answer)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def reply(self, handler, answer):
        if answer in ("slow", "hang"):
            self.let_go.wait(30)
        if answer == "drip":
            self._drip(handler)
        if answer == "reset":
            handler.connection.close()
            handler.close_connection = True
            return
        if not isinstance(answer, int) and answer != "elsewhere":
            return
        handler.send_response(302 if answer == "elsewhere" else answer)
        if answer == "elsewhere":
            handler.send_header("Location", f"{self.address}/else")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    def _drip(self, handler):
        """One letter at a time, so that no single wait is long."""
        handler.connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not self.let_go.is_set():
            try:
                handler.connection.sendall(b"X")
            except OSError:
                return
            time.sleep(0.05)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.let_go.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
