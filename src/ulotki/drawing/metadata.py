"""Metadata of a file: the XMP packet (ISO 16684-1), with the same statements as the information dictionary."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from html import escape

from ulotki.drawing.about import PROGRAM, About
from ulotki.page.purpose import Purpose

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

ACCESSIBLE = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{NAMESPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""PDF/A asks for a description of every property that it does not define itself (ISO 19005-2, 6.6.2.3)."""


def packet(about: About, purpose: Purpose) -> bytes:
    """The XMP packet. It is stored uncompressed, so that any program finds the code in the file."""
    body = "".join(_properties(about, purpose))
    used = {prefix: uri for prefix, uri in NAMESPACES.items() if f"<{prefix}:" in body or prefix == "rdf"}
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in used.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {names}><rdf:Description rdf:about="">'
        f'{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _properties(about: About, purpose: Purpose) -> Iterator[str]:
    title, subject = escape(about.title, quote=False), escape(about.subject or about.title, quote=False)
    day = f"{about.dated.isoformat()}T00:00:00Z"
    for name, value in purpose.claims:
        yield f"<{name}>{value}</{name}>"
    if any(name.startswith("pdfuaid:") for name, _ in purpose.claims):
        yield ACCESSIBLE
    yield f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    yield f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author, quote=False)}</rdf:li></rdf:Seq></dc:creator>"
    yield f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
    yield f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>"
    yield f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>"
    if about.code:
        yield f"<pdf:Keywords>{about.code}</pdf:Keywords>"
    if purpose.inked:
        told = f"{about.title}\0{about.author}\0{about.code}\0{purpose.name}"
        name = hashlib.sha256(told.encode()).hexdigest()
        yield f"<pdf:Trapped>False</pdf:Trapped><xmp:MetadataDate>{day}</xmp:MetadataDate>"
        yield f"<xmpMM:DocumentID>uuid:{'-'.join((name[:8], name[8:12], name[12:16], name[16:20], name[20:32]))}</xmpMM:DocumentID>"
        yield "<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
