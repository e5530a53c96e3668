"""Reports put into sentences (`inspect --as sentences`) and read again."""
import re


def key(fact):
    return fact['concept'], tuple(sorted(fact['dims'].items())), fact['value'], fact.get('year')


def telling_fault(before, messages, after):
    """What is wrong: a figure that no sentence is said to leave out and that does not come back, or a new one."""
    values = [key(f) for f in before['facts'] if f['value'] is not None]
    back = {key(f) for f in after['facts']}
    left_out = int((re.search(r'(\d+)个数据没有相应的文字写法', messages) or [0, 0])[1])
    lost = [k for k in values if k not in back]
    new = sorted(str(k) for k in back - set(values))
    if new:
        return f'says what the report does not: {new[:3]}'
    # A figure that is left out may come back where another, of the text, is the same.
    if len(lost) > left_out:
        return f'{len(lost)} figures are lost, {left_out} said to be: {lost[:3]}'
    if before['year'] != after['year']:
        return f'another year: {after["year"]}'
    return None
