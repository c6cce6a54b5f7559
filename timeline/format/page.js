
// What a page can do beside being read: search, show one day or source, jump to a date, choose its colours. Without scripts none of it is
// missed: the markup has everything. Nothing leaves the page, and nothing is written into it as markup.
"use strict"
{
	const root = document.documentElement
	const dark = matchMedia("(prefers-color-scheme: dark)")
	let theme = null
	try { theme = localStorage.getItem("theme") } catch {} // a browser may refuse; then the choice lasts as long as the page
	if (theme === "dark" || theme === "light") root.dataset.theme = theme // now, before anything is drawn

	addEventListener("DOMContentLoaded", () => {
		const at = id => document.getElementById(id)
		const tools = at("tools"), query = at("query"), day = at("day"), source = at("source"), jump = at("jump")
		const sections = [...document.querySelectorAll("section.day")].map(element => {
			const heading = element.querySelector("h2"), time = heading.querySelector("time")
			return { element, heading, date: time ? time.dateTime : "", articles: [...element.querySelectorAll("article")] }
		})
		const articles = sections.flatMap(s => s.articles)

		// fold makes texts comparable: no capitals, no accents.
		const fold = s => s.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()

		// texts are what a search looks at, folded once, when the first search begins.
		let texts = null
		const text = i => {
			texts ??= articles.map(a => fold([...a.querySelectorAll(".text, .author, .source")].map(e => e.textContent).join("\n")))
			return texts[i]
		}

		// terms are the words of a search; "words in quotes" are one.
		const terms = () => [...fold(query.value).matchAll(/"([^"]+)"?|[^\s"]+/g)].map(m => (m[1] ?? m[0]).trim()).filter(Boolean)

		// filter shows what matches all that is asked for, and says how much that is.
		const filter = () => {
			const words = terms()
			let shown = 0, i = 0
			for (const s of sections) {
				const ofDay = !day.value || day.value === s.heading.id
				let any = false
				for (const a of s.articles) {
					const show = ofDay && (!source || !source.value || source.value === a.dataset.source) && words.every(w => text(i).includes(w))
					if (a.hidden === show) a.hidden = !show
					if (show) { shown++; any = true }
					i++
				}
				if (s.element.hidden === any) s.element.hidden = !any
			}
			at("none").hidden = shown > 0 || articles.length === 0
			at("status").textContent = shown === articles.length ? "" : at("status").dataset.of.replace("#", shown).replace("$", articles.length)
			draw(shown)
			highlight(words)
		}

		// draw lowers each bar to what is shown of it; a ghost keeps its full height.
		const bars = [...document.querySelectorAll(".histogram a")]
		const draw = shown => {
			if (!bars.length) return
			const counts = new Map()
			for (const a of articles) if (!a.hidden) counts.set(a.dataset.bar, (counts.get(a.dataset.bar) ?? 0) + 1)
			for (const bar of bars) {
				const rect = bar.querySelector(".all")
				let ghost = bar.querySelector(".ghost")
				if (!ghost) {
					if (shown === articles.length) continue
					ghost = rect.cloneNode()
					ghost.setAttribute("class", "ghost")
					rect.before(ghost)
				}
				const foot = +ghost.getAttribute("y") + +ghost.getAttribute("height")
				const height = ghost.getAttribute("height") * (counts.get(bar.dataset.bar) ?? 0) / bar.dataset.entries
				rect.setAttribute("height", height)
				rect.setAttribute("y", foot - height)
			}
		}

		// highlight marks the words that were found, without a change to the document. Marks beyond a few thousand help nobody.
		const most = 3000
		const highlight = words => {
			if (!globalThis.Highlight) return
			CSS.highlights.delete("found")
			const ranges = []
			for (const a of words.length ? articles : []) {
				if (a.hidden) continue
				const walker = document.createTreeWalker(a.querySelector(".text"), NodeFilter.SHOW_TEXT)
				while (walker.nextNode() && ranges.length < most) mark(walker.currentNode, words, ranges)
				if (ranges.length >= most) break
			}
			if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges))
		}

		// mark adds the places of some words in a node. Folding can change lengths, so each folded sign remembers where it came from.
		const mark = (node, words, ranges) => {
			let folded = "", from = []
			let place = 0
			for (const sign of node.data) {
				for (const unit of fold(sign).split("")) { folded += unit; from.push(place) }
				place += sign.length
			}
			from.push(place)
			for (const word of words) {
				for (let i = folded.indexOf(word); i >= 0 && ranges.length < most; i = folded.indexOf(word, i + word.length)) {
					const range = new Range()
					range.setStart(node, from[i])
					range.setEnd(node, from[i + word.length])
					ranges.push(range)
				}
			}
		}

		// The address holds what is searched and chosen, #q=ferry&day=2025-08-16, so that it can be shared; ?q=ferry will do, too.
		const isAsked = () => location.hash.includes("=")
		const restore = () => {
			const asked = new URLSearchParams(isAsked() ? location.hash.slice(1) : location.search)
			query.value = asked.get("q") ?? ""
			choose(day, o => o.value === asked.get("day"))
			if (source) choose(source, o => o.textContent === asked.get("source"))
		}
		const choose = (list, is) => { list.value = [...list.options].find(o => o.value && is(o))?.value ?? "" }
		const remember = (from) => {
			if (from !== location.hash) return // a link was followed meanwhile
			const asked = new URLSearchParams()
			if (query.value.trim()) asked.set("q", query.value.trim())
			if (day.value) asked.set("day", day.value)
			if (source && source.value) asked.set("source", source.selectedOptions[0].textContent)
			const words = asked.toString()
			if (!words && !isAsked() && !location.search) return // a link to an entry stays
			try { history.replaceState(null, "", location.pathname + (words || isAsked() ? "#" + words : "")) } catch {} // a browser may refuse
		}
		let remembering = 0
		const refresh = () => {
			filter()
			clearTimeout(remembering)
			remembering = setTimeout(remember, 300, location.hash) // browsers refuse many changes of the address at once
		}

		// clear shows everything.
		const clear = () => {
			query.value = day.value = ""
			if (source) source.value = ""
			refresh()
		}

		// reach scrolls to an element. What was never near the screen has only a guessed height, so that the place moves on the way there.
		const reach = (element, again = 10) => {
			element.scrollIntoView()
			if (again > 0) requestAnimationFrame(() => reach(element, again - 1))
		}

		// A link to an entry that is filtered away shows it.
		const reveal = () => {
			if (isAsked()) {
				restore()
				filter()
				return
			}
			const target = location.hash && at(decodeURIComponent(location.hash.slice(1)))
			if (!target || !target.closest("main")) return
			if (!target.checkVisibility()) clear()
			reach(target)
		}

		// The list of days is the one that is there without scripts.
		for (const item of document.querySelectorAll("#days li")) {
			const link = item.querySelector("a"), option = document.createElement("option")
			option.value = link.getAttribute("href").slice(1)
			option.textContent = link.textContent + " (" + item.querySelector("span").textContent + ")"
			day.append(option)
		}
		const dates = sections.map(s => s.date).filter(d => /^\d{4}-\d\d-\d\d$/.test(d)).sort()
		jump.min = dates[0] ?? ""
		jump.max = dates.at(-1) ?? ""
		day.parentElement.hidden = sections.length < 2
		jump.parentElement.hidden = dates.length < 2
		if (at("days")) at("days").hidden = true

		let waiting = 0
		query.addEventListener("input", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(refresh) })
		query.addEventListener("keydown", e => { if (e.key === "Escape") { query.value = ""; refresh() } })
		day.addEventListener("change", refresh)
		source?.addEventListener("change", refresh)
		tools.addEventListener("submit", e => e.preventDefault())
		jump.addEventListener("change", () => {
			if (!jump.value) return
			const later = sections.filter(s => s.date && s.date >= jump.value).sort((a, b) => a.date < b.date ? -1 : 1)
			const target = later[0] ?? sections.filter(s => s.date).at(-1)
			if (!target) return
			if (target.element.hidden) clear()
			reach(target.element)
		})
		addEventListener("hashchange", reveal)

		// The bars of the histogram are one stop of the keyboard; its arrows go from bar to bar.
		const stop = bar => { for (const b of bars) b.setAttribute("tabindex", b === bar ? "0" : "-1") }
		const chart = document.querySelector(".histogram svg")
		chart?.addEventListener("keydown", e => {
			const at = bars.indexOf(e.target.closest("a"))
			const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[e.key]
			if (to === undefined || !bars[to]) return
			e.preventDefault()
			stop(bars[to])
			bars[to].focus()
		})
		if (bars.length) stop(bars[0])

		// The theme is that of the system until the button is pressed.
		const button = at("theme")
		const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : dark.matches
		const label = () => {
			const words = button.dataset
			button.textContent = isDark() ? words.light : words.dark
			button.setAttribute("aria-label", words.colours + ": " + button.textContent)
		}
		button.addEventListener("click", () => {
			root.dataset.theme = isDark() ? "light" : "dark"
			try { localStorage.setItem("theme", root.dataset.theme) } catch {}
			label()
		})
		dark.addEventListener("change", label)
		label()

		// What is folded is printed in full.
		addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details")) d.open = true })

		tools.hidden = articles.length === 0
		button.hidden = false
		restore()
		if (query.value || day.value || source?.value) filter()
	})
}
