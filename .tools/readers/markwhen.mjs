// Reads out.markwhen with the parser of Markwhen and compares it with out.json, both in the directory of the argument.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { isEvent, iter, parse } from '@markwhen/parser';

const dir = process.argv[2];
const entries = JSON.parse(fs.readFileSync(dir + '/out.json', 'utf8')).entries;
const dated = entries.filter((e) => e.date !== null);
const read = parse(fs.readFileSync(dir + '/out.markwhen', 'utf8'));
assert.deepEqual(read.parseMessages, []);
assert.equal((read.header.undated ?? []).length, entries.length - dated.length);
const events = [...iter(read.events)].map(({ eventy }) => eventy).filter(isEvent);
assert.equal(events.length, dated.length);
const plain = (s) => s.replace(/\\([#\[%\-*/>])/g, '$1').replace(/^\\/, '').replace(/&#33;/g, '!');
const letters = (s) => s.replace(/[^\p{L}\p{N}]/gu, '');
const next = { second: () => {}, minute: () => {}, hour: (d) => d.setUTCHours(d.getUTCHours() + 1), day: (d) => d.setUTCDate(d.getUTCDate() + 1), month: (d) => d.setUTCMonth(d.getUTCMonth() + 1), year: (d) => d.setUTCFullYear(d.getUTCFullYear() + 1) };
dated.forEach((e, i) => {
  const event = events[i];
  const from = new Date(e.time ?? e.date + 'T00:00:00Z'), to = new Date(from);
  next[e.precision](to);
  assert.equal(new Date(event.dateRangeIso.fromDateTimeIso).getTime(), from.getTime(), e.seq);
  assert.equal(new Date(event.dateRangeIso.toDateTimeIso).getTime(), to.getTime(), e.seq);
  assert.deepEqual([event.tags, event.id, event.completed, event.percent, event.properties], [[], undefined, undefined, undefined, {}]);
  // Escape sequences and invisible characters are taken out on purpose, so letters are compared where there are none.
  const said = (e.title ?? '') + e.text;
  if (!/[\x00-\x1f\x7f-\x9f\ufffd\u2028\u2029]/.test(said.replace(/\n/g, ''))) {
    const shown = [event.firstLine.restTrimmed, ...event.supplemental.map((s) => s.raw ?? '')].map(plain).join('');
    assert(letters(shown).includes(letters(said)), `${e.seq}: ${shown.slice(0, 300)} | ${said.slice(0, 300)}`);
  }
});
