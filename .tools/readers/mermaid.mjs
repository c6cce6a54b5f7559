// Reads out.mermaid with Mermaid and compares it with out.json, both in the directory of the argument.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>');
Object.assign(globalThis, { window, document: window.document });
const mermaid = (await import('mermaid')).default;
mermaid.initialize({ maxTextSize: 1e9 });

const dir = process.argv[2];
const entries = JSON.parse(fs.readFileSync(dir + '/out.json', 'utf8')).entries;
const source = fs.readFileSync(dir + '/out.mermaid', 'utf8');
await mermaid.parse(source);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
const plain = (s) => s.replace(/ﬂ°°(\d+)¶ß/g, (_, n) => String.fromCodePoint(n));
const events = db.getTasks().flatMap((task) => task.events.map((event) => ({ period: plain(task.task).trim(), section: plain(task.section), event: plain(event) })));
assert.equal(events.length, entries.length);
const letters = (s) => s.replace(/[^\p{L}\p{N}]/gu, '');
entries.forEach((e, i) => {
  if (e.clock) assert(events[i].period.startsWith(e.clock), `${events[i].period} for ${e.clock}`);
  const said = e.title ?? e.text;
  if (!/[\x00-\x1f\x7f-\x9f\ufffd\u2028\u2029]/.test(said.replace(/\n/g, ''))) {
    const begun = letters(events[i].event.replace(/ \([^()]*\)$/, '').replace(/…$/, ''));
    assert(letters(said).startsWith(begun) && (begun !== '' || letters(said) === ''), `${e.seq}: ${begun}`);
  }
});
