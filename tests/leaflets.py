"""A told leaflet that says something else."""

from dataclasses import fields, replace

from ulotki.content.told import Extra, Help, Imprint, Leaflet, Message

PARTS = {"message": Message, "help": Help, "imprint": Imprint, "extra": Extra}


def changed(leaflet: Leaflet, **values: object) -> Leaflet:
    """*leaflet* with these fields, whichever part of it has them."""
    own = {name: value for name, value in values.items() if name in {item.name for item in fields(Leaflet)}}
    for name, part in PARTS.items():
        known = {item.name for item in fields(part)} - own.keys()
        own[name] = replace(getattr(leaflet, name), **{key: value for key, value in values.items() if key in known})
    missing = values.keys() - own.keys() - {item.name for part in PARTS.values() for item in fields(part)}
    assert not missing, f"a leaflet has no {missing}"
    return replace(leaflet, **own)
