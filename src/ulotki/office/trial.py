"""The sheet on which a first try is written down, to be sent back."""

from __future__ import annotations

import datetime

from ulotki import CONTACT
from ulotki.content.publisher import author_of
from ulotki.content.typography import HOME
from ulotki.documents.paper import Paper
from ulotki.documents.trial import trial
from ulotki.library import Undated
from ulotki.office import Outcome


def make_trial_sheet(library: Undated, today: datetime.date) -> Outcome[Paper]:
    """The trial sheet on paper, issued by the publisher of *library*."""
    publisher = library.publisher
    author = author_of(publisher.issuer.source if publisher and publisher.issuer else "")
    return Outcome(trial(library.paperwork[HOME].trial, author, CONTACT, today))
