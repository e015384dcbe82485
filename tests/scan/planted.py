"""Every channel that we know of, with a needle in it: a file by the channel's name, and what a leak there is called."""

from __future__ import annotations

import base64
import html
import json
import random
from urllib.parse import quote

from briefgen.scan import Canaries
from tests.scan.planting import (
    ARABIC,
    NEEDLE,
    RAW,
    WITHHELD,
    as_data,
    content,
    exif,
    flate,
    hexadecimal,
    jpeg,
    octal,
    packed,
    pdf,
    png,
    stream,
    updated,
)

CANARIES = Canaries.of(
    [WITHHELD, ARABIC, "Ali Rezai", "Omar", "s-anon"], ["The courier met somebody", "in the orchard at dusk"]
)
TO_UNICODE = b"""1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0001> <005f> <0020> endbfrange 2 beginbfchar <0100> <005a00610072> <0101> <0067> endbfchar"""
FONT = b"/Resources <</Font <</F1 11 0 R>>>>"
#: The glyphs of the needle in a font of its own: a ligature for its first three letters.
GLYPHS = b"<01000101>-3<" + b"".join(b"%04x" % (one - 31) for one in RAW[4:]) + b">"
EMBEDDED = b"/Names <</EmbeddedFiles <</Names [(a) 10 0 R]>>>>"


def attached(data: bytes) -> bytes:
    return pdf(b"<</Type /Filespec /F (a) /EF <</F 11 0 R>>>>", flate(data, b"/Type /EmbeddedFile"), catalog=EMBEDDED)


def annotated(string: bytes) -> bytes:
    return pdf(b"<</Type /Annot /Subtype /Text /Contents " + string + b">>", page=b"/Annots [10 0 R]")


def filtered(*filters: bytes) -> bytes:
    data = content(RAW)
    for one in reversed(filters):
        data = base64.a85encode(data) + b"~>" if one == b"/ASCII85Decode" else data.hex().encode() + b">"
    return pdf(stream(data, b"/Filter [%s]" % b" ".join(filters)), page=b"/Contents 10 0 R")


