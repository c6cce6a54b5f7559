#!/usr/bin/env python3
"""Wrap labelled texts as web pages in many styles, and measure how much of each is read: from the page, and from the text that it shows.

usage: wrap.py [--bin CMD] [--styles GLOB] [--only GLOB] [--out DIR] [--worst N] [--cases] CORPUS_DIR...

A corpus folder has NAME.txt and NAME.gold.json. The words are those of the feeds; markup, frames and notations of times are ours. Nothing is drawn by
chance. For each style: entry F1 (title and paragraphs, date and clock) of the page, of its visible text as a browser copies it, the share of pages
read worse than that text, and the same without a frame around the feed.
"""
import argparse, concurrent.futures, datetime, fnmatch, glob, html, html.parser, json, os, random, re, subprocess, sys, tempfile, shlex

MOST = 30  # entries of a feed
esc = html.escape

# ---------------------------------------------------------------- feeds

class Entry:
    def __init__(self, date, time, paras):
        self.date, self.time, self.paras = date, time, paras
        self.when = datetime.datetime.fromisoformat(date + 'T' + (time or '00:00'))

class Feed:
    pass

def read_feed(path, cmd):
    case = json.load(open(path, encoding='utf8'))
    if case.get('order') not in ('newest-first', 'oldest-first') or any(not e.get('date') for e in case['entries']):
        return None
    text = path[:-len('.gold.json')] + '.txt'
    lines = [l.strip() for l in open(text, encoding='utf8').read().split('\n')]
    o = case.get('options') or {}
    args = shlex.split(cmd) + ['parse', '-f', 'json'] + (['--as-of', o['as_of']] if o.get('as_of') else []) + (['--tz', o['tz']] if o.get('tz') else [])
    got = json.loads(subprocess.run(args + [text], capture_output=True).stdout)['entries']
    stamps = {e['line']: e.get('stamp') for e in got}
    stamps.update({e['stamp_line']: e.get('stamp') for e in got if e.get('stamp_line')})
    f = Feed()
    f.name = os.path.basename(path)[:-len('.gold.json')]
    f.newest, f.entries = case['order'] == 'newest-first', []
    f.tz = o.get('tz') or 'UTC'
    ignore, seen = set(case.get('ignore', [])), set()
    for e in case['entries'][:MOST]:
        paras = []
        for n in range(e['first_line'], e['last_line'] + 1):
            if n in ignore or not lines[n - 1]:
                continue
            paras.append(without_stamp(lines[n - 1], stamps.get(n)))
        paras = [re.sub(r'^(?:[-*•+#]+|\d+[.)])\s+', '', p).strip() for p in paras]
        paras = [p for p in paras if len(re.sub(r'\W', '', p)) > 2]
        if not paras or paras[0] in seen:
            continue
        seen.add(paras[0])
        f.entries.append(Entry(e['date'], e.get('time'), paras))
    whens = [e.when for e in f.entries]
    if len(whens) < 3 or whens != sorted(whens, reverse=f.newest) or whens[0].year < 1900:
        return None
    f.clocks = all(e.time for e in f.entries)
    if not f.clocks:
        for e in f.entries:
            e.time = None
    return f

def without_stamp(line, stamp):
    if not stamp or stamp not in line:
        return line
    at = line.index(stamp)
    if at <= 12:
        return re.sub(r'^[\s:;,.|)\]】–—-]+', '', line[at + len(stamp):]) or line[:at].strip(' [(【#*-')
    if at + len(stamp) >= len(line) - 3:
        return line[:at].rstrip(' ([-–—|,')
    return line

# ---------------------------------------------------------------- notations

CLOCKS = [lambda t: t.strftime('%H:%M'), lambda t: t.strftime('%H.%M'), lambda t: t.strftime('%-I:%M %p'), lambda t: t.strftime('%-I.%M%p').lower(),
          lambda t: t.strftime('%H:%M') + ' Uhr', lambda t: t.strftime('%Hh%M')]
DATES = [lambda t: t.strftime('%-d %B %Y'), lambda t: t.strftime('%B %-d, %Y'), lambda t: t.strftime('%Y-%m-%d'), lambda t: t.strftime('%d.%m.%Y'),
         lambda t: t.strftime('%a %-d %b %Y')]

