package feed

// A Rule says why a line has its role.
type Rule uint8

const (
	RuleNone Rule = iota
	RuleBlank
	RuleLead
	ruleUnstamped
	RuleNotice
	RuleHeader
	RuleHeaderEntry
	RuleStamp
	ruleInline
	RulePage
	RuleIndex
	RuleDouble
	RuleTitle
	RuleFirst
	RuleGoesOn
	RuleWrapped
	RuleCueStart
	RuleCueGoesOn
	RuleDayFirst
	RuleParagraph
	RuleBlankLine
	RuleDivider
	RuleBullet
	RuleIndent
	RuleRecurring
	RuleControl
	RuleSeparator
	RuleButton
	RuleCredit
	RuleByline
	RuleOtherStamp
	RuleTail
	RuleMarkup
	RuleContained
	RuleOutside
	RuleHead
	RuleFoot
	RuleNumber
	RulePageEdge
	RuleRecord
	RuleRecordGoesOn
	RuleRecordTitle
	RuleRecordTime
	RuleBadTime
)

// ruleTexts are the rules in words.
var ruleTexts = [...]string{
	RuleNone:         "",
	RuleBlank:        "nothing but white space",
	RuleLead:         "above the first entry",
	ruleUnstamped:    "no stamp dates it",
	RuleNotice:       "a short line that says that the feed is over",
	RuleHeader:       "all of the line is a date, and the feed's stamps stand around it",
	RuleHeaderEntry:  "all of the line is a date, and a day of entries stands under it",
	RuleStamp:        "all of the line is a stamp of the style that the feed's entries have",
	ruleInline:       "a stamp of the style that the feed's entries have stands in the line",
	RulePage:         "a stamp of the page: labelled, or at its head",
	RuleIndex:        "of a list whose stamps and headlines stand again below, in the feed",
	RuleDouble:       "repeats the stamp beside it",
	RuleTitle:        "a headline with text below it",
	RuleFirst:        "the first text behind a stamp",
	RuleGoesOn:       "between two stamps",
	RuleWrapped:      "goes on with the sentence of the line above",
	RuleCueStart:     "its score says that an entry begins",
	RuleCueGoesOn:    "its score says that the entry goes on",
	RuleDayFirst:     "the first text under a date header",
	RuleParagraph:    "every paragraph is an entry, as asked",
	RuleBlankLine:    "a blank line stands before it",
	RuleDivider:      "a separator stands before it",
	RuleBullet:       "it begins with a bullet",
	RuleIndent:       "it is indented as the first texts of the days are",
	RuleRecurring:    "lines that recur through the feed end the entries above, or begin them",
	RuleControl:      "a control of the page or a credit stands between it and the entry above",
	RuleSeparator:    "marks alone",
	RuleButton:       "a control of the page",
	RuleCredit:       "names a writer or the source of a picture",
	RuleByline:       "a by-line or rubric beside the stamp",
	RuleOtherStamp:   "a stamp, but of another style than the feed's",
	RuleTail:         "behind the feed's end",
	RuleMarkup:       "markup says that it is no text: navigation, a caption, a button, an embedded post",
	RuleContained:    "the first text of its container, which holds one entry",
	RuleOutside:      "in none of the containers that hold the entries",
	RuleHead:         "the same above every stamp",
	RuleNumber:       "it has the next number of those that count the entries",
	RulePageEdge:     "the head or foot of a printed page: the same, but for the number of the page, on all pages",
	RuleRecord:       "the first text of its record, which is one entry",
	RuleRecordGoesOn: "further text of its record",
	RuleRecordTitle:  "the title of its record",
	RuleRecordTime:   "the time of its record",
	RuleBadTime:      "the time of its record, which cannot be read",
	RuleFoot:         "ends every entry, or counts something beside what does",
}

// String returns the rule in words.
func (r Rule) String() string { return ruleTexts[r] }
