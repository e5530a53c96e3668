#!/usr/bin/env python3
"""Makes the PDF files of the tests, of invented content: make_pdf.py, from anywhere

They are written by hand, byte for byte alike at each run: a font that is not embedded, whose codes are UTF-16 and
say so in a ToUnicode map; text at places; lines as strokes or as thin boxes.
"""
import pathlib

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /All def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"""
WIDTH, HEIGHT = 595, 842


class Page:
    """Places are points from the top left corner."""

    def __init__(self):
        self.parts = []

    def text(self, x, y, text, size=12, mode=0, mark=None):
        code = text.encode('utf-16-be').hex()
        shown = f'BT {mode} Tr /F {size} Tf {x} {HEIGHT - y} Td <{code}> Tj ET'
        self.parts.append(shown if mark is None else f'/P << /MCID {mark} >> BDC {shown} EMC')

    def line(self, x1, y1, x2, y2):
        self.parts.append(f'{x1} {HEIGHT - y1} m {x2} {HEIGHT - y2} l S')

    def thin_box(self, x1, y1, x2, y2):
        self.parts.append(f'{x1 - 0.4} {HEIGHT - y2 - 0.4} {x2 - x1 + 0.8} {y2 - y1 + 0.8} re f')

    def picture(self):
        self.parts.append(f'q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q')

    def grid(self, xs, ys, skip=(), draw=None):
        """All lines of a table but the pieces in `skip`: ('h', column, edge) or ('v', edge, row)."""
        draw = draw or self.line
        for r, y in enumerate(ys):
            for c in range(len(xs) - 1):
                if ('h', c, r) not in skip:
                    draw(xs[c], y, xs[c + 1], y)
        for c, x in enumerate(xs):
            for r in range(len(ys) - 1):
                if ('v', c, r) not in skip:
                    draw(x, ys[r], x, ys[r + 1])


class Element:
    """Of a structure tree: its type, the cells it spans, and its kids: elements, or (page, mark) from 0."""

    def __init__(self, kind, kids, rowspan=1, colspan=1):
        self.kind, self.kids, self.rowspan, self.colspan = kind, kids, rowspan, colspan

    def write(self, objects, pages, parent):
        """Appends the element and what is in it to the objects of a file; the element's number."""
        objects.append(b'')
        number = len(objects)
        kids = ' '.join(f'{kid.write(objects, pages, number)} 0 R' if isinstance(kid, Element) else
                        f'<< /Type /MCR /Pg {pages[kid[0]]} 0 R /MCID {kid[1]} >>' for kid in self.kids)
        spans = f'/A << /O /Table /RowSpan {self.rowspan} /ColSpan {self.colspan} >>' if self.kind in ('TD', 'TH') else ''
        objects[number - 1] = f'<< /Type /StructElem /S /{self.kind} /P {parent} 0 R {spans} /K [{kids}] >>'.encode()
        return number


