"""The papers of a bundle one by one, without making the bundle: the letter, the page for the host, the receipt."""

from __future__ import annotations

import datetime

from ulotki.documents.draft import Draft
from ulotki.documents.host_page import host_page
from ulotki.documents.letter import letter_mail
from ulotki.documents.paper import Paper
from ulotki.documents.receipt import fitting_receipts
from ulotki.errors import Say
from ulotki.frozen import dataclass
from ulotki.handout.pack import Office, Pack, make_office
from ulotki.office import Outcome
from ulotki.office.facts import gather_facts
from ulotki.office.pack import PackRequest, meant_places, newest_of, whole_packs
from ulotki.office.pack_maker import Maker
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

    @property
    def host(self) -> Paper:
        """The page for the host."""
        return host_page(self.pack, self.office)

    @property
    def receipt(self) -> Paper:
        """The copy of the receipt that the host keeps."""
        (own,) = fitting_receipts(self.pack, self.office, (self.office.words.receipt.for_host,))
        return own

    def paper(self, kind: str) -> Paper:
        """One of KINDS."""
        return {"letter": lambda: self.letter.paper, "host-page": lambda: self.host, "receipt": lambda: self.receipt}[
            kind
        ]()


KINDS = ("letter", "host-page", "receipt")


def bundle_papers(workspace: Workspace, request: PackRequest, today: datetime.date) -> Outcome[tuple[Papers, ...]]:
    """Those of each place that is meant. Raises as `pack` does: they name what is given, so that must be known."""
    known = gather_facts(workspace, request.day or today, today)
    wanted = meant_places(request, known.library)
    hosts = known.hosts()
    shared, asides = make_office(known.library, known.judge.day), list[Say]()
    maker = Maker(known, shared, newest_of(known, request, wanted, today), hosts)
    made = tuple(Papers(one, shared) for one in whole_packs(maker, wanted, asides))
    return Outcome(made, (*known.findings, *hosts.faults(wanted)), tuple(asides))
