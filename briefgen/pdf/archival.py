"""Makes of WeasyPrint's PDF/A-3a file one that is PDF/UA-1 (ISO 14289-1) as well.

All of it happens to the objects in memory before they are written, so that the file is neither read nor written twice.
"""

from __future__ import annotations

import functools
import zlib
from typing import Any

from briefgen.pdf.artifacts import mark_artifacts
from briefgen.pdf.labels import label_pages
from briefgen.pdf.library import pydyf
from briefgen.pdf.requirements import require
from briefgen.pdf.structure import Tree, figures, repair

VARIANT = "pdf/a-3a"

#: ISO 14289-1 §5, with the description that ISO 19005-3 §6.6.2.3 asks for every property it does not know itself.
_UA_METADATA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def finish(document: Any, pdf: Any) -> None:
    """Mend *pdf* in place, as WeasyPrint's ``finisher``; raise PrintError for what only the page can mend."""
    tree = Tree(pdf)
    repair(tree)
    require(tree, document)
    mark_artifacts(tree)
    label_pages(document, pdf)
    _place_figures(tree, document)
    _forbid_interpolation(pdf)
    _declare_ua(tree.at(pdf.catalog["Metadata"]))


def _place_figures(tree: Tree, document: Any) -> None:
    """Give the places of figures as PDF does, in points from the lower left corner (ISO 32000-1 §14.8.5.4.3)."""
    heights = {page: sheet.height for page, sheet in zip(tree.pdf.page_references, document.pages, strict=True)}
    for figure in figures(tree):
        left, top, right, bottom = figure["A"]["BBox"]
        height = heights[figure["Pg"]]
        figure["A"]["BBox"] = pydyf.Array(0.75 * n for n in (left, height - bottom, right, height - top))


def _forbid_interpolation(pdf: Any) -> None:
    """Pictures are shown as they are (ISO 19005-3 §6.2.8)."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and "Interpolate" in item.extra:
            item.extra["Interpolate"] = "false"


def _declare_ua(metadata: Any) -> None:
    """Add to the metadata what makes it a PDF/UA-1 file, and leave them readable without decompression."""
    metadata.stream[0] = metadata.stream[0].replace(b"</rdf:RDF>", _UA_METADATA + b"</rdf:RDF>")
    metadata.compress = False


def _written(stream: Any) -> bytes:
    """Return a stream as it is written to the file.

    The end of line before ``endstream`` is of two bytes, so that none of them can be taken for data (ISO 32000-1
    §7.3.8.1): where data end in a carriage return, pydyf's single line feed would make a pair with it.
    """
    content = b"\n".join(pydyf._to_bytes(part) for part in stream.stream)
    fields = pydyf.Dictionary(stream.extra)
    if stream.compress:
        content = zlib.compress(content, 9)
        fields["Filter"] = "/FlateDecode"
    fields["Length"] = len(content)
    return b"".join((fields.data, b"\nstream\n", content, b"\r\nendstream"))


# Cached, because pydyf asks twice: for the file, and for its identifier.
pydyf.Stream.data = functools.cached_property(_written)
pydyf.Stream.data.__set_name__(pydyf.Stream, "data")
