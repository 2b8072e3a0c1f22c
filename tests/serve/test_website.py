"""The web site on the page: made as long work, and saved as one zip."""

from __future__ import annotations

import io
import zipfile

from pages import finished


def test_pages_are_made_and_saved(small, client, desk):
    """
    Of one campaign; before that there is no zip.
    """
    nothing = client.get("/strona/strona.zip").status_code
    begun = client.send("/strona", campaign="mala")
    end = finished(client, desk)
    zipped = client.get("/strona/strona.zip")

    assert (404, 303) == (nothing, begun.status_code)
    assert "/strona" == end.headers["Location"], desk.work.task.trouble
    assert "The pages are ready" in client.get("/strona").text
    assert "index.html" in zipfile.ZipFile(io.BytesIO(zipped.data)).namelist()
    assert zipped.data == client.get("/strona/strona.zip").data
