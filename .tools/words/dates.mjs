// Writes parser/tongue/dates.tsv: how dates are written in each language, as Node.js knows it from the Unicode CLDR by ECMAScript's Intl: the
// patterns of a day with its weekday, of a day, of a month with its year, of a day without its year, of days in one month and in one year, then the
// names of months within a date and by themselves, and of weekdays from Monday on. W, d, M and y in braces stand for the parts.
//
//	node dates.mjs > ../../parser/tongue/dates.tsv
const languages = (
  "de fr es it pt nl ru uk pl cs tr sv da nb nn fi ro hu el ca gl eu et lv lt sk sl be bg mk sr hr bs sq is ga cy af ar fa he ur hi bn mr gu ta te kn " +
  "ml pa ne th vi id ms fil ko ja zh zh-Hant hy ka az kk uz sw"
).split(" ");
const utc = { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
const day = { day: "numeric", month: "long", year: "numeric" };
const letters = { weekday: "W", day: "d", month: "M", year: "y" };
const clean = (s) => s.replace(/[\u200e\u200f\u061c]/g, "").replace(/[\u00a0\u202f\u2009]/g, " ");

// pattern returns parts of a date with their letters in place of the values.
function pattern(parts) {
  let end = "";
  return clean(parts.map((p) => {
    if (!(p.type in letters)) return p.value;
    end = p.source === "endRange" ? "2" : "";
    return "{" + letters[p.type] + end + "}";
  }).join(""));
}

// range returns the pattern of two dates; "" where the names of months are others than in a date by itself, for lack of them.
function range(f, from, to) {
  const parts = f.formatRangeToParts(from, to);
  const own = f.formatToParts(from).find((p) => p.type === "month").value;
  return parts.filter((p) => p.type === "year").length > 1 || parts.find((p) => p.type === "month").value !== own ? "" : pattern(parts);
}

const format = (language, options) => new Intl.DateTimeFormat(language, { ...options, ...utc });
const part = (f, date, type) => clean(f.formatToParts(date).find((p) => p.type === type).value);
const date = (month, n) => new Date(Date.UTC(2024, month, n));

// English is written as the program always did, whatever the country.
const english = new Intl.DateTimeFormat("en-GB", { month: "long", ...utc });
const weekdays = new Intl.DateTimeFormat("en-GB", { weekday: "long", ...utc });
const names = [...Array(12).keys()].map((m) => english.format(date(m, 16))).join("|");
console.log(["en", "{W}, {d} {M} {y}", "{d} {M} {y}", "{M} {y}", "{d} {M}", "{d}–{d2} {M} {y}", "{d} {M} – {d2} {M2} {y}", names, names,
  [1, 2, 3, 4, 5, 6, 7].map((n) => weekdays.format(date(0, n))).join("|")].join("\t"));

for (const language of languages) {
  const long = format(language, day), full = format(language, { ...day, weekday: "long" });
  const month = format(language, { month: "long", year: "numeric" }), bare = format(language, { day: "numeric", month: "long" });
  const months = [...Array(12).keys()];
  console.log([
    language,
    ...[full, long, month, bare].map((f) => pattern(f.formatToParts(date(7, 16)))),
    range(long, date(7, 15), date(7, 16)),
    range(long, date(6, 15), date(7, 16)),
    months.map((m) => part(long, date(m, 16), "month")).join("|"),
    months.map((m) => part(month, date(m, 16), "month")).join("|"),
    [1, 2, 3, 4, 5, 6, 7].map((n) => part(full, date(0, n), "weekday")).join("|"), // 1 January 2024 was a Monday
  ].join("\t"));
}