class Told:
    """how a page tells times"""
    def __init__(self, feed, r):
        self.feed, self.clock_of, self.date_of = feed, r.choice(CLOCKS), r.choice(DATES)
        self.days = len({e.date for e in feed.entries}) > 1
        self.seen = None

    def stamp(self, e):  # date and clock
        return self.date_of(e.when) + (', ' + self.clock_of(e.when) if e.time else '')

    def short(self, e):  # a clock where the feed has one day, else all
        return self.clock_of(e.when) if e.time and not self.days else self.stamp(e)

    def iso(self, e):
        return e.when.isoformat() + OFFSET.get(self.feed.tz, '') if e.time else e.date

    def day(self, e):  # the date where it changes, else None
        new, self.seen = e.date != self.seen, e.date
        return self.date_of(e.when) if new else None

OFFSET = {'UTC': 'Z'}

# ---------------------------------------------------------------- bodies

def ps(paras, cls=''):
    return ''.join('<p%s>%s</p>\n' % (cls, esc(p)) for p in paras)

def headed(e, tag, attrs=''):
    """a headline element, where the entry's first line is short and more follows; else nothing"""
    p = e.paras
    if len(p) > 1 and len(p[0]) < 120:
        return '<%s%s>%s</%s>\n' % (tag, attrs, esc(p[0]), tag), p[1:]
    return '', p

STYLES = {}

def style(f):
    STYLES[f.__name__.replace('_', '-')] = f
    return f

@style
def article_time(f, t, r):
    out = ''
    for e in f.entries:
        h, rest = headed(e, 'h2')
        out += '<article class="post"><time datetime="%s">%s</time>%s%s</article>\n' % (t.iso(e), t.short(e), h, ps(rest))
    return out

@style
def article_headline_first(f, t, r):
    out = ''
    for e in f.entries:
        h, rest = headed(e, 'h3', ' class="entry-title"')
        out += '<article class="lb-entry">%s<div class="meta"><span class="date">%s</span></div><div class="body">%s</div></article>\n' % (h, t.stamp(e), ps(rest))
    return out

@style
def article_time_last(f, t, r):
    return ''.join('<article class="update">%s<footer class="post-footer"><time datetime="%s">%s</time></footer></article>\n' % (ps(e.paras), t.iso(e), t.stamp(e))
                   for e in f.entries)

@style
def flat_strong(f, t, r):
    out = ''
    for e in f.entries:
        out += '<p><strong>%s</strong> %s</p>\n%s' % (t.short(e), esc(e.paras[0]), ps(e.paras[1:]))
    return out

@style
def flat_strong_br(f, t, r):
    out = ''
    for e in f.entries:
        out += '<p><strong>%s</strong><br>%s</p>\n%s' % (t.short(e), esc(e.paras[0]), ps(e.paras[1:]))
    return out

@style
def flat_own_line(f, t, r):
    return ''.join('<p>%s</p>\n%s' % (t.short(e), ps(e.paras)) for e in f.entries)

@style
def heading_clock(f, t, r):
    return ''.join('<h3>%s</h3>\n%s' % (t.short(e), ps(e.paras)) for e in f.entries)

@style
def heading_clock_and_words(f, t, r):
    out = ''
    for e in f.entries:
        h, rest = headed(e, 'h3')
        out += '<h3>%s – %s</h3>\n%s' % (t.short(e), esc(e.paras[0]), ps(rest)) if h else '<h3>%s</h3>\n%s' % (t.short(e), ps(rest))
    return out

@style
def section_heading_time(f, t, r):
    out = ''
    for e in f.entries:
        h, rest = headed(e, 'h2')
        out += '<section>%s<p class="kicker"><time>%s</time></p>%s</section>\n' % (h, t.stamp(e), ps(rest))
    return out

@style
def flat_heads(f, t, r):
    """a headline and a line with the time above each entry; nothing holds an entry"""
    out = ''
    for e in f.entries:
        h, rest = headed(e, 'h4')
        out += '%s<div class="ts">%s</div>%s' % (h, t.stamp(e), ps(rest))
    return out

@style
def definitions(f, t, r):
    return '<dl>' + ''.join('<dt>%s</dt><dd>%s</dd>\n' % (t.stamp(e), ps(e.paras)) for e in f.entries) + '</dl>'

@style
def table_rows(f, t, r):
    return '<table class="log"><thead><tr><th>Time</th><th>Event</th></tr></thead><tbody>' + ''.join(
        '<tr><td class="t">%s</td><td>%s</td></tr>\n' % (t.stamp(e), '<br>'.join(map(esc, e.paras))) for e in f.entries) + '</tbody></table>'

@style
def table_layout(f, t, r):
    """a page of 1999"""
    return '<table width="600" cellpadding="4"><tr><td><font face="Arial">' + ''.join('<b><font color="#990000">%s</font></b><br>%s<br><br>\n' % (
        t.short(e), '<br>'.join(map(esc, e.paras))) for e in f.entries) + '</font></td></tr></table>'

