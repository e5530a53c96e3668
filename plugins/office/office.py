"""Files that LibreOffice knows and we do not: converted to docx or xlsx, then read by our own readers.

A program plugin (docs/process-plugins.md). Needs nothing but Python's standard library, and LibreOffice where a
file is to be read. LibreOffice reports success for files it could not read: what it leaves behind decides.
"""
import atexit
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

PROTOCOL = 'nianbao-process/1'
COMPOUND = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
# Of the time the host gives: the rest is for reading the result.
CONVERSION_SECONDS = 90
READING_SECONDS = 20
# What LibreOffice may not do, whatever its defaults: run macros, follow links.
SETTINGS = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
</oor:items>
'''


class Refused(Exception):
    """The file cannot be read: kind of error, code, message and hint, each in Chinese and English."""


def say(severity, code, zh, en):
    """A diagnostic: one line of JSON on stderr."""
    line = {'code': code, 'severity': severity, 'message': {'zh': zh, 'en': en}}
    print(json.dumps(line, ensure_ascii=False), file=sys.stderr, flush=True)


def wide(name):
    return name.encode('utf-16-le') + b'\0\0'


def kind_of(content):
    """The extension LibreOffice is to know the file by, and what it is converted to."""
    if content.startswith(b'{\\rtf'):
        return 'rtf', 'docx'
    if content.startswith(b'PK'):
        mimetype = content[38:120]
        for part, extension, target in ((b'.text', 'odt', 'docx'), (b'.spreadsheet', 'ods', 'xlsx')):
            if part in mimetype:
                return extension, target
    if content.startswith(COMPOUND):
        if wide('EncryptedPackage') in content:
            raise Refused('input', 'office-encrypted', ('文件已加密，没有密码不能读取。',
                                                        'The file is encrypted and cannot be read without its password.'),
                          ('请取消密码后另存。', 'Remove the password and save it again.'))
        if wide('Workbook') in content or wide('Book') in content:
            return 'xls', 'xlsx'
        for stream, extension in (('WordDocument', 'doc'), ('MatOST', 'wps')):
            if wide(stream) in content:
                return extension, 'docx'
    raise Refused('input', 'office-no-report',
                  ('文件不是文字或表格文档（可能是演示文稿，或已损坏）。',
                   'The file is no text and no workbook (perhaps slides, or damaged).'),
                  ('请重新取得文件，或提供docx、xlsx形式的年报。', 'Get the file again, or the report as docx or xlsx.'))


def office_program():
    for name in ('soffice', 'libreoffice'):
        found = shutil.which(name)
        if found:
            return found
    for program in sorted(pathlib.Path('/opt').glob('libreoffice*/program/soffice')):
        if os.access(program, os.X_OK):
            return str(program)
    raise Refused('plugin', 'office-not-installed',
                  ('读取这种文件需要LibreOffice，但没有安装。', 'Reading this kind of file needs LibreOffice, which is not installed.'),
                  ('请安装（如 apt-get install libreoffice-writer-nogui libreoffice-calc-nogui），或用Word、WPS另存为docx或xlsx。',
                   'Install it (such as apt-get install libreoffice-writer-nogui libreoffice-calc-nogui), or save the file as '
                   'docx or xlsx in Word or WPS.'))


def own_program():
    """The nianbao command of the installation this plugin belongs to."""
    for folder in pathlib.Path.cwd().parents:
        if os.access(folder / 'bin' / 'nianbao', os.X_OK):
            return str(folder / 'bin' / 'nianbao')
    found = shutil.which('nianbao')
    if found:
        return found
    raise Refused('plugin', 'office-no-reader', ('找不到nianbao命令，不能读取转换后的文件。',
                                                 'The nianbao command was not found; it reads what was converted.'),
                  ('请重新安装nianbao。', 'Install nianbao again.'))


def work_folder():
    """Where the profile is, of this process alone: two with one profile disturb each other."""
    if not hasattr(work_folder, 'path'):
        work_folder.path = pathlib.Path(tempfile.mkdtemp(prefix='nianbao-office-'))
        atexit.register(shutil.rmtree, work_folder.path, ignore_errors=True)
        user = work_folder.path / 'profile' / 'user'
        user.mkdir(parents=True)
        (user / 'registrymodifications.xcu').write_text(SETTINGS, 'utf-8')
    return work_folder.path


def failed(zh, en, code='office-conversion-failed'):
    return Refused('input', code, (f'LibreOffice没有转换成功：{zh}。', f'LibreOffice did not convert the file: {en}.'),
                   ('文件可能已损坏或有密码；请用Word或WPS打开后另存为docx或xlsx。',
                    'It may be damaged or have a password; open it in Word or WPS and save it as docx or xlsx.'))


def convert(content, extension, target, folder):
    """Path of the converted file. Its presence and content tell whether it worked; exit codes do not."""
    source = folder / f'file.{extension}'
    source.write_bytes(content)
    command = [office_program(), f'-env:UserInstallation=file://{work_folder()}/profile', '--headless', '--norestore',
               '--nolockcheck', '--convert-to', target, '--outdir', str(folder / 'out'), str(source)]
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       timeout=CONVERSION_SECONDS, check=False, env={**os.environ, 'HOME': str(work_folder())})
    except subprocess.TimeoutExpired as error:
        raise failed(f'{CONVERSION_SECONDS}秒内没有完成', f'it took more than {CONVERSION_SECONDS} seconds',
                     'office-timed-out') from error
    result = folder / 'out' / f'file.{target}'
    if not result.exists():
        raise failed('没有输出文件', 'there is no output')
    main = {'docx': 'word/document.xml', 'xlsx': 'xl/workbook.xml'}[target]
    if not zipfile.is_zipfile(result) or main not in zipfile.ZipFile(result).namelist():
        raise failed('输出文件不完整', 'its output is incomplete')
    return result


def inspected(path, language):
    command = [own_program(), 'inspect', '--document', '--as', 'json', '--lang', language, '--color', 'never', str(path)]
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=READING_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise failed('读取转换结果超时', 'reading the result took too long', 'office-timed-out') from error


def lines_of(done, path):
    """What was said of the converted file, whose name nobody knows."""
    text = done.stderr.decode('utf-8', 'replace').replace(str(path) + ': ', '')
    return [line for line in text.splitlines() if line.strip()]


def read(content, _options):
    extension, target = kind_of(content)
    if extension == 'rtf' and not content.rstrip(b'\0 \r\n\t').endswith(b'}'):
        say('warning', 'office-cut-short', 'RTF文件结尾不完整，可能缺少内容。', 'The RTF file ends early; content may be missing.')
    with tempfile.TemporaryDirectory(dir=work_folder()) as scratch:
        result = convert(content, extension, target, pathlib.Path(scratch))
        done = inspected(result, 'zh')
        said = lines_of(done, result)
        english = lines_of(inspected(result, 'en'), result) if said else []
    if len(english) != len(said):
        english = said
    if done.returncode != 0:
        raise failed(' '.join(said) or '没有内容', ' '.join(english) or 'it is empty')
    for zh, en in zip(said, english):
        say('warning', 'office-reading', zh.split(': ', 1)[-1], en.split(': ', 1)[-1])
    say('note', 'office-converted', f'文件由LibreOffice转换为{target}后读取。', f'LibreOffice converted the file to {target}.')
    document = json.loads(done.stdout)
    document['input'] = {'file': '', 'bytes': len(content)}
    return json.dumps(document, ensure_ascii=False).encode()


def answer(request, content):
    if request['op'] == 'hello':
        return {'protocol': PROTOCOL, 'plugin': 'office', 'version': '0.1.0'}, b''
    try:
        document = read(content, request['options'])
        return {'bytes': len(document)}, document
    except Refused as refused:
        kind, code, message, hint = refused.args
        return {'error': {'kind': kind, 'code': code, 'message': dict(zip(('zh', 'en'), message)), 'where': '',
                          'hint': dict(zip(('zh', 'en'), hint))}}, b''


def main():
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    for line in requests:
        request = json.loads(line)
        header, body = answer(request, requests.read(request.get('bytes', 0)))
        answers.write(json.dumps({'id': request['id'], **header}, ensure_ascii=False).encode() + b'\n' + body)
        answers.flush()


main()
