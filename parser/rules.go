package parser

// A Rule says why a line has its role.
type Rule uint8

const (
	ruleNone Rule = iota
	ruleBlank
	ruleLead
	ruleUnstamped
	ruleNotice
	ruleHeader
	ruleHeaderEntry
	ruleStamp
	ruleInline
	rulePage
	ruleIndex
	ruleDouble
	ruleTitle
	ruleFirst
	ruleGoesOn
	ruleWrapped
	ruleCueStart
	ruleCueGoesOn
	ruleDayFirst
	ruleParagraph
	ruleBlankLine
	ruleDivider
	ruleBullet
	ruleIndent
	ruleRecurring
	ruleControl
	ruleSeparator
	ruleButton
	ruleCredit
	ruleByline
	ruleOtherStamp
	ruleTail
	ruleMarkup
	ruleContained
	ruleOutside
	ruleHead
	ruleFoot
	ruleNumber
	rulePageEdge
)

// ruleTexts are the rules in words.
var ruleTexts = [...]string{
	ruleNone:        "",
	ruleBlank:       "nothing but white space",
	ruleLead:        "above the first entry",
	ruleUnstamped:   "no stamp dates it",
	ruleNotice:      "a short line that says that the feed is over",
	ruleHeader:      "all of the line is a date, and the feed's stamps stand around it",
	ruleHeaderEntry: "all of the line is a date, and a day of entries stands under it",
	ruleStamp:       "all of the line is a stamp of the style that the feed's entries have",
	ruleInline:      "a stamp of the style that the feed's entries have stands in the line",
	rulePage:        "a stamp of the page: labelled, or at its head",
	ruleIndex:       "of a list whose stamps and headlines stand again below, in the feed",
	ruleDouble:      "repeats the stamp beside it",
	ruleTitle:       "a headline with text below it",
	ruleFirst:       "the first text behind a stamp",
	ruleGoesOn:      "between two stamps",
	ruleWrapped:     "goes on with the sentence of the line above",
	ruleCueStart:    "its score says that an entry begins",
	ruleCueGoesOn:   "its score says that the entry goes on",
	ruleDayFirst:    "the first text under a date header",
	ruleParagraph:   "every paragraph is an entry, as asked",
	ruleBlankLine:   "a blank line stands before it",
	ruleDivider:     "a separator stands before it",
	ruleBullet:      "it begins with a bullet",
	ruleIndent:      "it is indented as the first texts of the days are",
	ruleRecurring:   "lines that recur through the feed end the entries above, or begin them",
	ruleControl:     "a control of the page or a credit stands between it and the entry above",
	ruleSeparator:   "marks alone",
	ruleButton:      "a control of the page",
	ruleCredit:      "names a writer or the source of a picture",
	ruleByline:      "a by-line or rubric beside the stamp",
	ruleOtherStamp:  "a stamp, but of another style than the feed's",
	ruleTail:        "behind the feed's end",
	ruleMarkup:      "markup says that it is no text: navigation, a caption, a button, an embedded post",
	ruleContained:   "the first text of its container, which holds one entry",
	ruleOutside:     "in none of the containers that hold the entries",
	ruleHead:        "the same above every stamp",
	ruleNumber:      "it has the next number of those that count the entries",
	rulePageEdge:    "the head or foot of a printed page: the same, but for the number of the page, on all pages",
	ruleFoot:        "ends every entry, or counts something beside what does",
}

// String returns the rule in words.
func (r Rule) String() string { return ruleTexts[r] }
