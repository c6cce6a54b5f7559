// Opens out.html in Chromium, as its readers would, and compares it with out.json: with scripts, without them, in both colours, wide and
// narrow. The first argument is the browser, the others are the directories of the two files.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [, , executablePath, ...dirs] = process.argv;
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

for (const dir of dirs) {
  try {
    await read(dir);
  } catch (e) {
    console.log(dir + ': ' + e.stack);
    process.exitCode = 1;
  }
}
await browser.close();

// eventually has a check repeated until it holds: a page that scrolls or draws takes the time that the machine has for it.
async function eventually(check) {
  for (const end = Date.now() + 30_000; ; await new Promise((done) => setTimeout(done, 50))) {
    try {
      return await check();
    } catch (wrong) {
      if (Date.now() > end) throw wrong;
    }
  }
}

async function read(dir) {
  const { entries, sources } = JSON.parse(fs.readFileSync(dir + '/out.json', 'utf8'));
  const address = 'file://' + dir + '/out.html';

  // open returns the page, and complains of whatever it says or asks for.
  async function open(options) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints = [];
    page.on('console', (m) => complaints.push('console: ' + m.text()));
    page.on('pageerror', (e) => complaints.push('error: ' + e));
    page.on('dialog', (d) => { complaints.push('dialog: ' + d.message()); d.dismiss(); });
    page.on('request', (r) => { if (r.url().split(/[?#]/)[0] !== address && !r.url().startsWith('data:,')) complaints.push('request: ' + r.url().slice(0, 100)); });
    await page.goto(address);
    return { page, close: async () => { assert.deepEqual(complaints, []); await context.close(); } };
  }

  const shown = (page) => page.$$eval('article', (all) => all.filter((a) => a.checkVisibility()).map((a) => a.id));
  const ids = entries.map((e) => e.id);

  // visible is what of a feed can be seen: no white space, no controls, nothing invisible.
  const visible = (s) => (s ?? '').replace(/\x1b\][^\x07\x1b]*(\x07|\x1b\\)?|[\x1b\x9b]\[?[0-9;]*[A-Za-z]?/g, '').replace(/[\s\p{Cc}\p{Cf}\ufffd]/gu, '');

  { // With scripts off all is there, and nothing that would need them.
    const { page, close } = await open({ javaScriptEnabled: false });
    assert.deepEqual(await page.locator('#tools:visible, #theme:visible').count(), 0);
    await close();
  }

  {
    const { page, close } = await open({ viewport: { width: 1400, height: 900 }, colorScheme: 'light' });
    assert.deepEqual(await shown(page), ids);
    const clean = await page.evaluate(() => ({
      scripts: document.scripts.length, styles: document.styleSheets.length, media: document.querySelectorAll('img, iframe, object, embed, video, audio, base, template').length,
      handlers: [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on') || a.name === 'style')).length,
      ids: [...document.querySelectorAll('[id]')].map((e) => e.id), data: document.querySelector('script[type="application/ld+json"]').textContent,
      landmarks: ['header', 'main', 'footer', 'form[role=search]', 'a.skip', 'h1'].map((s) => document.querySelectorAll('body > ' + s + ', body > header > ' + s).length),
      times: [...document.querySelectorAll('article')].map((a) => a.querySelector('time')?.dateTime ?? a.closest('section').querySelector('h2 time')?.dateTime ?? ''),
      texts: [...document.querySelectorAll('article .text')].map((e) => e.textContent),
    }));
    assert.equal(clean.scripts, 2); // ours and the data
    assert.equal(clean.styles, 1);
    assert.equal(clean.media, 0);
    assert.equal(clean.handlers, 0);
    assert.equal(new Set(clean.ids).size, clean.ids.length, 'an id stands twice');
    assert(clean.landmarks.every((n) => n === 1), 'landmarks: ' + clean.landmarks);
    entries.forEach((e, i) => {
      const words = visible(e.title) + visible(e.text);
      if (!/[\x1b\x80-\x9f]/.test(e.text)) assert.equal(visible(clean.texts[i]), words, e.id); // escape sequences go as a whole
      const told = clean.times[i];
      if (e.precision === null) assert.equal(told, '');
      else if (e.clock === null) assert.equal(told, e.date.slice(0, { day: 10, month: 7, year: 4 }[e.precision]));
      else if (e.date === null) assert.equal(told, e.clock);
      else if (e.inferred.includes('zone')) assert.equal(told, e.date + 'T' + e.clock);
      else assert.equal(Date.parse(told), e.epoch * 1000, told);
    });

    // The data for search engines is JSON, and has each update that says something.
    const posting = JSON.parse(clean.data);
    assert.equal(posting['@type'], 'LiveBlogPosting');
    assert(!clean.data.includes('+0000') || entries.some((e) => e.text.includes('+0000')));
    assert.deepEqual(posting.liveBlogUpdate.map((u) => u['@id'].slice(1)), entries.filter((e) => visible(e.title) + visible(e.text) !== '').map((e) => e.id));
    assert.equal('coverageEndTime' in posting, sources.length > 0 && sources.every((s) => s.ended) && entries.some((e) => e.date !== null));
    assert.deepEqual(await broken(page), []);
    if (entries.length < 1000) assert.deepEqual(await barriers(page), []);

    // The histogram is one stop of the keyboard, and the arrows go from bar to bar.
    const bars = await page.locator('.histogram a').count();
    if (bars > 1) {
      assert.equal(await page.locator('.histogram a[tabindex="0"]').count(), 1);
      await page.focus('.histogram a[tabindex="0"]');
      await page.keyboard.press('ArrowRight');
      const at = () => page.evaluate(() => [...document.querySelectorAll('.histogram a')].indexOf(document.activeElement));
      assert.equal(await at(), 1);
      await page.keyboard.press('End');
      assert.equal(await at(), bars - 1);
      await page.keyboard.press('ArrowRight');
      assert.equal(await at(), bars - 1, 'there is nothing behind the last bar');
    }

    if (entries.length > 0) {
      // A search finds what holds all its words, whatever their case and accents.
      const words = (entries.at(-1).text || entries.at(-1).title).match(/[\p{L}\p{M}]{4,}/gu)?.slice(0, 2) ?? [];
      const fold = (s) => (s ?? '').normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
      await page.fill('#query', words.join(' ').toUpperCase());
      const names = sources.map((s) => s.name.split('/').at(-1));
      const want = entries.filter((e) => {
        const text = fold([e.title, e.text, e.author, sources.length > 1 ? names[sources.findIndex((s) => s.name === e.source)] : ''].join('\n'));
        return words.every((w) => text.includes(fold(w)));
      });
      if (words.length) {
        await eventually(async () => assert.deepEqual(await shown(page), want.map((e) => e.id)));

        // The address holds the search: whoever opens it sees the same; and a server may be asked with ?q=.
        await eventually(async () => assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('q'), words.join(' ').toUpperCase()));
        for (const shared of entries.length < 1000 ? [page.url(), address + '?q=' + encodeURIComponent(words.join(' '))] : []) {
          const other = await page.context().newPage();
          await other.goto(shared);
          await eventually(async () => assert.deepEqual(await shown(other), want.map((e) => e.id)));
          await other.close();
        }
        await page.evaluate((id) => { location.hash = id; }, want[0].id); // a link to an entry is no search
        await eventually(async () => assert.deepEqual(await shown(page), want.map((e) => e.id)));
      }
      await page.fill('#query', 'no feed says this xyzzy');
      await eventually(async () => assert.deepEqual(await shown(page), []));
      assert(await page.isVisible('#none'));
      await page.press('#query', 'Escape');
      await eventually(async () => assert.deepEqual(await shown(page), ids));

      // A link to an entry that is filtered away shows it.
      await page.fill('#query', 'no feed says this xyzzy');
      await eventually(async () => assert.deepEqual(await shown(page), []));
      await page.evaluate(() => { location.hash = ''; }); // else a link to the entry that was linked last would change nothing
      await page.evaluate((id) => { location.hash = id; }, ids.at(-1));
      await eventually(async () => assert(await page.isVisible('[id="' + ids.at(-1) + '"]')));

      const days = await page.$$eval('#day option', (all) => all.map((o) => o.value));
      if (days.length > 2) {
        await page.selectOption('#day', days.at(-1));
        assert.deepEqual(await shown(page), await page.$$eval('section.day:last-of-type article', (all) => all.map((a) => a.id)));
        await page.selectOption('#day', '');
      }
      if (sources.length > 1) {
        await page.selectOption('#source', '1');
        assert.deepEqual(await shown(page), entries.filter((e) => e.source === sources[0].name).map((e) => e.id));
        await page.selectOption('#source', '');
      }
      if (await page.isVisible('#jump')) {
        const last = await page.getAttribute('#jump', 'max');
        await page.fill('#jump', last);
        await eventually(async () => assert(await page.$eval('[id="' + last + '"]', (e) => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }), 'jump to ' + last));
      }
    }
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    await eventually(async () => { // a click is lost where the page still scrolls
      if (await theme() !== 'dark') await page.click('#theme');
      assert.equal(await theme(), 'dark');
    });
    assert.deepEqual(await broken(page), []);
    await close();
  }

  { // A narrow screen does not scroll sideways.
    const { page, close } = await open({ viewport: { width: 400, height: 800 }, colorScheme: 'dark' });
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the screen');
    assert.deepEqual(await broken(page), []);
    await close();
  }
}

// barriers returns what axe finds that keeps people out.
async function barriers(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map((v) => v.id + ': ' + v.nodes[0].html.slice(0, 200) + ' ' + v.nodes[0].failureSummary);
}

// broken returns what is hard to read: text whose contrast to what it stands on is less than 4.5, or controls without a name.
function broken(page) {
  return page.evaluate(() => {
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgb = (color) => { probe.clearRect(0, 0, 1, 1); probe.fillStyle = color; probe.fillRect(0, 0, 1, 1); return [...probe.getImageData(0, 0, 1, 1).data]; };
    const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
    const wrong = [];
    const seen = new Set();
    for (const e of document.querySelectorAll('body *')) {
      const style = getComputedStyle(e);
      const key = e.tagName + e.className + e.parentElement.className + style.color;
      if (seen.has(key) || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || e.closest('svg, script') || !e.checkVisibility()) continue;
      seen.add(key);
      const [a, b] = [light(rgb(style.color)), light(ground(e))].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      if (ratio < 4.5) wrong.push(e.outerHTML.slice(0, 80) + ' ' + ratio.toFixed(2));
    }
    for (const e of document.querySelectorAll('input, select')) if (!e.labels?.length && e.checkVisibility()) wrong.push(e.outerHTML);
    return wrong;
  });
}
