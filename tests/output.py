"""What is wrong with a document that --json gave, by the schema in docs."""

import json
from functools import cache
from pathlib import Path

SCHEMA = Path(__file__).parents[1] / "docs/output.schema.json"

KINDS = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


@cache
def definitions():
    """The schemas by name."""
    return json.loads(SCHEMA.read_text("utf-8"))["$defs"]


def wrong(document):
    """What is wrong with a whole document, a line for each place. A key that the schema does not know is wrong too."""
    kind = document["schema"].partition("/")[0]
    return list(_wrong(document, definitions()[kind], kind)) if kind in definitions() else [f"{kind}: unknown"]


def _wrong(value, schema, at):
    if "$ref" in schema:
        yield from _wrong(value, definitions()[schema["$ref"].rpartition("/")[2]], at)
    elif "anyOf" in schema:
        found = [list(_wrong(value, one, at)) for one in schema["anyOf"]]
        if all(found):
            yield from min(found, key=len)
    elif "const" in schema or "enum" in schema:
        if value not in schema.get("enum", [schema.get("const")]):
            yield f"{at}: {value!r}"
    elif not isinstance(value, KINDS[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        yield f"{at}: {value!r} is no {schema['type']}"
    elif isinstance(value, list):
        if "prefixItems" in schema and len(value) != len(schema["prefixItems"]):
            yield f"{at}: {len(value)} items"
        for number, item in enumerate(value):
            each = schema["prefixItems"][number] if "prefixItems" in schema else schema["items"]
            yield from _wrong(item, each, f"{at}.{number}")
    elif isinstance(value, dict) and "properties" in schema:
        yield from (f"{at}.{key}: missing" for key in schema["required"] if key not in value)
        for key, item in value.items():
            known = schema["properties"].get(key)
            yield from _wrong(item, known, f"{at}.{key}") if known else (f"{at}.{key}: unknown",)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _wrong(item, schema["additionalProperties"], f"{at}.{key}")
