"""The faces and pictograms that ship with the program, by SHA-256.

A face whose character map swaps two digits prints a wrong number while every text layer says the right one, so
nothing is used that is not, byte for byte, what was looked at.
"""

from __future__ import annotations

import hashlib

from ulotki.errors import Broken, Finding, Where, say

SHA256 = {
    "fonts/AtkinsonHyperlegibleNext-Regular.ttf": "60f8c1a1b2e7da47ff7af95c3e5b5b1232ca5b3771e93eb587784f08fb1e6650",
    "fonts/AtkinsonHyperlegibleNext-SemiBold.ttf": "896483629d2c885e6786284a65b07e85ef1a56ed56945e34194ccd579d5bdad6",
    "fonts/AtkinsonHyperlegibleNext-Bold.ttf": "4ba7415b7095e546720446b6d47daa95d6f482d9fd40c729793e21d67cc9f366",
    "fonts/AtkinsonHyperlegibleNext-ExtraBold.ttf": "825ade096c646dda7cf3dc7b82db21b089fc52ce874a230a0a326c826024bb8d",
    "fonts/FiraSans-Regular.ttf": "4b1ede897cc42ef14b7776af061004d2b0365ce5b69064bc617e8ff62c9ff37f",
    "fonts/FiraSans-SemiBold.ttf": "88560d1647bb67f5830cb0fdabe92eccf238bab81731ddd394358c2ce0e6afd4",
    "fonts/FiraSans-Bold.ttf": "dc2a0232f79df77542fc4ada1f7a8f64242f63d0e4c7ae1d9f2df3954f08418d",
    "fonts/FiraSans-ExtraBold.ttf": "017ffa04e014fb70b60947a75b6ec3a0d98885995c2a11c1028aefec3b0e83c0",
    "assets/icons.json": "02c98a25a531a2421e1cd59342826b7404b951b02a9c835abbe6208c5d3971d5",
    "assets/srgb.icc": "6f6fe5cc53cd24ceeb7997fb24ce2889fdfb88d88ce4fdc5f8e25e0481294953",
    "assets/ISOcoated_v2_300_bas.icc": "27140d88340e07f0c75e55d42455a471970531a9d4ffd2560ce681cf48a7285e",
}


def genuine(name: str, data: bytes) -> bytes:
    """*data*, when it is what *name* was when it was looked at. Raises Broken otherwise."""
    if hashlib.sha256(data).hexdigest() != SHA256[name]:
        raise Broken(
            [
                Finding(
                    "vendored",
                    say("this file is not the one that ships with the program"),
                    say("install ulotki anew; nothing is printed with an altered face or pictogram"),
                    Where(name),
                )
            ]
        )
    return data
