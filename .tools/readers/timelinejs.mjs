// Reads out.timelinejs and out.timelinejs-csv with the code of TimelineJS and compares them with out.json, all in the directory of the
// argument.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { register } from 'node:module';
import { JSDOM } from 'jsdom';

if (!globalThis.window) register('./extensionless.mjs', import.meta.url); // each.mjs comes here again and again
const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/' });
for (const name of ['window', 'document', 'navigator', 'location', 'DOMParser', 'getComputedStyle', 'XMLHttpRequest', 'Node', 'Element', 'HTMLElement']) {
  Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true, writable: true });
}
const core = '@knight-lab/timelinejs/src/js/core/';
const { TimelineConfig } = await import(core + 'TimelineConfig.js');
const { readCSVFromURL } = await import(core + 'ConfigFactory.js');

const dir = process.argv[2];
const read = (name) => fs.readFileSync(dir + '/' + name, 'utf8');
const dated = JSON.parse(read('out.json')).entries.filter((e) => e.date !== null);
// TimelineJS knows no zones and orders by what it is told: all in the offset that most clocks have, the first of equals.
const offset = (e) => (Date.parse(e.date + 'T' + e.clock + 'Z') - e.epoch * 1000) / 1000;
const counts = new Map();
for (const e of dated) if (e.clock) counts.set(offset(e), (counts.get(offset(e)) ?? 0) + 1);
let common = 0;
for (const e of dated) if (e.clock && counts.get(offset(e)) > (counts.get(common) ?? 0)) common = offset(e);
window.fetch = async () => ({ status: 200, ok: true, text: async () => read('out.timelinejs-csv') });
const html = (s) => { const d = window.document.createElement('div'); d.innerHTML = s; return d.textContent; };
const letters = (s) => s.replace(/[^\p{L}\p{N}]/gu, '');

for (const json of [JSON.parse(read('out.timelinejs')), await readCSVFromURL('http://localhost/out.csv')]) {
  assert.equal(json.events.length, dated.length);
  dated.forEach((e, i) => {
    const slide = json.events[i], d = slide.start_date;
    const told = [d.year, d.month, d.day, d.hour, d.minute].map((n) => (n === undefined || n === '' ? undefined : Number(n)));
    const shown = e.clock ? new Date((e.epoch + common) * 1000).toISOString().slice(0, 16) : e.date;
    if (e.clock) assert(slide.display_date.includes(e.clock + (e.zone ? ' ' + e.zone.split('/').at(-1).replaceAll('_', ' ') : '')), slide.display_date);
    const want = shown.split(/[-T:]/).map(Number);
    if (e.precision === 'year') want.length = 1;
    if (e.precision === 'month') want.length = 2;
    while (told.length > want.length && !told[told.length - 1]) told.pop(); // the spreadsheet reads 9 pm as 21:00
    if (e.precision === 'hour') want.length = told.length = 4;
    assert.deepEqual(told, want.slice(0, told.length), `entry ${e.seq}`);
    assert(told.length >= { year: 1, month: 2, day: 3, hour: 4, minute: 4, second: 4 }[e.precision] || e.clock?.startsWith('00:00'));
    if (!/[\x00-\x1f\x7f-\x9f\ufffd]/.test((e.title + e.text).replace(/\n/g, ''))) {
      const headline = letters(html(slide.text.headline ?? '')), text = letters(html(slide.text.text ?? ''));
      assert(headline !== '' || letters(e.text) === '', `${e.seq}: no headline`);
      if (e.title) assert.equal(headline, letters(e.title));
      const all = letters(e.text); // without a title it opens the text, which says it again only where it was cut
      assert(text.startsWith(all) && (e.title || all.startsWith(headline)) || !e.title && (headline + text).startsWith(all), `${e.seq}: ${headline} / ${text.slice(0, 200)}`);
    }
    assert(!/<(?!\/?p>|a href="https?:|\/a>)/.test(slide.text.text ?? ''), 'markup of a feed');
  });
  if (dated.length > 0) {
    const config = new TimelineConfig(json);
    config.validate();
    assert(config.isValid(), config.getErrors('; '));
    assert.equal(config.events.length, dated.length);
  }
}
