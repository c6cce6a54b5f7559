package format

import (
	"fmt"
	"strings"
)

// The fixed parts of a workbook.

const (
	xlsxHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	xlsxMain     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	xlsxRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	xlsxPackage  = "http://schemas.openxmlformats.org/package/2006"
	xlsxType     = "application/vnd.openxmlformats-officedocument.spreadsheetml"
	xlsxTypes    = xlsxHead + `<Types xmlns="` + xlsxPackage +
		`/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + xlsxType + `.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="` + xlsxType + `.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>%s</Types>`
	xlsxRelations = xlsxHead + `<Relationships xmlns="` + xlsxPackage +
		`/relationships"><Relationship Id="rId1" Type="` + xlsxRelation +
		`/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="` + xlsxPackage +
		`/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

	xlsxWorkbook = xlsxHead + `<workbook xmlns="` + xlsxMain + `" xmlns:r="` +
		xlsxRelation + `"><sheets>%s</sheets><definedNames>%s</definedNames></workbook>`
	xlsxWorkbookRelations = xlsxHead + `<Relationships xmlns="` + xlsxPackage +
		`/relationships">%s<Relationship Id="styles" Type="` + xlsxRelation +
		`/styles" Target="styles.xml"/></Relationships>`

	xlsxSheet = xlsxHead + `<worksheet xmlns="` + xlsxMain +
		`"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`
)

// xlsxPrint ends a sheet with how it is printed: landscape, as wide as a page and as long as
// needed. The title is above, the number of the page below, with lines between the cells. Margins
// are in inches.
const xlsxPrint = `<printOptions gridLines="1"/><pageMargins left="0.25" right="0.25" top="0.5" bottom="0.5" header="0.25" footer="0.25"/>` +
	`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
	`<headerFooter><oddHeader>%s</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`

// xlsxHeader returns the line that is printed above each page, as XML: the title, in which an
// ampersand would be a code.
func xlsxHeader(title string) string {
	const longest = 200 // of the 255 characters that the line may have
	return escapeXML("&C" + strings.ReplaceAll(briefly(title, longest), "&", "&&"))
}

// xlsxProperties is the part that names the workbook: its title and, as its description, the lead.
const xlsxProperties = xlsxHead + `<cp:coreProperties xmlns:cp="` + xlsxPackage +
	`/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:description>%s</dc:description></cp:coreProperties>`

// The styles of cells, by their place in xlsxFormats.
const (
	styleHeader = iota + 1 // 0 is the style of cells that name none
	styleWords
	styleNumber
	styleDay
	styleMonth
	styleYear
	styleClock
	styleSeconds
	styleInstant
	styleDayAndClock
	styleDayAndSeconds
	styleLength
)

// xlsxFormats are how each style writes numbers; "": as the spreadsheet does.
var xlsxFormats = [...]string{
	styleHeader: "", styleWords: "", styleNumber: "",
	styleDay: "yyyy\\-mm\\-dd", styleMonth: "yyyy\\-mm", styleYear: "yyyy",
	styleClock: "hh:mm", styleSeconds: "hh:mm:ss", styleInstant: `yyyy\-mm\-dd"T"hh:mm:ss"Z"`,
	styleDayAndClock: "yyyy\\-mm\\-dd hh:mm", styleDayAndSeconds: "yyyy\\-mm\\-dd hh:mm:ss",
	styleLength: "[h]:mm:ss",
}

// xlsxStyles returns the part that defines the styles. Everything is at the top of its cell; words
// are wrapped. The first font is the one whose digits widths are counted in; cells have a smaller
// one.
func xlsxStyles() string {
	var formats, cells strings.Builder
	count := 0
	for style, code := range xlsxFormats {
		number, font, wrap := 0, 1, ""
		if code != "" {
			number = 163 + style // below 164 are the spreadsheet's own
			fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, number,
				strings.ReplaceAll(code, `"`, "&quot;"))
			count++
		}
		if style == styleHeader {
			font = 2
		}
		switch {
		case style == styleWords:
			wrap = ` wrapText="1"`
		case style >= styleDay: // they are aligned to the left, however precise they are
			wrap = ` horizontal="left"`
		}
		fmt.Fprintf(&cells,
			`<xf numFmtId="%d" fontId="%d" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"%s/></xf>`, number, font, wrap)
	}
	return fmt.Sprintf(xlsxHead+`<styleSheet xmlns="`+xlsxMain+`"><numFmts count="%d">%s</numFmts>`+
		`<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><sz val="10"/><name val="Calibri"/></font>`+
		`<font><b/><sz val="10"/><name val="Calibri"/></font></fonts>`+
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`+
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`+
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`+
		`<cellXfs count="%d">%s</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
		count, formats.String(), len(xlsxFormats), cells.String())
}
