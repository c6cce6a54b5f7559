// Reads out.ics with ical.js and compares it with out.json, both in the directory of the argument.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import ICAL from 'ical.js';

const dir = process.argv[2];
const entries = JSON.parse(fs.readFileSync(dir + '/out.json', 'utf8')).entries;
const bytes = fs.readFileSync(dir + '/out.ics');
for (const line of bytes.toString('latin1').split('\r\n')) {
  assert(line.length <= 75, 'a line of more than 75 octets');
  assert(!/[\r\n]/.test(line), 'a bare line end');
}
new TextDecoder('utf-8', { fatal: true }).decode(bytes);
assert(bytes.toString('latin1').split('\r\n').every((l) => { new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(l, 'latin1')); return true; }), 'folded within a character');
const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')));
assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
const components = calendar.getAllSubcomponents();
// Where no entry has a date and no capture is known, a calendar has no moment to stamp anything with: it holds nothing, and a warning says so.
const empty = components.length === 0 && entries.every((e) => e.date === null);
if (!empty) assert.equal(components.length, entries.length);
const text = (s) => (s ?? '').replace(/\r/g, '').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '\ufffd');
const next = { day: (d) => d.setUTCDate(d.getUTCDate() + 1), month: (d) => d.setUTCMonth(d.getUTCMonth() + 1), year: (d) => d.setUTCFullYear(d.getUTCFullYear() + 1) };
(empty ? [] : entries).forEach((e, i) => {
  const c = components[i];
  const value = (name) => c.getFirstPropertyValue(name);
  assert.equal(value('uid'), e.id + '@newstimeline');
  assert.match(value('dtstamp').toString(), /Z$/);
  assert.equal(value('description').trimEnd(), ((e.title ? text(e.title) + '\n\n' : '') + text(e.text)).trimEnd());
  assert(value('summary').length > 0 || e.text.trim() === '');
  const start = value('dtstart');
  if (e.date === null) {
    assert.equal(c.name, 'vjournal');
    assert.equal(start, null);
  } else if (e.time) {
    assert.equal(start.toJSDate().getTime(), e.epoch * 1000);
    assert.equal(start.isDate, false);
    assert.equal(value('dtend') !== null, e.precision === 'hour' || e.end !== null);
    if (e.end !== null) assert.equal(value('dtend').toJSDate().getTime(), Date.parse(e.end));
  } else {
    assert.equal(start.isDate, true, 'not all day');
    assert.equal(start.toString(), e.date);
    const end = new Date((e.end ?? e.date) + 'T00:00:00Z');
    next[e.end === null ? e.precision : 'day'](end); // a span ends with its last day
    assert.equal(value('dtend').toString(), end.toISOString().slice(0, 10));
  }
});
