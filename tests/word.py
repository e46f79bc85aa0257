"""Word files made by hand: what is in them stands in the test."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs of plain text."""
    inside = "".join(f'<w:r>{properties}<w:t xml:space="preserve">{r}</w:t></w:r>' for r in runs)
    return f"<w:p>{inside}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a line break in a cell parts paragraphs."""
    cells = ["".join(f"<w:tc>{''.join(paragraph(p) for p in c.split(chr(10)))}</w:tc>" for c in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{c}</w:tr>' for c in cells)}</w:tbl>"


def word(body: str, parts: dict[str, str] | None = None, head: str = f'xmlns:w="{W}"', declaration: str = "") -> bytes:
    """A Word file; ``parts`` are further parts of ``word/``, related to the document by the kind in their names."""
    parts = parts or {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("[Content_Types].xml", _TYPES)
        main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        file.writestr("_rels/.rels", _RELATIONS.format(main))
        file.writestr("word/document.xml", f"{declaration}<w:document {head}><w:body>{body}<w:sectPr/></w:body></w:document>")
        kinds = {name: name.split(".")[0].rstrip("0123456789") for name in parts}
        rows = [f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{name}"/>' for i, (name, kind) in enumerate(kinds.items(), 1)]
        if rows:
            file.writestr("word/_rels/document.xml.rels", _RELATIONS.format("".join(rows)))
        for name, content in parts.items():
            file.writestr(f"word/{name}", content)
    return out.getvalue()
