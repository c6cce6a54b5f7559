package cmd

import (
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser/decode"
)

// registerDecoding adds the flags that say what the bytes of an input are: notation, encoding, compression, keys of records.
func (in *input) registerDecoding(c *cobra.Command) {
	group(c, reading, func(flags *pflag.FlagSet) {
		flags.Var(choice[decode.Format]{&in.decoding.Format, formatWords()}, "input", "what the input is: auto (its content tells, not its name), text, html, rss, atom, jsonfeed, json, csv, tsv, mbox, ics or timelinejs, whose records are entries, markdown, list or table, as this program writes them, or jsonl, a document a line; `NOTATION`")
		flags.StringVar(&in.encoding, "encoding", "", "`NAME` of the input's encoding (default UTF-8, or what the input declares; auto: guess, and say so)")
		flags.StringVar(&in.maxBytes, "max-bytes", "", "`SIZE` that compressed input may become: bytes, or with K, M, G (default 64 times its size, 16M at least, 1G at most)")
		flags.StringVar(&in.decoding.Keys.Text, "text-key", "", "`KEY` of a record's text, in json, csv and tsv; of a document's text, in jsonl (default text)")
		flags.StringVar(&in.decoding.Keys.ID, "id-key", "id", "jsonl: the `KEY` of what the output calls the source")
		flags.StringVar(&in.decoding.Keys.URL, "url-key", "url", "jsonl: the `KEY` of the document's address")
		flags.StringVar(&in.decoding.Keys.Date, "date-key", "", "`KEY` of a record's time, in json, csv and tsv; of the date of capture, as --as-of has it, in jsonl (default date)")
	})
}

// formatWords returns the names of the formats that input may have.
func formatWords() []meaning[decode.Format] {
	var words []meaning[decode.Format]
	for i, name := range decode.Formats {
		words = append(words, meaning[decode.Format]{name, decode.Format(i)})
	}
	return words
}

// decodingOptions checks those flags and completes in.decoding.
func (in *input) decodingOptions(c *cobra.Command) error {
	if err := decode.CheckEncoding(in.encoding); err != nil {
		return usagef(c, "--encoding %w", err)
	}
	size, ok := readSize(in.maxBytes)
	if !ok && c.Flags().Changed("max-bytes") {
		return usagef(c, "--max-bytes %q: a number of bytes over 0, or one with K, M or G: 500M", in.maxBytes)
	}
	in.decoding.Encoding, in.decoding.Max = in.encoding, size
	return nil
}

// readSize reads a number of bytes over 0: 1000000, 500M, 1GiB. The letters stand for powers of 1024.
func readSize(s string) (int64, bool) {
	digits := strings.TrimRight(s, "kKmMgGiIbB")
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n <= 0 {
		return 0, false
	}
	shift := 0
	switch strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(s[len(digits):]), "b"), "i") {
	case "":
	case "k":
		shift = 10
	case "m":
		shift = 20
	case "g":
		shift = 30
	default:
		return 0, false
	}
	return n << shift, n <= math.MaxInt64>>shift
}
