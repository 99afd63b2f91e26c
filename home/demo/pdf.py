"""A small real PDF out of plain lines, without any library: enough for a sample document."""

LINES_A_PAGE = 46
WIDTH, HEIGHT, MARGIN = 595, 842, 64  # A4, in points
LEADING = 15
HEADING, TEXT, COLUMNS = "F1 17", "F2 11", "F3 10"  # bold; plain; of even width, for figures


def pdf(title: str, language: str, lines: list[str]) -> bytes:
    """The first line is the heading; lines with gaps in them keep their columns."""
    pages = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{_kids(pages)}] >>",
        f"<< /Title ({_escaped(title)}) >>",
        *(_font(name) for name in ("Helvetica-Bold", "Helvetica", "Courier")),
    ]
    for number, page in enumerate(pages):
        content = _content(page, is_first=number == 0)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
            " /Resources << /Font << /F1 4 0 R /F2 5 0 R /F3 6 0 R >> >>"
            f" /Contents {8 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(_bytes(content))} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _kids(pages: list[list[str]]) -> str:
    return " ".join(f"{7 + 2 * number} 0 R" for number in range(len(pages)))


def _font(name: str) -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"


def _content(lines: list[str], is_first: bool) -> str:
    shown = [f"BT {MARGIN} {HEIGHT - MARGIN} Td {LEADING} TL"]
    for number, line in enumerate(lines):
        font = HEADING if is_first and number == 0 else COLUMNS if "  " in line else TEXT
        shown.append(f"/{font} Tf ({_escaped(line)}) Tj T*")
    return "\n".join([*shown, "ET"])


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _bytes(text: str) -> bytes:
    return text.encode("cp1252", "replace")


def _file(objects: list[str]) -> bytes:
    """The objects, numbered from 1, and the table that says where each begins."""
    file, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, _bytes(body))
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    file += b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R >>\n" % size
    return file + b"startxref\n%d\n%%%%EOF\n" % start