PDFS = {
    "text": (pdf(flate(content(RAW)), page=b"/Contents 10 0 R"), "text of page 1"),
    "glyphs": (
        pdf(
            flate(b"BT /F1 9 Tf [" + GLYPHS + b"] TJ ET"),
            b"<</Type /Font /Subtype /Type0 /ToUnicode 12 0 R>>",
            flate(TO_UNICODE),
            page=b"/Contents [10 0 R] " + FONT,
        ),
        "text of page 1",
    ),
    "invisible text": (pdf(stream(b"3 Tr " + content(RAW)), page=b"/Contents 10 0 R"), "text of page 1"),
    "text beside the page": (
        pdf(stream(b"1 0 0 1 -9999 0 cm " + content(RAW)), page=b"/Contents 10 0 R"),
        "text of page 1",
    ),
    "text in two lines": (
        pdf(stream(b"BT /F1 1 Tf (the Zarghun Mir\\255) Tj 0 -9 Td (wais in the) Tj ET"), page=b"/Contents 10 0 R"),
        "text of page 1",
    ),
    "text letter by letter": (
        pdf(
            stream(b"BT /F1 9 Tf " + b"".join(b"(%c) Tj 5 0 Td " % one for one in RAW) + b"ET"),
            page=b"/Contents 10 0 R",
        ),
        "text of page 1",
    ),
    "form that is not drawn": (pdf(flate(content(RAW), b"/Type /XObject /Subtype /Form")), "text of a drawing"),
    "pattern": (pdf(flate(content(RAW), b"/Type /Pattern /PatternType 1")), "text of a drawing"),
    "two filters": (filtered(b"/ASCII85Decode", b"/ASCIIHexDecode"), "text of page 1"),
    "bookmark": (
        pdf(b"<</Type /Outlines /First 11 0 R>>", b"<</Title (%s)>>" % RAW, catalog=b"/Outlines 10 0 R"),
        "title",
    ),
    "object in a stream of objects": (packed(b"<</S /Span /Alt (%s)>>" % RAW), "alternative text"),
    "older object in a stream of objects": (packed(b"<</S /Span>>", b"<</Alt (%s)>>" % RAW), "leftover bytes"),
    "alternative text": (pdf(b"<</Type /StructElem /S /Figure /Alt (%s)>>" % RAW), "alternative text"),
    "replacement text": (pdf(b"<</Type /StructElem /S /Span /ActualText (%s)>>" % RAW), "replacement text"),
    "replacement in content": (
        pdf(
            stream(b"BT /Span <</ActualText %s>> BDC () Tj EMC" % hexadecimal(b"\xfe\xff" + NEEDLE.encode("utf-16-be")))
        ),
        "replacement text",
    ),
    "expansion": (pdf(b"<</Type /StructElem /S /Span /E (%s)>>" % RAW), "expansion of an abbreviation"),
    "link": (pdf(b"<</S /URI /URI (https://example.org/%s)>>" % quote(NEEDLE).encode()), "link"),
    "link with a query in base64": (
        pdf(b"<</S /URI /URI (https://e.org/?q=%s)>>" % base64.urlsafe_b64encode(RAW)),
        "link: base64 data: text",
    ),
    "annotation in UTF-16BE": (annotated(hexadecimal(b"\xfe\xff" + NEEDLE.encode("utf-16-be"))), "annotation"),
    "annotation in UTF-16LE": (annotated(octal(b"\xff\xfe" + NEEDLE.encode("utf-16-le"))), "annotation"),
    "annotation in UTF-8": (annotated(b"(\xef\xbb\xbf" + RAW + b")"), "annotation"),
    "annotation in octal digits": (annotated(octal(RAW)), "annotation"),
    "annotation over two lines": (annotated(b"(Zarghun Mir\\\nwais in the orchard)"), "annotation"),
    "annotation in Arabic": (annotated(hexadecimal(b"\xfe\xff" + ARABIC.encode("utf-16-be"))), "annotation"),
    "named destination": (
        pdf(catalog=b"/Names <</Dests <</Names [(zarghun-mirwais) [3 0 R /Fit]]>>>>"),
        "entry of a name tree",
    ),
    "old named destination": (pdf(catalog=b"/Dests <</zarghun#2dmirwais [3 0 R /Fit]>>"), "name"),
    "page label": (pdf(catalog=b"/PageLabels <</Nums [0 <</P (%s)>>]>>" % RAW), "page label"),
    "document information": (pdf(b"<</Keywords (%s)>>" % RAW, trailer=b"/Info 10 0 R"), "document information"),
    "custom document information": (pdf(b"<</Zarghun#20Mirwais (x)>>", trailer=b"/Info 10 0 R"), "name"),
    "XMP metadata": (
        pdf(
            stream(b"<?xpacket?><rdf>Zarghun &#77;irwais</rdf>", b"/Type /Metadata /Subtype /XML"),
            catalog=b"/Metadata 10 0 R",
        ),
        "XMP metadata: text",
    ),
    "file identifier": (pdf(trailer=b"/ID [(Zarghun Mirwais) (x)]"), "file identifier"),
    "font name": (pdf(b"<</Type /Font /Subtype /Type1 /BaseFont /ABCDEF+ZarghunMirwais>>"), "font name"),
    "form field": (
        pdf(b"<</FT /Tx /T (name) /V (%s)>>" % RAW, catalog=b"/AcroForm <</Fields [10 0 R]>>"),
        "form field",
    ),
    "choice": (pdf(b"<</FT /Ch /Opt [(one) (%s)]>>" % RAW), "form field"),
    "script": (pdf(b"<</S /JavaScript /JS (app.alert\\('Zarghun\\\\x20Mirwais'\\))>>"), "script"),
    "name of an attachment": (pdf(b"<</Type /Filespec /UF (%s.csv)>>" % RAW), "name of an attachment"),
    "description of an attachment": (pdf(b"<</Type /Filespec /Desc (%s)>>" % RAW), "description of an attachment"),
    "attachment": (attached(b"name;place\r\n" + RAW), "attachment: text"),
    "attached page": (attached(b"<!doctype html><p>Zarghun <b>Mir</b>wais"), "attachment: text"),
    "attached page that looks like content": (
        attached(b"<!doctype html><p>BT Zarghun <b>Mir</b>wais"),
        "attachment: text",
    ),
    "short name in hexadecimal": (pdf(flate(b"<</X " + hexadecimal(b"Omar") + b">>")), "string"),
    "attached PDF": (attached(annotated(b"(" + RAW + b")")), "attachment: annotation"),
    "comment of a JPEG": (pdf(stream(jpeg(), b"/Subtype /Image /Filter /DCTDecode")), "picture: metadata of a picture"),
    "comment of a JPEG in base 85": (
        pdf(stream(base64.a85encode(jpeg()) + b"~>", b"/Subtype /Image /Filter [/ASCII85Decode /DCTDecode]")),
        "picture: metadata of a picture",
    ),
    "comment of a JPEG behind three filters": (
        pdf(
            stream(
                base64.a85encode(jpeg()).hex().encode() + b"7e3e>",
                b"/Subtype /Image /Filter [/ASCIIHexDecode /ASCII85Decode /DCTDecode]",
            )
        ),
        "picture: metadata of a picture",
    ),
    "comment of a JPEG in a list of one filter": (
        pdf(stream(jpeg(), b"/Subtype /Image /Filter [/DCTDecode]")),
        "picture: metadata of a picture",
    ),
    "comment in a JBIG2 picture in base 85": (
        pdf(
            stream(base64.a85encode(b"\x97JB2" + RAW) + b"~>", b"/Subtype /Image /Filter [/ASCII85Decode /JBIG2Decode]")
        ),
        "picture: leftover bytes",
    ),
    "stream with a list of no filters": (pdf(stream(RAW, b"/Filter []")), "stream: text"),
    "Exif of a JPEG": (pdf(stream(exif(), b"/Subtype /Image /Filter /DCTDecode")), "picture: metadata of a picture"),
    "text of a PNG": (attached(png(compressed=True)), "attachment: metadata of a picture"),
    "glyph names of a font": (
        pdf(flate(b"\0\1\xffOTTO" + NEEDLE.encode("utf-16-be"), b"/Subtype /OpenType")),
        "font program: leftover bytes",
    ),
    "stream of no kind": (pdf(flate(RAW)), "stream: text"),
    "earlier state": (updated(annotated(b"(" + RAW + b")")), "leftover bytes"),
    "stream between objects": (pdf().replace(b"xref\n0 1", flate(content(RAW)) + b"\nxref\n0 1", 1), "leftover bytes"),
    "after the end": (pdf() + b"(" + RAW + b")", "leftover bytes"),
    "comment between objects": (pdf().replace(b"endobj\n", b"endobj\n% " + RAW + b"\n", 1), "leftover bytes"),
}
HTMLS = {
    "text": ("<p>The <i>courier</i> met <b>Zarghun</b> Mirwais", "text"),
    "text within words": ("<p>Zar<b>ghun Mir</b>wais", "text"),
    "short name within words": ("<p>A<b>l</b>i Rez<i>ai</i>", "text"),
    "character references": ("<p>" + "".join(f"&#x{ord(one):x};" for one in NEEDLE), "text"),
    "references of references": ("<p>" + html.escape("".join(f"&#{ord(one)};" for one in NEEDLE)), "text"),
    "soft hyphens": ("<p>Zar&shy;ghun Mir&shy;wais", "text"),
    "full width": ("<p>Ｚａｒｇｈｕｎ Ｍｉｒｗａｉｓ", "text"),
    "hidden": ("<p hidden>" + NEEDLE, "text"),
    "page title": (f"<title>{NEEDLE}</title>", "title"),
    "comment": (f"<p>A<!-- {NEEDLE} -->", "comment"),
    "comment for one browser": (f"<!--[if IE]>{NEEDLE}<![endif]-->", "comment"),
    "declaration": (f'<!doctype html SYSTEM "{NEEDLE}"><p>', "declaration"),
    "alternative text": (f'<img alt="{NEEDLE}">', "alternative text"),
    "tooltip": (f"<abbr title='{NEEDLE}'>ZM</abbr>", "tooltip"),
    "metadata": (f'<meta name="keywords" content="{NEEDLE}">', "metadata"),
    "data attribute": (f'<p data-fit="{NEEDLE}">', "attribute"),
    "attribute name": ("<p zarghun-mirwais>", "attribute"),
    "element name": ("<zarghun-mirwais>", "element"),
    "class": ('<p class="zarghun-mirwais">', "class"),
    "element id": ('<p id="zarghun-mirwais">', "element id"),
    "link": (f'<a href="https://example.org/{quote(NEEDLE)}">x</a>', "link"),
    "script": ('<script>let name = "Zarghun\\u0020\\x4dirwais"</script>', "script"),
    "behind escapes of no character": (
        '<script>let name = "\\u{110000}\\u{110001}\\u{ffffff}Zarghun\\u0020\\x4dirwais"</script>',
        "script",
    ),
    "style sheet": ('<style>p::after { content: "Zarghun \\4d irwais" }</style>', "style sheet"),
    "style attribute": (f"<p style=\"content: '{NEEDLE}'\">", "style sheet"),
    "template": (f"<template><p>{NEEDLE}</template>", "template"),
    "template, behind an element": (f"<template><p>A</p>{NEEDLE}</template>", "template"),
    "text behind a script": (f"<script>1</script><p>{NEEDLE}", "text"),
    "noscript": (f"<noscript>{NEEDLE}</noscript>", "noscript"),
    "frame": (f'<iframe srcdoc="{html.escape(f"<p>{NEEDLE}")}">', "attribute"),
    "drawing": ("<svg><text>Zarghun <tspan>Mirwais</tspan></text></svg>", "text"),
    "title of a drawing": (f"<svg><title>{NEEDLE}</title></svg>", "title"),
    "data address": (
        f'<img src="{as_data(f"<svg><desc>{NEEDLE}</desc></svg>".encode())}">',
        "address: base64 data: text",
    ),
    "data address in per cent": (f'<img src="data:image/svg+xml,{quote(f"<svg>{NEEDLE}</svg>")}">', "address"),
    "picture in a style sheet": (
        f"<style>p {{ background: url({as_data(png(compressed=False))}) }}</style>",
        "style sheet: base64 data: metadata of a picture",
    ),
    "base64 in base64": (
        f"<p data-x='{base64.b64encode(as_data(RAW).encode()).decode()}'>",
        "attribute: base64 data: text: base64 data: text",
    ),
    "lines of base64": (f"<script>`{base64.encodebytes(RAW * 9).decode()}`</script>", "script: base64 data: text"),
    "after the end": (f"<p>A</html>\n{NEEDLE}", "text"),
    "in an element that does not end": (f'<p><img alt="{NEEDLE}', "text"),
}
FILES = {
    "cell of a CSV file": ("events.csv", b"id,name\r\n1,Zarghun\xc2\xa0Mirwais\r\n", "text"),
    "manifest": ("manifest.json", json.dumps({"by": "Zärghun Mïrwais"}).encode(), "text"),
    "log": ("build.log", b"built 1 page of " + RAW, "text"),
    "UTF-16 text": ("notes.txt", f"\ufeff{NEEDLE}".encode("utf-16-le"), "text"),
    "Arabic UTF-16 text without a mark": ("notes.bin", ARABIC.encode("utf-16-be"), "leftover bytes"),
    "text after anything": ("notes.bin", b"\xff\xfe\x01" + random.Random(1).randbytes(99) + RAW, "leftover bytes"),
    "file name": ("zarghun-mirwais.pdf", b"", "file name"),
    "short name": ("notes.txt", b"It was Ali\nRezai himself.", "text"),
    "id": ("notes.txt", b"see #s-anon.", "text"),
}
PLANTED = {
    **{f"PDF: {name}": ("x.pdf", data, channel) for name, (data, channel) in PDFS.items()},
    **{f"HTML: {name}": ("x.html", text.encode(), channel) for name, (text, channel) in HTMLS.items()},
    **FILES,
}