@style
def list_timeline(f, t, r):
    return '<ul class="timeline">' + ''.join('<li class="timeline-item"><span class="timeline-time">%s</span><div class="timeline-body">%s</div></li>\n' % (
        t.short(e), ps(e.paras)) for e in f.entries) + '</ul>'

@style
def list_inline(f, t, r):
    return '<ul>' + ''.join('<li><b>%s:</b> %s</li>\n' % (t.stamp(e), '<br>'.join(map(esc, e.paras))) for e in f.entries) + '</ul>'

@style
def list_days(f, t, r):
    out, shut = '', ''
    for e in f.entries:
        if day := t.day(e):
            out += shut + '<h2>%s</h2><ul>' % day
            shut = '</ul>'
        out += '<li>%s%s</li>\n' % ('<span>%s</span> ' % t.clock_of(e.when) if e.time else '', '<br>'.join(map(esc, e.paras)))
    return out + shut

@style
def hashed(f, t, r):
    """class names as builds of scripts give them, alike for alike elements"""
    c = lambda: 'css-' + '%06x' % r.getrandbits(24)
    a, b, d, p, h = c(), c(), c(), c(), c()
    out = ''
    for e in f.entries:
        head, rest = headed(e, 'div', ' class="%s"' % h)
        out += '<div class="%s"><div class="%s"><div class="%s">%s</div></div>%s<div>%s</div></div>\n' % (a, b, d, t.short(e), head, ps(rest, ' class="%s"' % p))
    return '<div class="%s">%s</div>' % (c(), out)

@style
def hashed_each(f, t, r):
    """every element has a class of its own"""
    c = lambda: 'x%08x' % r.getrandbits(32)
    return ''.join('<div class="%s"><span class="%s">%s</span>%s</div>\n' % (c(), c(), t.short(e), ''.join('<p class="%s">%s</p>' % (c(), esc(p)) for p in e.paras))
                   for e in f.entries)

@style
def utility_classes(f, t, r):
    return ''.join('<div class="flex flex-col gap-2 border-b py-4"><div class="text-sm text-gray-500 font-medium">%s</div><div class="prose max-w-none">%s</div></div>\n' % (
        t.stamp(e), ps(e.paras, ' class="mb-2"')) for e in f.entries)

@style
def deep_divs(f, t, r):
    out = ''
    for e in f.entries:
        out += '<div><div><div><div><span>%s</span></div></div><div><div>%s</div></div></div></div>\n' % (t.short(e), ''.join('<div>%s</div>' % esc(p) for p in e.paras))
    return '<div><div>' + out + '</div></div>'

@style
def time_column(f, t, r):
    return ''.join('<div class="row"><div class="col-2">%s</div><div class="col-10">%s</div></div>\n' % (t.short(e), ps(e.paras)) for e in f.entries)

@style
def time_column_days(f, t, r):
    out = ''
    for e in f.entries:
        if day := t.day(e):
            out += '<div class="row day-row"><h4>%s</h4></div>\n' % day
        out += '<div class="row"><div class="col-2">%s</div><div class="col-10">%s</div></div>\n' % (t.clock_of(e.when) if e.time else '', ps(e.paras))
    return out

@style
def time_after_text(f, t, r):
    return ''.join('<div class="item">%s<span class="ts">%s</span></div>\n' % (ps(e.paras), t.stamp(e)) for e in f.entries)

@style
def time_no_datetime(f, t, r):
    return ''.join('<div class="entry"><time>%s</time>%s</div>\n' % (t.short(e), ps(e.paras)) for e in f.entries)

@style
def ages_custom(f, t, r):
    """what is printed is an age; the time is in the attribute"""
    last = max(e.when for e in f.entries) + datetime.timedelta(minutes=20)
    return ''.join('<div class="story"><relative-time datetime="%s">%s</relative-time>%s</div>\n' % (t.iso(e), age(last - e.when), ps(e.paras)) for e in f.entries)

@style
def ages_title(f, t, r):
    last = max(e.when for e in f.entries) + datetime.timedelta(minutes=20)
    return ''.join('<div class="story"><span class="ago" title="%s">%s</span>%s</div>\n' % (
        e.when.strftime('%d.%m.%Y %H:%M:%S') if e.time else e.date + 'T00:00', age(last - e.when), ps(e.paras)) for e in f.entries)

