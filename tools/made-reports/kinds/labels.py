"""Labels written differently, cut, shortened or without their numbering."""
from .layouts import anyhow, html_of
from .registry import kind

TRADITIONAL = str.maketrans('务开关国纪书诉讼议复经济贸组织审结维护权办处数据总计规发现项请内机当传网络报无补证举责继续转类专员费办',
                            '務開關國紀書訴訟議復經濟貿組織審結維護權辦處數據總計規發現項請內機當傳網絡報無補證舉責繼續轉類專員費辦')
READINGS = {'涉': '涉（shè）', '纠': '纠（jiū）', '属': '属（shǔ）', '讼': '讼（sòng）', '据': '据（jù）', '掌': '掌（zhǎng）'}


def labels(case):
    return [c for t in case.tables for l in t.lines if l.kind == 'row' for c in l.cells if c.kind == 'label' and c.text]


def all_labels(case):
    """Of rows, groups and header cells; groups are (label, span)."""
    for table in case.tables:
        for line in table.lines:
            yield from (c for c in line.cells if c.kind in ('label', 'head'))


def change_groups(case, change):
    for table in case.tables:
        for line in table.lines:
            line.groups = [(change(name), span) for name, span in line.groups]


@kind()
def traditional_characters(case, rng):
    change = lambda text: text.translate(TRADITIONAL)
    for c in all_labels(case):
        c.text = change(c.text)
    change_groups(case, change)
    return anyhow(case, rng)


@kind()
def readings_in_brackets(case, rng):
    def change(text):
        return ''.join(READINGS.get(ch, ch) for ch in text)
    for c in all_labels(case):
        c.text = change(c.text)
    change_groups(case, change)
    return anyhow(case, rng)


@kind()
def characters_dropped(case, rng):
    for c in labels(case):
        if len(c.text) > 7 and rng.random() < 0.5:
            at = rng.randint(3, len(c.text) - 2)
            c.text = c.text[:at] + c.text[at + 1:]
    return anyhow(case, rng)


def numbering_end(text):
    for end, ch in enumerate(text[:6]):
        if ch in '.、）':
            return end + 1
    return 0


@kind()
def numbering_lost(case, rng):
    for c in labels(case):
        c.text = c.text[numbering_end(c.text):]
    return anyhow(case, rng)


@kind()
def numbering_changed(case, rng):
    for c in labels(case):
        if c.text[1:2] == '.':
            c.text = c.text[0] + rng.choice(['、', '．', '. ', ' ']) + c.text[2:]
    return anyhow(case, rng)


@kind(recoverable=False)
def labels_cut_at_the_right(case, rng):
    for c in labels(case):
        if len(c.text) > 8:
            c.text = c.text[:rng.randint(6, len(c.text) - 1)]
    return anyhow(case, rng)


@kind(recoverable=False)
def labels_cut_at_the_left(case, rng):
    for c in labels(case):
        if len(c.text) > 8:
            c.text = c.text[-rng.randint(6, len(c.text) - 1):]
    return anyhow(case, rng)


SHORT = {'1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': '1.逾期不补正',
         '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': '2.逾期不缴费',
         '5.要求行政机关确认或重新出具已获取信息': '5.要求确认或重新出具',
         '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': '（二）部分公开',
         '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）': '（一）主动公开政府信息数',
         '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）': '（一）回应公众关注热点或重大舆情数'}


@kind()
def labels_reduced(case, rng):
    for c in labels(case):
        c.text = SHORT.get(c.text, c.text)
    return anyhow(case, rng)


@kind()
def labels_spaced(case, rng):
    for c in labels(case):
        at = rng.randint(1, len(c.text))
        c.text = c.text[:at] + rng.choice([' ', '　', '  ']) + c.text[at:]
    return html_of(case)
