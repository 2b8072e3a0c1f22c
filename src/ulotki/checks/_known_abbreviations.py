"""Abbreviations that readers know, and those of which there are easier words."""

from __future__ import annotations

KNOWN = {
    "AI": "sztuczna inteligencja",
    "BLIK": "płatność kodem z aplikacji banku",
    "CERT": "zespół, który przyjmuje zgłoszenia oszustw w internecie",
    "GOPS": "gminny ośrodek pomocy społecznej",
    "KGW": "koło gospodyń wiejskich",
    "KRUS": "kasa rolniczego ubezpieczenia społecznego",
    "MMS": "wiadomość ze zdjęciem",
    "MOPS": "miejski ośrodek pomocy społecznej",
    "NBP": "narodowy bank polski",
    "NFZ": "narodowy fundusz zdrowia",
    "NIP": "numer podatnika",
    "OLX": "portal z ogłoszeniami",
    "OPS": "ośrodek pomocy społecznej",
    "OSP": "ochotnicza straż pożarna",
    "PESEL": "numer z dowodu osobistego",
    "PGE": "firma od prądu",
    "PIN": "kod do karty albo telefonu",
    "PIT": "zeznanie podatkowe",
    "PKP": "kolej",
    "PKS": "autobusy",
    "PZU": "zakład ubezpieczeń",
    "QR": "kod z kwadracików do zeskanowania",
    "RP": "Rzeczpospolita Polska",
    "SIM": "karta w telefonie",
    "SMS": "wiadomość tekstowa",
    "TV": "telewizja",
    "VAT": "podatek na fakturze",
    "ZUS": "zakład ubezpieczeń społecznych",
}
"""Better known by these letters than by their words; the words are here for the editor of this list."""

IN_FULL = {
    "CBŚP": "policja",
    "CBZC": "policja",
    "CEIDG": "rejestr firm",
    "CVV": "kod z tyłu karty",
    "CVC": "kod z tyłu karty",
    "IBAN": "numer konta",
    "KGP": "policja",
    "KMP": "policja",
    "KNF": "urząd, który pilnuje banków",
    "KPP": "policja",
    "KRS": "rejestr firm",
    "KWP": "policja",
    "MSWIA": "ministerstwo",
    "NASK": "instytut, który bada oszustwa w internecie",
    "RODO": "przepisy o danych",
    "UKE": "urząd od telefonów i internetu",
    "UOKiK": "urząd, który chroni konsumentów",
    "URE": "urząd od prądu i gazu",
}
"""Abbreviations that only officials know, and what to write instead."""
