"""The SHA-256 of each face, pictogram and script of others that ships with the program.

A face whose character map swaps two digits prints a wrong number, although the text layer of the PDF is right. So a file
is used only when it is, byte for byte, the one that was reviewed.
"""

from __future__ import annotations

import hashlib

from ulotki.errors import Broken, Finding, Where, say

SHA256 = {
    "fonts/UlotkiPlain-Regular.ttf": "3aa32e6b9caa6199d69f9b9ffa724b4e5fba6040e6915c5eb0a22958d45d7f16",
    "fonts/UlotkiPlain-SemiBold.ttf": "3363492de6b3059f507e2d3d23681571b9f6c8f9ddb7a3cbfffb351bf03f418c",
    "fonts/UlotkiPlain-Bold.ttf": "761dd8af45b3317ce71a4affbe39b04a02666958ae2b17f9a9d6f82033816f8d",
    "fonts/UlotkiPlain-ExtraBold.ttf": "78452adff4d60acea6b2a40f413724785e0351b61aacbeb78ed030ef053ac3ba",
    "fonts/FiraSans-Regular.ttf": "4b1ede897cc42ef14b7776af061004d2b0365ce5b69064bc617e8ff62c9ff37f",
    "fonts/FiraSans-SemiBold.ttf": "88560d1647bb67f5830cb0fdabe92eccf238bab81731ddd394358c2ce0e6afd4",
    "fonts/FiraSans-Bold.ttf": "dc2a0232f79df77542fc4ada1f7a8f64242f63d0e4c7ae1d9f2df3954f08418d",
    "fonts/FiraSans-ExtraBold.ttf": "017ffa04e014fb70b60947a75b6ec3a0d98885995c2a11c1028aefec3b0e83c0",
    "assets/icons.json": "c730668099d30c93f43264d157f048008632ccf7ea97cfae1dbb4726cae70e6f",
    "assets/htmx.min.js": "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130",
    "assets/srgb.icc": "6f6fe5cc53cd24ceeb7997fb24ce2889fdfb88d88ce4fdc5f8e25e0481294953",
    "assets/ISOcoated_v2_300_bas.icc": "27140d88340e07f0c75e55d42455a471970531a9d4ffd2560ce681cf48a7285e",
}


def genuine(name: str, data: bytes) -> bytes:
    """*data*, when its checksum is that of the reviewed file *name*. Raises Broken otherwise."""
    if hashlib.sha256(data).hexdigest() != SHA256[name]:
        what = say("this file is not the one that ships with the program")
        hint = say("install ulotki again; nothing is printed with an altered face or pictogram")
        raise Broken([Finding("vendored", what, hint, Where(name))])
    return data
