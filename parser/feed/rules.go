package feed

// A Rule is the reason for a line's role.
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
	RuleIdleDate
	RuleTail
	RuleMarkup
	RuleContained
	RuleOutside
	RuleHead
	RuleFoot
	RuleSection
	RuleListHead
	RuleNumber
	RulePlace
	RulePageEdge
	RuleRepeat
	RuleLeaf
	RuleRecord
	RuleRecordGoesOn
	RuleRecordTitle
	RuleRecordTime
	RuleBadTime
	RuleLabel
)

// ruleTexts are the rules in words.
var ruleTexts = [...]string{
	RuleNone:         "",
	RuleBlank:        "blank",
	RuleLead:         "above the first entry",
	ruleUnstamped:    "no timestamp applies to it",
	RuleNotice:       "says that the feed has ended",
	RuleHeader:       "a date alone on its line, among the feed's timestamps",
	RuleHeaderEntry:  "a date alone on its line, with a day of entries below it",
	RuleStamp:        "a timestamp alone on its line, in the format of the feed's timestamps",
	ruleInline:       "a timestamp within its line, in the format of the feed's timestamps",
	RulePage:         "a timestamp of the page: labelled, or at its top",
	RuleIndex:        "index entry: its time and title recur below",
	RuleDouble:       "repeats the timestamp next to it",
	RuleTitle:        "a title with text below it",
	RuleFirst:        "the first text of its entry",
	RuleGoesOn:       "more text of the entry",
	RuleWrapped:      "continues the sentence of the line above",
	RuleCueStart:     "an entry starts here, by its score",
	RuleCueGoesOn:    "the entry continues, by its score",
	RuleDayFirst:     "the first text below a date header",
	RuleParagraph:    "every paragraph is an entry (--group paragraph)",
	RuleBlankLine:    "follows a blank line",
	RuleDivider:      "follows a divider line",
	RuleBullet:       "starts with a bullet",
	RuleIndent:       "indented like the first text of each day",
	RuleRecurring:    "next to a line that recurs where entries start or end",
	RuleControl:      "separated from the entry above by a button or credit",
	RuleSeparator:    "punctuation only",
	RuleButton:       "a button or other control of the page",
	RuleCredit:       "names an author or the source of a picture",
	RuleByline:       "a byline or section label next to the timestamp",
	RuleOtherStamp:   "a timestamp in a different format from the feed's",
	RuleIdleDate:     "a date without a full day, and no entry to date",
	RuleTail:         "after the end of the feed",
	RuleMarkup:       "excluded by markup: navigation, caption, button, embedded post",
	RuleContained:    "the first text of its container, one entry each",
	RuleOutside:      "outside the containers of the entries",
	RuleHead:         "the same line above every timestamp",
	RuleNumber:       "continues the numbering of the entries",
	RulePlace:        "opens with a place in capitals",
	RulePageEdge:     "header or footer of a printed page: recurs with another page number",
	RuleLeaf:         "part of the date that begins above, a line for each of its words",
	RuleRepeat:       "the same lines as directly before, once more",
	RuleRecord:       "the first text of its record, one entry each",
	RuleRecordGoesOn: "more text of its record",
	RuleRecordTitle:  "the title of its record",
	RuleRecordTime:   "the time of its record",
	RuleBadTime:      "the time of its record, which cannot be read",
	RuleSection:      "a short line above an entry, where the others have no line more",
	RuleListHead:     "heads a list of what is below it",
	RuleLabel:        "recurs where it is in each part of the page: a section, a rank",
	RuleFoot:         "a footer that ends every entry, or a count next to one",
}

// String returns the rule in words.
func (r Rule) String() string { return ruleTexts[r] }
