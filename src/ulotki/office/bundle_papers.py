"""The papers of a bundle one by one, without making the bundle: the letter, the page for the host, the receipt."""

from __future__ import annotations

import datetime

from ulotki.documents.draft import Draft
from ulotki.documents.host_page import host_page
from ulotki.documents.letter import letter_mail
from ulotki.documents.paper import Paper
from ulotki.documents.receipt import fitting_receipts
from ulotki.frozen import dataclass
from ulotki.handout.letterhead import Office
from ulotki.handout.pack import Pack
from ulotki.office import Outcome
from ulotki.office.facts import gather_facts
from ulotki.office.meant_packs import PackRequest, meant_packs
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Papers:
    """What goes with the bundle of a place. Each paper is laid out when somebody asks for it."""

    pack: Pack
    office: Office

    @property
    def letter(self) -> Draft:
        """The covering letter, and its message."""
        return letter_mail(self.pack, self.office)

    def paper(self, kind: str) -> Paper:
        """One of KINDS; of the receipt the copy that the host keeps."""
        if kind == "letter":
            return self.letter.paper
        if kind == "host-page":
            return host_page(self.pack, self.office)
        (receipt,) = fitting_receipts(self.pack, self.office, (self.office.words.receipt.for_host,))
        return receipt


KINDS = ("letter", "host-page", "receipt")


def bundle_papers(workspace: Workspace, request: PackRequest, today: datetime.date) -> Outcome[tuple[Papers, ...]]:
    """The papers of each place that is meant. Raises as `pack` does: they name what is given, so that must be known."""
    meant = meant_packs(gather_facts(workspace, request.day or today, today), request, today)
    made = tuple(Papers(one, meant.maker.papers) for one in meant.packs if meant.maker)
    return Outcome(made, meant.findings, meant.asides)
