package cmd

import (
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newstimeline/parser/decode"
)

// registerDecoding adds the flags about the bytes of an input: format, encoding, compression, keys
// of records.
func (in *input) registerDecoding(c *cobra.Command) {
	group(c, reading, func(flags *pflag.FlagSet) {
		flags.Var(choice[decode.Format]{&in.decoding.Format, formatWords()}, "input",
			"`FORMAT`: input format: auto (detected from the content), text, html; rss, atom, jsonfeed, json, "+
				"csv, tsv, mbox, ics, timelinejs (one entry per record); markdown, list, table "+
				"(as timeline writes them); jsonl (one document per line)")
		flags.StringVar(&in.encoding, "encoding", "",
			"`NAME`: character encoding (default UTF-8 or as declared; auto: guess, and report the guess)")
		flags.StringVar(&in.maxBytes, "max-bytes", "",
			"`SIZE`: limit for decompressed input: bytes, or with K, M, G "+
				"(default 64 times the compressed size, at least 16M, at most 1G)")
		flags.StringVar(&in.decoding.Keys.Text, "text-key", "",
			"`KEY`: key of a record's text (json, csv, tsv) or of a document's text (jsonl, default text)")
		flags.StringVar(&in.decoding.Keys.ID, "id-key", "id",
			"`KEY`: jsonl: key of the document's name, which becomes the source")
		flags.StringVar(&in.decoding.Keys.URL, "url-key", "url",
			"`KEY`: jsonl: key of the document's URL")
		flags.StringVar(&in.decoding.Keys.Date, "date-key", "",
			"`KEY`: key of a record's time (json, csv, tsv) or of the capture date (jsonl, default date)")
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
		return usagef(c, "--max-bytes %q: must be a size above 0, such as 1000000 or 500M",
			in.maxBytes)
	}
	in.decoding.Encoding, in.decoding.Max = in.encoding, size
	return nil
}

// readSize reads a number of bytes over 0: 1000000, 500M, 1GiB. The letters are powers of 1024.
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
