"""Make days of entries without timestamps, one of which holds an agenda: three to six clocks of what is to come.

usage: agendas.py TOOLS_DIR OUT_DIR CORPUS_DIR...      TOOLS_DIR holds perturb.py

The entries are those of labelled feeds of running text, without their timestamps (agendamade). In the contrast (agendaclocks) the
entries have clocks of their own below date headers, and the agenda is in one of them as well. The lines of agendas are in agendas.tsv.
"""
import collections, datetime, glob, json, os, random, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
HEADERS = ['%d %B %Y', '%B %d, %Y', '%A, %d %B %Y', '%d.%m.%Y', '%Y-%m-%d', '%A %d %B', '## %d %B %Y']
NOTATIONS = {
    'en': ['%I.%M%q: ', '%I.%M%q ', '%I:%M%q: ', '%I%M0%q – ', '%H:%M: ', '%H:%M – ', '%I:%M %p: ', '%H.%M '],
    'de': ['%H:%M Uhr: ', '%H.%M Uhr ', '%H Uhr: ', '%H:%M – '], 'fr': ['%Hh%M : ', '%H h %M – ', '%Hh%M ', '%H heures : '],
    'pt': ['%Hh%M: ', '%Hh%M – ', '%H:%M '], '': ['%H:%M ', '%H:%M: ', '%H.%M – ', '%H:%M – ', '%H.%M: '],
}
BULLETS = ['', '', '', '', '• ', '- ', '* ']
PER_CASE = 2
MOST = 50  # entries of a day's feed

def clock(minutes, notation):
    h, m = divmod(minutes, 60)
    s = notation.replace('%I%M0', '%d' % (h % 12 or 12) + ('.%02d' % m if m else ''))
    for k, v in {'%H': '%02d' % h, '%I': '%d' % (h % 12 or 12), '%M': '%02d' % m, '%q': 'am' if h < 12 else 'pm',
                 '%p': 'AM' if h < 12 else 'PM'}.items():
        s = s.replace(k, v)
    return s

def load_agendas():
    """by language: its small words, the lines that lead in, and those of agendas"""
    table = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in open(os.path.join(HERE, 'agendas.tsv'), encoding='utf8'):
        if line.strip() and not line.startswith('#'):
            lang, kind, text = line.rstrip('\n').split('\t')
            table[lang][kind].append(text)
    return table

def language_of(entries, table):
    words = collections.Counter(re.findall(r'\w+', ' '.join(' '.join(t) for t in entries).lower()))
    count = {lang: sum(words[w] for w in rows['words'][0].split()) for lang, rows in table.items()}
    best = max(sorted(count), key=count.get)
    return best if count[best] * 20 > sum(words.values()) else None

def agenda(r, lang, rows):
    """the lines of an agenda, its lead-in before them"""
    note = r.choice(NOTATIONS.get(lang, NOTATIONS['']))
    step = 60 if '%M' not in note else r.choice([5, 15, 30])
    at = r.sample(range(7 * 60, 21 * 60, step), r.randint(3, 6))
    bullet = r.choice(BULLETS)
    lead = [r.choice(rows['lead'])] if r.random() < .6 else []
    return lead + [bullet + clock(m, note) + text for m, text in zip(sorted(at), r.sample(rows['item'], len(at)))]

def texts_of(case):
    """the paragraphs of the entries that have no digits where a timestamp may be"""
    for e in case.entries:
        t = [case.lines[n - 1].strip() for n in range(e['first_line'], e['last_line'] + 1) if n not in case.ignore]
        t = [s for s in t if s]
        if t and not any(c.isdigit() for s in t for c in s[:12] + s[-12:]):
            yield t[:4]

def days_of(r, entries, newest):
    """(date, entries) of each day, in the order of the feed"""
    days = min(r.randint(1, 4), max(1, len(entries) // 4))
    base = datetime.date(2024, 5, r.randint(6, 25))
    per = -(-len(entries) // days)
    for k in range(days):
        part = entries[k * per:(k + 1) * per]
        if part:
            yield base + datetime.timedelta(-k if newest else k), part

def lay_out(r, entries, newest, lines_of_agenda, clocked):
    """the lines of a feed and its label"""
    lines, label = [], {'order': 'newest-first' if newest else 'oldest-first', 'entries': [], 'ignore': []}
    def ignored(text):
        lines.append(text)
        label['ignore'].append(len(lines))
    header, note, blank = r.choice(HEADERS), r.choice(['%H:%M', '%H.%M', '%I:%M %p', '%H:%M:']), r.random() < .2
    if r.random() < .5:
        ignored('Harbour live: the day in short')
    days = list(days_of(r, entries, newest))
    at = 0 if r.random() < .65 else r.randrange(len(days[0][1]))
    for k, (date, part) in enumerate(days):
        ignored(date.strftime(header))
        for i, t in enumerate(part):
            minute = 480 + (len(part) - 1 - i if newest else i) * 700 // len(part)
            if clocked:
                ignored(clock(minute, note))
            first = len(lines) + 1
            if k == 0 and i == at:
                # above the agenda is the lead at least
                above = r.randint(1, len(t))
                t = t[:above] + lines_of_agenda + t[above:]
            lines += t
            label['entries'].append({'first_line': first, 'last_line': len(lines), 'date': date.isoformat(),
                                     'time': '%02d:%02d' % divmod(minute, 60) if clocked else None})
            if blank:
                lines.append('')
    label['options'] = {'as_of': max(d for d, _ in days).isoformat()}
    return lines, label

def write(folder, name, lines, label):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + '.txt'), 'w', encoding='utf8') as f:
        f.write('\n'.join(lines) + '\n')
    with open(os.path.join(folder, name + '.gold.json'), 'w', encoding='utf8') as f:
        json.dump(label, f)

def main():
    tools, out, *dirs = sys.argv[1:]
    sys.path.insert(0, tools)
    from perturb import Case
    table = load_agendas()
    for path in [p for d in dirs for p in sorted(glob.glob(d + '/*.gold.json'))]:
        case = Case(path)
        entries = list(texts_of(case))[:MOST]
        lang = language_of(entries, table)
        # an agenda is in running text, not in a list of headlines or changes
        if len(entries) < 6 or not lang or sum(len(t[0]) for t in entries) < 70 * len(entries):
            continue
        for i in range(PER_CASE):
            r = random.Random('%s %d' % (case.name, i))
            part = entries[:r.randint(6, max(6, len(entries)))]
            lines_of_agenda = agenda(r, lang, table[lang])
            newest, seed = case.gold.get('order') != 'oldest-first', r.random()
            for folder, clocked in (('agendamade', False), ('agendaclocks', True)):
                lines, label = lay_out(random.Random(seed), part, newest, lines_of_agenda, clocked)
                write(os.path.join(out, folder), '%s.%d' % (case.name, i), lines, label)

main()