def pdf(pages, encrypt=False, tree=None):
    objects = [b'<< /Type /Catalog /Pages 2 0 R >>', b'']

    def add(body):
        objects.append(body)
        return len(objects)

    def stream(data, more=''):
        return add(f'<< /Length {len(data)} {more} >>\nstream\n'.encode() + data + b'\nendstream')

    unicode_map = stream(TO_UNICODE)
    descriptor = add(b'<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 '
                     b'/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>')
    font = add(f'<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) '
               f'/Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 1000 /W [0 255 500] >>'.encode())
    font = add(f'<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [{font} 0 R] '
               f'/ToUnicode {unicode_map} 0 R >>'.encode())
    picture = stream(b'\x80', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8')
    numbers = []
    for page in pages:
        content = stream('\n'.join(page.parts).encode())
        numbers.append(add(f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {content} 0 R '
                           f'/Resources << /Font << /F {font} 0 R >> /XObject << /I {picture} 0 R >> >> >>'.encode()))
    if tree:
        root = add(b'')
        objects[root - 1] = f'<< /Type /StructTreeRoot /K {tree.write(objects, numbers, root)} 0 R >>'.encode()
        objects[0] = f'<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot {root} 0 R >>'.encode()
    kids = ' '.join(f'{n} 0 R' for n in numbers)
    objects[1] = f'<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>'.encode()
    out, places = b'%PDF-1.7\n', []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f'{number} 0 obj\n'.encode() + body + b'\nendobj\n'
    more = ''
    if encrypt:
        word = '61' * 32
        more = f'/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{word}> /U <{word}> >> /ID [<00> <00>]'
    start = len(out)
    out += f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n'.encode()
    out += b''.join(f'{place:010} 00000 n \n'.encode() for place in places)
    return out + f'trailer << /Size {len(objects) + 1} /Root 1 0 R {more} >>\nstartxref\n{start}\n%%EOF\n'.encode()


def overview():
    """Two pages: paragraphs, a heading of radicals, a table that the page break cuts in a row and in a merged label,
    a table of thin boxes, page numbers."""
    one, two = Page(), Page()
    one.text(180, 90, '临江区2024年政府信息公开⼯作年度报告', 14)
    body = ('本报告由临江区人民政府办公室编制，所列数据的统计期限自二〇二四年一月一日起至十二月三十一日止，报告电子版可以在临江区'
            '人民政府网站下载，欢迎查阅。')
    one.text(114, 130, body[:33])
    one.text(90, 152, body[33:68])
    one.text(90, 174, body[68:])
    one.text(114, 196, '一、主动公开政府信息情况')
    xs, ys = [90, 120, 260, 380, 500], [640, 670, 700, 730, 760]
    skip = {('h', 0, 2), ('h', 0, 3), ('v', 1, 0)}
    one.grid(xs, ys, skip)
    one.text(95, 660, '信息内容')
    one.text(265, 660, '本年制发件数', 10)
    one.text(385, 660, '现行有效件数', 10)
    one.text(100, 690, '三')
    one.text(100, 720, '、')
    one.text(100, 750, '本')
    one.text(125, 690, '1.规章')
    one.text(265, 690, '0')
    one.text(385, 690, '2')
    one.text(125, 720, '2.其他规定')
    one.text(265, 720, '')
    one.text(385, 720, '31')
    one.text(125, 750, '3.行政规范性文件包括', 12)
    one.text(265, 750, '4')
    one.text(385, 750, '57')
    one.text(270, 810, '— 1 —', 10)

    ys = [80, 110, 140]
    two.grid(xs, ys, {('h', 0, 1)})
    two.text(100, 100, '年')
    two.text(125, 100, '修订的')
    two.text(125, 130, '4.其他')
    two.text(265, 130, '/')
    two.text(385, 130, '')
    two.text(114, 170, '二、收费情况')
    two.grid([90, 300, 500], [190, 220, 250], draw=two.thin_box)
    two.text(100, 210, '行政事业性收费（万元）')
    two.text(310, 210, '12.5')
    two.text(100, 240, '信息处理费')
    two.text(114, 280, '单位负责人：张三')
    two.text(314, 280, '填报人：李四')
    two.text(270, 810, '— 2 —', 10)
    return pdf([one, two])


def scanned():
    page = Page()
    page.picture()
    page.text(100, 100, '7件', mode=3)
    return pdf([page])


def main():
    tests = pathlib.Path(__file__).parent.parent
    blank, some = Page(), Page()
    some.text(100, 100, '临江区')
    files = {'golden/pdf/overview': overview(), 'unit/pdf/files/scanned': scanned(), 'unit/pdf/files/empty': pdf([blank]),
             'unit/pdf/files/encrypted': pdf([some], encrypt=True), 'unit/pdf/files/no-pages': pdf([])}
    for name, content in files.items():
        (tests / f'{name}.pdf').write_bytes(content)


if __name__ == '__main__':
    main()
