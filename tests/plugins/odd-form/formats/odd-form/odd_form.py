"""A family that answers what it is told: the table's second row says in its first cell which operation, in its second
the answer. Other operations are answered as a good program does. `crash` and `silence` are no JSON."""
import json
import sys

requests, answers = sys.stdin.buffer, sys.stdout.buffer
GOOD = {
    'recognize': {'claims': [{'form': 'odd', 'pieces': [{'block': 2}], 'matched': 2, 'expected': 2, 'certainty': 'certain'}]},
    'extract': {'form': {}, 'facts': []},
}


def told(asked):
    for block in asked['document']['blocks']:
        if block['type'] == 'table':
            texts = [cell['text'] for cell in block['cells'] if cell['row'] == 2]
            return texts[0], texts[1]
    return '', ''


def render(asked):
    """What it was asked, as a paragraph."""
    said = {key: asked[key] for key in ('format', 'form', 'instance', 'marks')}
    said['facts'] = len(asked['report']['report']['facts'])
    return {'schema': 'nianbao-document/1', 'input': {'file': '', 'bytes': 0}, 'properties': [],
            'blocks': [{'type': 'paragraph', 'role': 'body', 'text': json.dumps(said, sort_keys=True)}]}


for line in requests:
    request = json.loads(line.decode('utf-8'))
    content, header = b'', {'id': request['id']}
    if request['op'] == 'hello':
        header.update(protocol='nianbao-process/1', plugin='odd-form', version='1.0.0')
    else:
        asked = json.loads(requests.read(request['bytes']).decode('utf-8'))
        if request['op'] == 'render':
            text = json.dumps(render(asked))
        else:
            operation, answer = told(asked)
            text = answer if operation == request['op'] else json.dumps(GOOD[request['op']])
        if text == 'crash':
            sys.exit(3)
        content = text.encode('utf-8')
        header['bytes'] = len(content)
    answers.write(json.dumps(header).encode('utf-8') + b'\n' + content)
    answers.flush()