def age(d):
    m = int(d.total_seconds() // 60)
    return '%d min ago' % m if m < 60 else '%dh ago' % (m // 60) if m < 1440 else '%d days ago' % (m // 1440)

@style
def json_ld(f, t, r):
    """no times on the page; what it says to search engines has them"""
    out, updates = '', []
    for i, e in enumerate(f.entries):
        h, rest = headed(e, 'h3')
        out += '<div class="live-update" id="u%d">%s%s</div>\n' % (i, h, ps(rest))
        updates.append({'@type': 'BlogPosting', 'headline': e.paras[0][:100], 'articleBody': ' '.join(e.paras), 'datePublished': t.iso(e)})
    return '<script type="application/ld+json">%s</script>' % ld(f, updates) + out

@style
def json_ld_only(f, t, r):
    updates = [{'@type': 'BlogPosting', 'headline': e.paras[0], 'articleBody': '\n\n'.join(e.paras[1:]), 'datePublished': t.iso(e)} for e in f.entries]
    return '<script type="application/ld+json">%s</script><div id="app"></div>' % ld(f, updates)

def ld(f, updates):
    return json.dumps({'@context': 'https://schema.org', '@type': 'LiveBlogPosting', 'headline': 'Live: the day in the harbour', 'liveBlogUpdate': updates}).replace('<', '\\u003c')

@style
def microdata(f, t, r):
    out = ''
    for e in f.entries:
        h, rest = headed(e, 'h2', ' itemprop="headline"')
        out += '<div itemprop="liveBlogUpdate" itemscope itemtype="http://schema.org/BlogPosting"><meta itemprop="datePublished" content="%s"><span>%s</span>%s<div itemprop="articleBody">%s</div></div>\n' % (
            t.iso(e), t.short(e), h, ps(rest))
    return out

@style
def telegram(f, t, r):
    out = ''
    for i, e in enumerate(f.entries):
        if day := t.day(e):
            out += '<div class="message service" id="message-%d"><div class="body details">%s</div></div>\n' % (i, e.when.strftime('%-d %B %Y'))
        out += '<div class="message default clearfix" id="message%d"><div class="pull_left userpic_wrap"><div class="userpic userpic1" style="width: 42px"><div class="initials">HN</div></div></div><div class="body"><div class="pull_right date details" title="%s UTC+00:00">%s</div><div class="from_name">Harbour News</div><div class="text">%s</div></div></div>\n' % (
            i, e.when.strftime('%d.%m.%Y %H:%M:%S'), e.when.strftime('%H:%M'), '<br><br>'.join(map(esc, e.paras)))
    return '<div class="history">' + out + '</div>'

@style
def whatsapp_web(f, t, r):
    out = ''
    for e in f.entries:
        out += '<div class="message-in focusable-list-item"><div class="copyable-text" data-pre-plain-text="[%s, %s] Jo Quay: "><div class="selectable-text"><span>%s</span></div></div><div class="_meta"><span>%s</span></div></div>\n' % (
            e.when.strftime('%H:%M'), e.when.strftime('%d/%m/%Y'), '<br>'.join(map(esc, e.paras)), e.when.strftime('%H:%M'))
    return out

@style
def discord(f, t, r):
    return ''.join('<div class="chatlog__message-group"><div class="chatlog__message"><div class="chatlog__header"><span class="chatlog__author">harbourmaster</span> <span class="chatlog__timestamp" title="%s">%s</span></div><div class="chatlog__content"><span class="chatlog__markdown">%s</span></div></div></div>\n' % (
        e.when.strftime('%A, %B %-d, %Y %-I:%M %p'), e.when.strftime('%m/%d/%Y %-I:%M %p'), '<br>'.join(map(esc, e.paras))) for e in f.entries)

@style
def blogger(f, t, r):
    out = ''
    for e in f.entries:
        day = t.day(e)
        h, rest = headed(e, 'h3', ' class="post-title entry-title"')
        out += ('<h2 class="date-header"><span>%s</span></h2>\n' % e.when.strftime('%A, %B %-d, %Y') if day else '') + \
            '<div class="post hentry">%s<div class="post-body entry-content">%s</div><div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Posted by <span class="fn">Jo Quay</span></span> %s <span class="post-comment-link"><a href="#c">2 comments:</a></span></div></div></div>\n' % (
                h, ''.join('%s<br><br>' % esc(p) for p in rest),
                '<span class="post-timestamp">at <abbr class="published" title="%s">%s</abbr></span>' % (t.iso(e), e.when.strftime('%-I:%M %p')) if e.time else '')
    return out

@style
def wordpress(f, t, r):
    out = ''
    for i, e in enumerate(f.entries):
        h, rest = headed(e, 'h2', ' class="entry-title"')
        out += '<article id="post-%d" class="post-%d post type-post status-publish hentry category-news"><header class="entry-header">%s<div class="entry-meta"><span class="posted-on">Posted on <a href="/%d" rel="bookmark"><time class="entry-date published" datetime="%s">%s</time></a></span><span class="byline"> by <span class="author vcard"><a href="/author/jo">Jo Quay</a></span></span></div></header><div class="entry-content">%s</div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/c/news">News</a></span><span class="comments-link"><a href="/%d#respond">Leave a comment</a></span></footer></article>\n' % (
            400 - i, 400 - i, h, 400 - i, t.iso(e), t.stamp(e), ps(rest), 400 - i)
    return out

@style
def wiki(f, t, r):
    out, shut = '', ''
    for e in f.entries:
        if day := t.day(e):
            out += shut + '<h3><span class="mw-headline" id="d">%s</span><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/e">edit</a><span class="mw-editsection-bracket">]</span></span></h3>\n<ul>' % e.when.strftime('%-d %B %Y')
            shut = '</ul>\n'
        out += '<li>%s%s<sup class="reference"><a href="#n1">[1]</a></sup></li>\n' % (e.when.strftime('%H:%M: ') if e.time else '', '<br>'.join(map(esc, e.paras)))
    return '<div class="mw-parser-output">' + out + shut + '</div>'

@style
def mail_archive(f, t, r):
    return ''.join('<h2>[harbour] notice %d</h2><b>Jo Quay</b> <a href="mailto:jo@harbour.example">jo at harbour.example</a><br><i>%s</i><hr><pre>%s</pre>\n' % (
        i + 1, e.when.strftime('%a %b %-d %H:%M:%S UTC %Y') if e.time else e.when.strftime('%a %b %-d %Y'), '\n\n'.join(map(esc, e.paras))) for i, e in enumerate(f.entries))

@style
def mastodon(f, t, r):
    return ''.join('<div class="status"><div class="status__info"><a class="status__relative-time" href="/@harbour/%d"><time datetime="%s" title="%s">%s</time></a><a class="status__display-name"><span class="display-name"><bdi><strong>Harbour</strong></bdi> <span class="display-name__account">@harbour</span></span></a></div><div class="status__content"><div>%s</div></div><div class="status__action-bar"><button>Reply</button><button>Boost</button><button>3</button></div></div>\n' % (
        i, t.iso(e), t.stamp(e), '%dh' % (i + 1), ps(e.paras)) for i, e in enumerate(f.entries))

@style
def forum(f, t, r):
    return ''.join('<div class="post bg%d" id="p%d"><div class="postprofile"><a class="username">skipper</a><dd>Posts: %d</dd><dd>Joined: Mon Jan 06, 2014 9:14 am</dd></div><div class="postbody"><p class="author">by <a class="username">skipper</a> » %s</p><div class="content">%s</div></div></div>\n' % (
        i % 2 + 1, 900 + i, 300 + i, e.when.strftime('%a %b %d, %Y %-I:%M %p').replace('AM', 'am').replace('PM', 'pm') if e.time else t.stamp(e), '<br><br>'.join(map(esc, e.paras))) for i, e in enumerate(f.entries))

@style
def print_view(f, t, r):
    return ''.join('<p>%s</p>\n%s<hr>\n' % (t.stamp(e), ps(e.paras)) for e in f.entries)

@style
def amp(f, t, r):
    return '<amp-live-list id="live"><div items>' + ''.join('<div id="post%d" data-sort-time="%d"><amp-timeago width="160" height="15" datetime="%s" layout="responsive">%s</amp-timeago>%s</div>\n' % (
        i, e.when.timestamp(), t.iso(e), t.stamp(e), ps(e.paras)) for i, e in enumerate(f.entries)) + '</div></amp-live-list>'

@style
def lines_by_br(f, t, r):
    return '<div class="content">' + ''.join('%s: %s<br><br>\n' % (t.short(e), '<br>\n'.join(map(esc, e.paras))) for e in f.entries) + '</div>'

@style
def heading_holds_time(f, t, r):
    out = ''
    for e in f.entries:
        h, rest = headed(e, 'span', ' class="headline"')
        out += '<div class="block"><h3 class="block-title"><span class="block-time">%s</span>%s</h3>%s</div>\n' % (t.short(e), h, ps(rest))
    return out

@style
def details(f, t, r):
    out = ''
    for e in f.entries:
        out += '<details open><summary>%s</summary>%s</details>\n' % (t.stamp(e), ps(e.paras))
    return out

@style
def chronology(f, t, r):
    return ''.join('<p><b>%s</b>: %s</p>\n%s' % (t.stamp(e), esc(e.paras[0]), ps(e.paras[1:])) for e in f.entries)

@style
def quotes_and_lists(f, t, r):
    """the last paragraphs of entries are quotations, or items of lists"""
    out = ''
    for i, e in enumerate(f.entries):
        p = e.paras
        if len(p) > 1 and i % 2:
            body = ps(p[:1]) + '<ul>' + ''.join('<li>%s</li>' % esc(x) for x in p[1:]) + '</ul>'
        elif len(p) > 1:
            body = ps(p[:-1]) + '<blockquote>%s</blockquote>' % ps(p[-1:])
        else:
            body = ps(p)
        out += '<div class="liveblog-entry"><div class="liveblog-time">%s</div>%s</div>\n' % (t.short(e), body)
    return out

@style
def tweets_inside(f, t, r):
    out = ''
    for i, e in enumerate(f.entries):
        tweet = '<blockquote class="twitter-tweet"><p>Quay four is closed to all boats.</p>&mdash; Harbour (@harbour) <a href="https://twitter.com/harbour/status/1">March 3, 2019</a></blockquote>' if i % 3 == 1 else ''
        out += '<div class="liveblog-entry"><div class="liveblog-time">%s</div>%s%s</div>\n' % (t.short(e), ps(e.paras), tweet)
    return out

@style
def pictures_inside(f, t, r):
    out = ''
    for i, e in enumerate(f.entries):
        fig = '<figure><img src="https://img.harbour.example/%d.jpg" alt="The quay at dawn"><figcaption>The quay at dawn, 5:40 am. <span class="credit">Photo: J. Quay</span></figcaption></figure>' % i if i % 2 else ''
        out += '<section class="entry"><span class="entry__time">%s</span>%s%s%s</section>\n' % (t.short(e), ps(e.paras[:1]), fig, ps(e.paras[1:]))
    return out

@style
def ads_between(f, t, r):
    out = ''
    for i, e in enumerate(f.entries):
        out += '<div class="liveblog-entry"><div class="liveblog-time">%s</div>%s</div>\n' % (t.short(e), ps(e.paras))
        if i % 3 == 2:
            out += '<div class="ad-slot">Advertisement</div>\n'
        if i % 5 == 4:
            out += '<div class="teaser"><a href="/t%d"><h4>Ten walks along the coast</h4><p>The best of them begin at the old lighthouse.</p></a><span>2 March 2019</span></div>\n' % i
    return out

@style
def buttons_on_entries(f, t, r):
    return ''.join('<div class="update-card"><div class="update-card__head"><span>%s</span><button>Copy link</button></div>%s<div class="update-card__foot"><a href="#s">Share</a> <a href="#m">Mail</a> <span>12 likes</span></div></div>\n' % (
        t.short(e), ps(e.paras)) for e in f.entries)

@style
def bylines_on_entries(f, t, r):
    return ''.join('<div class="lb-post"><p class="lb-time">%s</p><p class="lb-by">By Jo Quay</p>%s</div>\n' % (t.short(e), ps(e.paras)) for e in f.entries)

@style
def updated_inside(f, t, r):
    return ''.join('<div class="b"><p class="b-time"><time datetime="%s">%s</time></p>%s<p class="b-updated">Updated at %s</p></div>\n' % (
        t.iso(e), t.stamp(e), ps(e.paras), (e.when + datetime.timedelta(minutes=9)).strftime('%H:%M')) for e in f.entries)

@style
def time_beside_title_link(f, t, r):
    """a list of headlines that lead on, with a line of text each"""
    out = ''
    for i, e in enumerate(f.entries):
        h, rest = headed(e, 'h3')
        out += '<li><time datetime="%s">%s</time> <h3><a href="/n/%d">%s</a></h3>%s</li>\n' % (t.iso(e), t.stamp(e), i, esc(e.paras[0]), ps(e.paras[1:]))
    return '<ol class="news-list">' + out + '</ol>'

# ---------------------------------------------------------------- frames

def bare(f, body, t, r):
    return '', body, ''

def news_site(f, body, t, r):
    hashed = r.random() < .5
    c = (lambda name: ' class="c%05x"' % (sum(map(ord, name)) * 7919 % 999983)) if hashed else (lambda name: ' class="%s"' % name)
    first, last = f.entries[0], f.entries[-1]
    newest = first if f.newest else last
    head = '''<div%s>We use cookies. <button>Accept all</button> <button>Settings</button></div>
<header%s><a href="/">The Harbour Times</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/w">Weather</a></li><li><a href="/l">Sign in</a></li></ul></nav></header>
<main><h1>Live: the day in the harbour</h1><p%s>All that happened, as it was reported.</p><div%s>By Jo Quay and the news desk</div>
<div%s>Published %s. Updated %s</div><div%s><a href="#">Facebook</a> <a href="#">X</a> <a href="#">E-mail</a></div>
''' % (c('cookie-banner'), c('site-header'), c('standfirst'), c('byline'), c('dates'), t.date_of(min(first.when, last.when)),
       t.date_of(newest.when) + ' ' + t.clock_of(newest.when), c('share-bar'))
    foot = '''<div%s><h3>Sign up to our newsletter</h3><p>The morning's news in your inbox, every weekday at 7am.</p><input type="email"><button>Sign up</button></div>
<section%s><h2>More on this story</h2><div%s><a href="/a"><h3>Ferry timetable changes for the winter</h3></a><time datetime="2019-03-02T08:00">2 March 2019</time></div><div%s><a href="/b"><h3>What the new bridge will cost</h3></a><time datetime="2019-03-01T08:00">1 March 2019</time></div><div%s><a href="/c"><h3>A walk along the old wall</h3></a><time datetime="2019-02-27T08:00">27 February 2019</time></div></section>
<section%s><h2>2 comments</h2><div%s><b>Ann</b> <span>3 hours ago</span><p>Glad to see that the ferry is back at last.</p></div><div%s><b>Bo</b> <span>2 hours ago</span><p>It should never have been stopped, if you ask me.</p></div></section></main>
<aside%s><h2>Most read</h2><ol><li><a href="/1">Storm closes the north pier</a></li><li><a href="/2">Council votes on fees</a></li><li><a href="/3">Market day moves to Friday</a></li></ol></aside>
<footer%s><a href="/about">About us</a> <a href="/c">Contact</a> <a href="/p">Privacy</a> <p>© 2025 Harbour Times Ltd. All rights reserved.</p></footer>''' % tuple(
        c(n) for n in ('newsletter-signup', 'related', 'related-card', 'related-card', 'related-card', 'comments', 'comment', 'comment', 'sidebar', 'site-footer'))
    return head, body, foot

def blog_site(f, body, t, r):
    head = '<div id="header"><h1>Quay notes</h1><p>A log of the harbour</p></div><div id="main">'
    foot = '</div><div id="sidebar"><div class="widget"><h2>Archive</h2><ul><li><a href="/5">May 2019 (4)</a></li><li><a href="/4">April 2019 (11)</a></li><li><a href="/3">March 2019 (2)</a></li></ul></div><div class="widget"><h2>Recent comments</h2><ul><li>Ann on <a href="/x">The ferry</a></li><li>Bo on <a href="/y">The wall</a></li></ul></div></div><div id="footer">Powered by Quill. 1,204 visits since 4 May 2012</div>'
    return head, body, foot

FRAMES = [bare, news_site, blog_site]

def page(f, name, frame):
    r = random.Random('%s %s' % (f.name, name))
    t = Told(f, r)
    body = STYLES[name](f, t, r)
    head, body, foot = frame(f, body, t, random.Random(f.name + frame.__name__))
    published = min(e.when for e in f.entries)
    return '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Live: the day in the harbour</title>\n<meta property="article:published_time" content="%s">\n<style>p{margin:0}</style></head>\n<body>\n%s%s%s\n</body></html>\n' % (
        published.strftime('%Y-%m-%dT%H:%M:%S'), head, body, foot)

# ---------------------------------------------------------------- the text that a page shows

BLOCK = set('address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody thead tr ul amp-live-list'.split())
APART = set('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure'.split())

class Shown(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.out, self.off, self.pre, self.raw = '', 0, 0, 0
    def brk(self, tag):
        want = 2 if tag in APART else 1
        self.out = self.out.rstrip(' ')
        have = len(self.out) - len(self.out.rstrip('\n'))
        if self.out and have < want:
            self.out += '\n' * (want - have)
    def handle_starttag(self, tag, attrs):
        self.off += tag in ('head', 'script', 'style')
        self.pre += tag == 'pre'
        if tag in BLOCK: self.brk(tag)
        elif tag == 'br': self.out += '\n'
        elif tag in ('td', 'th') and self.out and self.out[-1] != '\n': self.out += '\t'
    def handle_endtag(self, tag):
        self.off -= tag in ('head', 'script', 'style')
        self.pre -= tag == 'pre'
        if tag in BLOCK: self.brk(tag)
    def handle_data(self, data):
        if self.off: return
        if not self.pre:
            data = re.sub(r'\s+', ' ', data)
            if not self.out or self.out[-1] in '\n\t ': data = data.lstrip(' ')
        self.out += data

def shown(page):
    p = Shown(); p.feed(page)
    return p.out

# ---------------------------------------------------------------- scores

def keys(text):
    parts = [re.sub(r'^(?:[-*•>+#]+|\d+[.)])\s+', '', ' '.join(x.split())) for x in re.split(r'\n+', text)]
    return [x for x in parts if x and x not in LEAVE and not x.startswith('Author: ')]

LEAVE = {'By Jo Quay', 'Jo Quay', 'Harbour News', 'Posted in News', 'skipper', 'harbourmaster', 'Quay four is closed to all boats.', 'The quay at dawn, 5:40 am. Photo: J. Quay',
         'The quay at dawn, 5:40 am.', 'Photo: J. Quay', 'Harbour @harbour'}

def squash(x):
    return re.sub(r'\W', '', re.sub(r'\[1\]|\[harbour\] notice \d+', '', x))

def score(f, got):
    want = {}
    for e in f.entries:
        want.setdefault(squash(' '.join(keys('\n'.join(e.paras)))), []).append(e)
    right = 0
    for g in got:
        k = squash(' '.join(keys((g.get('title') or '') + '\n' + (g.get('text') or ''))))
        if want.get(k):
            e = want[k].pop(0)
            right += g.get('date') == e.date and (not e.time or (g.get('clock') or '')[:5] == e.time)
    return 200 * right / (len(f.entries) + len(got))

def read(cmd, path, f):
    day = max(e.date for e in f.entries)
    p = subprocess.run(shlex.split(cmd) + ['parse', '-f', 'json', '--tz', f.tz, '--as-of', day, path], capture_output=True, timeout=60)
    try:
        return json.loads(p.stdout)['entries']
    except Exception:
        return []

def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--bin', default='timeline'); ap.add_argument('--styles', default='*'); ap.add_argument('--only', default='*')
    ap.add_argument('--out'); ap.add_argument('--worst', type=int, default=0); ap.add_argument('--cases', action='store_true'); ap.add_argument('dirs', nargs='+')
    a = ap.parse_args()
    out = a.out or tempfile.mkdtemp()
    feeds = []
    for d in a.dirs:
        for g in sorted(glob.glob(os.path.join(d, '*.gold.json'))):
            f = read_feed(g, a.bin) if fnmatch.fnmatch(os.path.basename(g), a.only) else None
            if f:
                feeds.append(f)
    jobs = []
    for s in fnmatch.filter(STYLES, a.styles):
        os.makedirs(os.path.join(out, s), exist_ok=True)
        for i, f in enumerate(feeds):
            jobs.append((s, f, FRAMES[i % len(FRAMES)]))
    def one(job):
        s, f, frame = job
        doc = page(f, s, frame)
        base = os.path.join(out, s, f.name)
        open(base + '.html', 'w', encoding='utf8').write(doc)
        open(base + '.txt', 'w', encoding='utf8').write(shown(doc))
        return s, f.name, frame.__name__, score(f, read(a.bin, base + '.html', f)), score(f, read(a.bin, base + '.txt', f))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        rows = list(pool.map(one, jobs))
    mean = lambda v: sum(v) / len(v) if v else 0
    if a.cases:
        for s, n, fr, p, t in rows:
            print('%s\t%s\t%s\t%.1f\t%.1f' % (s, n, fr, p, t))
        return
    print('%-26s %5s | page  text  worse | %s' % ('style', 'pages', '  '.join('%-10s' % f.__name__ for f in FRAMES)))
    def line(name, rs):
        print('%-26s %5d | %5.1f %5.1f %4.0f%% | %s' % (name, len(rs), mean([x[3] for x in rs]), mean([x[4] for x in rs]),
              100 * mean([x[3] < x[4] - .01 for x in rs]), '  '.join('%5.1f     ' % mean([x[3] for x in rs if x[2] == f.__name__]) for f in FRAMES)))
    for s in fnmatch.filter(STYLES, a.styles):
        line(s, [x for x in rows if x[0] == s])
    line('ALL', rows)
    for s, n, fr, p, t in sorted(rows, key=lambda x: x[3] - x[4])[:a.worst]:
        print('%-24s %-24s %-10s %5.1f %5.1f' % (s, n, fr, p, t))

main()
