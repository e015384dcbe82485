"""What the strings, names and streams of a PDF file are, in words (ISO 32000-1, tables 28, 164, 220, 317 and 323)."""

from __future__ import annotations

STRINGS = {
    "/ActualText": "replacement text",
    "/Alt": "alternative text",
    "/Author": "document information",
    "/Contents": "annotation",
    "/CreationDate": "document information",
    "/Creator": "document information",
    "/D": "named destination",
    "/DV": "form field",
    "/Desc": "description of an attachment",
    "/Dest": "named destination",
    "/Dests": "named destination",
    "/E": "expansion of an abbreviation",
    "/EmbeddedFiles": "name of an attachment",
    "/F": "name of an attachment",
    "/FontFamily": "font name",
    "/ID": "file identifier",
    "/JS": "script",
    "/Keywords": "document information",
    "/Names": "entry of a name tree",
    "/Opt": "form field",
    "/P": "page label",
    "/Producer": "document information",
    "/RC": "annotation",
    "/Subj": "annotation",
    "/Subject": "document information",
    "/T": "form field",
    "/TU": "form field",
    "/Title": "title",
    "/UF": "name of an attachment",
    "/URI": "link",
    "/V": "form field",
}
NAMES = {
    "/BaseFont": "font name",
    "/D": "named destination",
    "/Dest": "named destination",
    "/FontName": "font name",
}
OTHER_STRING, OTHER_NAME = "string", "name"
OTHER_STREAM = "stream"
#: Streams of objects, each of which is read for itself; there may be older ones among them.
OBJECTS = "objects"
#: What content streams write: on a page, with its number, and elsewhere.
PAGE, DRAWING = "text of page", "text of a drawing"

#: By /Type, then /Subtype.
STREAMS = {
    "/EmbeddedFile": "attachment",
    "/Metadata": "XMP metadata",
    "/ObjStm": OBJECTS,
    "/Image": "picture",
    "/OpenType": "font program",
    "/CIDFontType0C": "font program",
    "/Type1C": "font program",
}
#: Filters whose data are a picture's file as it is.
PICTURES = frozenset({"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"})
