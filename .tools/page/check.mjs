// Drives a browser over pages that -f html wrote and the entries that -f json has of the same timeline: node check.mjs DIR, with out.html
// and out.json in DIR. It fails with what is wrong.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { chromium } from "playwright-core"

const dir = process.argv[2]
const address = pathToFileURL(resolve(dir, "out.html")).href
const { entries } = JSON.parse(readFileSync(resolve(dir, "out.json"), "utf8"))
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM,
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
})

// open opens the page and has all that goes wrong collected: errors, what the policy refuses, requests for anything but the file.
async function open(options) {
	const page = await (await browser.newContext(options)).newPage()
	const wrong = []
	page.on("console", m => { if (m.type() === "error" || m.type() === "warning") wrong.push(m.text()) })
	page.on("pageerror", e => wrong.push(String(e)))
	page.on("dialog", d => { wrong.push("dialog: " + d.message()); d.dismiss() })
	page.on("request", r => { if (r.url() !== address && !r.url().startsWith(address + "#")) wrong.push("request: " + r.url()) })
	await page.goto(address)
	return { page, wrong }
}

const shown = page => page.locator("main article:visible").count()
const drawn = page => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
const fold = s => s.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()

// Without scripts everything is there to read, and no control that does nothing.
{
	const { page, wrong } = await open({ javaScriptEnabled: false })
	assert.equal(await page.locator("main article").count(), entries.length, "articles")
	assert.equal(await shown(page), entries.length, "articles to be seen without scripts")
	for (const id of ["tools", "theme"]) assert.equal(await page.locator("#" + id).isVisible(), false, id + " without scripts")
	assert.deepEqual(wrong, [], "without scripts")
}

const { page, wrong } = await open({ viewport: { width: 1400, height: 1000 }, colorScheme: "light" })

// The page has the parts that readers of screens go by.
for (const part of ["main", "header", "footer", "h1"]) assert.ok(await page.locator(part).count() > 0, part)
assert.equal(await page.locator("h1").count(), 1, "one h1")
assert.ok(await page.getAttribute("html", "lang") !== null, "language")

// Each entry can be linked to by its id, and says its time to programs no more exactly than its feed does.
for (const e of entries.slice(0, 20)) {
	const article = page.locator(`article[id$="${e.id}"]`)
	assert.equal(await article.count(), 1, "link to " + e.id)
	const time = article.locator("time")
	if (e.clock) assert.match(await time.first().getAttribute("datetime"), e.date ? /^\d{4}-\d\d-\d\dT\d\d:\d\d/ : /^\d\d:\d\d/, "clock of " + e.id)
	else assert.equal(await time.count(), 0, "an invented clock of " + e.id)
}

// Structured data is JSON, and lists what is on the page.
const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent())
assert.equal(data["@type"], "LiveBlogPosting")
assert.equal(data.liveBlogUpdate.length, entries.filter(e => (e.title ?? "").trim() || e.text.trim()).length, "updates in the structured data")

if (entries.length > 1) {
	// Search shows what has all words, and only that.
	const words = fold(entries[1].text || entries[1].title).match(/[\p{L}\p{N}]{4,}/gu)
	if (words) {
		const word = words[0]
		await page.fill("#query", word)
		await drawn(page)
		const want = await page.evaluate(w => [...document.querySelectorAll("main article")].filter(a =>
			[...a.querySelectorAll(".text, .author, .source")].some(e => e.textContent.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().includes(w))).length, word)
		const got = await page.evaluate(() => [...document.querySelectorAll("main article")].filter(a => !a.hidden).length)
		assert.ok(got > 0 && got === want, `search for ${word}: ${got} of ${want}`)
		await page.fill("#query", "no such words 48151623")
		await drawn(page)
		assert.equal(await page.evaluate(() => [...document.querySelectorAll("main article")].filter(a => !a.hidden).length), 0, "search for nothing")
		assert.ok(await page.locator("#none").isVisible(), "it says that nothing matches")

		// A link to an entry that is filtered away shows it.
		await page.evaluate(id => { location.hash = id }, await page.locator("main article").first().getAttribute("id"))
		await page.waitForFunction(() => document.querySelector("#query").value === "")
		assert.ok(await page.locator("main article").first().isVisible(), "a linked entry is shown")
	}
	// One day shows its entries.
	const days = await page.locator("#day option").count()
	if (days > 2) {
		const first = await page.locator("section.day").first().locator("article").count()
		await page.selectOption("#day", { index: 1 })
		assert.equal(await page.evaluate(() => [...document.querySelectorAll("section.day")].filter(s => !s.hidden).length), 1, "one day")
		assert.equal(await page.evaluate(() => [...document.querySelectorAll("section.day:not([hidden]) article")].filter(a => !a.hidden).length), first, "its entries")
		await page.selectOption("#day", "")
	}
	// The jump goes to a day.
	if (await page.locator("#jump").isVisible()) {
		const last = await page.locator("#jump").getAttribute("max")
		await page.fill("#jump", last)
		await page.locator("#jump").dispatchEvent("change")
		await page.waitForFunction(d => [...document.querySelectorAll("section.day")].find(s => s.querySelector("h2 time")?.dateTime === d)
			.getBoundingClientRect().top < innerHeight, last) // scrolling may be smooth
	}
	// The theme is the reader's.
	const before = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
	await page.click("#theme")
	assert.notEqual(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), before, "theme")
}

// A telephone shows all of it without scrolling sideways.
await page.setViewportSize({ width: 400, height: 800 })
assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than a telephone")
if (process.argv[3]) {
	for (const width of [400, 1400]) for (const colorScheme of ["light", "dark"]) {
		const { page } = await open({ viewport: { width, height: 1000 }, colorScheme })
		await page.screenshot({ path: `${process.argv[3]}-${width}-${colorScheme}.png` })
	}
}
assert.deepEqual(wrong, [], "with scripts")
await browser.close()
