// Sheet prints the cells of a workbook as JSON, by the library that most Go programs read workbooks with: an array of rows for all sheets,
// each an array of the texts of its cells as they are shown. It checks what package format writes, which has a writer of its own.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/xuri/excelize/v2"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string) error {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return err
	}
	defer f.Close()
	all := [][]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			return err
		}
		all = append(all, rows...)
	}
	return json.NewEncoder(os.Stdout).Encode(all)
}
