"""Which text field of the files may carry what: the one place that allows a field more than plain words.

A field that nobody has named here is held to the strictest rule, and a test fails until somebody has named it.
"""

from __future__ import annotations

from functools import cache

from ulotki.content.policies import ANYTHING, CAPTION, FILE, KEY, LINK, MAIL, PHONE, PLAIN, PROSE, VALUED, Policy

POLICIES: dict[str, Policy] = {
    field: policy
    for policy, fields in (
        (
            PLAIN,
            "Approval.by Before.set_by Campaign.title Confirmed.by Confirmed.role Person.greeting Person.name "
            "Person.role Place.name Planned.group Publisher.gmina Scam.wrong_why Unit.address Unit.controller "
            "Unit.district Unit.name Unit.post Unit.retention Unit.town Value.label Value.set_by Withdrawn.by",
        ),
        (CAPTION, "Address.purpose"),
        (PHONE, "Person.phone"),
        (MAIL, "Person.email Unit.email"),
        (FILE, "Unit.case_number"),
        (ANYTHING, "Citation.note PrintShop.contact PrintShop.stock"),
        (
            VALUED,
            "Before.set_as Before.value Confirmed.value NumberForm.instead Value.replaces Value.set_as Value.value",
        ),
        (LINK, "Citation.url Confirmed.source NumberForm.source Value.source WebSite.accessibility WebSite.address"),
        (
            KEY,
            "Approval.codes Approval.edition GoneRow.number Meeting.hour NumberForm.note NumberForm.refused "
            "NumberForm.starts Order.format Order.language Order.places Order.scams Planned.hour "
            "Planned.invite Planned.place Planned.recalled Planned.topics Publisher.officer_hours "
            "Publisher.officer_name Publisher.officer_number Publisher.sources Question.scam Scam.address "
            "Scam.copied_from Scam.helps TalkPlan.usual Talks.hushed Value.called",
        ),
    )
    for field in fields.split()
}
"""The policy of each text field of the files, by class and field. Prose has `PROSE`, except the fields named here."""


@cache
def policy(kind: type, field: str, *, prose: bool = False) -> Policy:
    """The policy of *field* of a dataclass: its own, or that of a class it is made from; else the strictest."""
    found = (POLICIES.get(f"{one.__name__}.{field}") for one in kind.__mro__)
    return next((one for one in found if one), PROSE if prose else PLAIN)
