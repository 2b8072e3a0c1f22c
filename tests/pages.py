"""A browser without a network: it speaks to our port, and sends forms as our pages have them."""

from __future__ import annotations

import datetime
import re
import time

from flask.testing import FlaskClient

PORT = 4321
HOST = f"127.0.0.1:{PORT}"
OURS = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}
TODAY = datetime.date(2024, 8, 6)
TOKEN = re.compile(r'name="token" value="(\w+)"')
SEEN = re.compile(r'name="seen" value="(\w*)"')


class Client(FlaskClient):
    """A browser that speaks to our port. Its forms come from our pages."""

    def open(self, *args, **kwargs):
        kwargs.setdefault("base_url", f"http://{HOST}")
        return super().open(*args, **kwargs)

    def send(self, path, at="", **fields):
        """Send a form as our page at *at* has it. A field of several values is a list."""
        page = self.get(at or path).text
        token, seen = TOKEN.search(page), SEEN.search(page)
        own = {"token": token[1] if token else "", **({"seen": seen[1]} if seen else {})}
        return self.post(path, data={**own, **fields}, headers=OURS)


def finished(client, desk):
    """Wait for the work, and see where it leads."""
    for _ in range(2400):
        if not desk.work.task.running:
            break
        time.sleep(0.05)
    return client.get("/praca")


SMALL = """title = "Mała"
day = 2024-08-01
until = 2024-12-31
palette = "mono"
[[order]]
scams = ["bank", "blik"]
template = "leaflet"
format = "A5"
places = ["ops", "bank-spoldzielczy"]
copies = 4
[[order]]
scams = ["bank"]
template = "poster"
format = "A4"
places = ["ops"]
"""
"""A campaign of three pieces for two places."""
