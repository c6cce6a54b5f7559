package main

import (
	"context"
	"encoding/json"
	"reflect"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/parquetio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	beam.RegisterType(reflect.TypeFor[row]())
	register.Function2x1(shardOf)
}

// A row is an entry in Parquet. It has the keys of the JSON contract in their order, behind the key by
// which its document was merged. Where the contract has null, so has the column. What has parts of
// its own, such as the revisions, is the text of its JSON.
type row struct {
	Key        *string  `json:"key" parquet:"name=key, type=BYTE_ARRAY, convertedtype=UTF8"`
	Seq        int64    `json:"seq" parquet:"name=seq, type=INT64"`
	ID         string   `json:"id" parquet:"name=id, type=BYTE_ARRAY, convertedtype=UTF8"`
	Source     string   `json:"source" parquet:"name=source, type=BYTE_ARRAY, convertedtype=UTF8"`
	Date       *int32   `json:"-" parquet:"name=date, type=INT32, convertedtype=DATE"`
	Clock      *string  `json:"clock" parquet:"name=clock, type=BYTE_ARRAY, convertedtype=UTF8"`
	Zone       *string  `json:"zone" parquet:"name=zone, type=BYTE_ARRAY, convertedtype=UTF8"`
	Time       *int64   `json:"-" parquet:"name=time, type=INT64, convertedtype=TIMESTAMP_MILLIS"`
	Epoch      *int64   `json:"epoch" parquet:"name=epoch, type=INT64"`
	Precision  *string  `json:"precision" parquet:"name=precision, type=BYTE_ARRAY, convertedtype=UTF8"`
	Stamp      *string  `json:"stamp" parquet:"name=stamp, type=BYTE_ARRAY, convertedtype=UTF8"`
	Title      *string  `json:"title" parquet:"name=title, type=BYTE_ARRAY, convertedtype=UTF8"`
	Text       string   `json:"text" parquet:"name=text, type=BYTE_ARRAY, convertedtype=UTF8"`
	Author     *string  `json:"author" parquet:"name=author, type=BYTE_ARRAY, convertedtype=UTF8"`
	URL        *string  `json:"url" parquet:"name=url, type=BYTE_ARRAY, convertedtype=UTF8"`
	Line       int64    `json:"line" parquet:"name=line, type=INT64"`
	EndLine    int64    `json:"end_line" parquet:"name=end_line, type=INT64"`
	StartByte  int64    `json:"start_byte" parquet:"name=start_byte, type=INT64"`
	EndByte    int64    `json:"end_byte" parquet:"name=end_byte, type=INT64"`
	StampLine  *int64   `json:"stamp_line" parquet:"name=stamp_line, type=INT64"`
	Inferred   []string `json:"inferred" parquet:"name=inferred, type=MAP, convertedtype=LIST, valuetype=BYTE_ARRAY, valueconvertedtype=UTF8"`
	Confidence float64  `json:"confidence" parquet:"name=confidence, type=DOUBLE"`
	Revisions  string   `json:"-" parquet:"name=revisions, type=BYTE_ARRAY, convertedtype=UTF8"`
	Related    string   `json:"-" parquet:"name=related, type=BYTE_ARRAY, convertedtype=UTF8"`
	MonthDay   *string  `json:"month_day" parquet:"name=month_day, type=BYTE_ARRAY, convertedtype=UTF8"`
	End        *string  `json:"end" parquet:"name=end, type=BYTE_ARRAY, convertedtype=UTF8"`
	About      bool     `json:"approximate" parquet:"name=approximate, type=BOOLEAN"`
	Links      string   `json:"-" parquet:"name=links, type=BYTE_ARRAY, convertedtype=UTF8"`
	Media      string   `json:"-" parquet:"name=media, type=BYTE_ARRAY, convertedtype=UTF8"`
	Parts      string   `json:"-" parquet:"name=parts, type=BYTE_ARRAY, convertedtype=UTF8"`
}

// rowOf returns the row of a line of JSON.
func rowOf(line []byte) (row, error) {
	var e struct {
		row
		Date      *string         `json:"date"`
		Time      *time.Time      `json:"time"`
		Revisions json.RawMessage `json:"revisions"`
		Related   json.RawMessage `json:"related"`
		Links     json.RawMessage `json:"links"`
		Media     json.RawMessage `json:"media"`
		Parts     json.RawMessage `json:"parts"`
	}
	if err := json.Unmarshal(line, &e); err != nil {
		return row{}, err
	}
	r := e.row
	r.Revisions, r.Related = string(e.Revisions), string(e.Related)
	r.Links, r.Media, r.Parts = string(e.Links), string(e.Media), string(e.Parts)
	if e.Time != nil {
		r.Time = new(e.Time.UnixMilli())
	}
	if e.Date == nil {
		return r, nil
	}
	day, err := time.Parse(time.DateOnly, *e.Date)
	r.Date = new(int32(day.Unix() / secondsOfDay))
	return r, err
}

const secondsOfDay = 24 * 60 * 60

// writeParquet writes the rows of each shard to a file of its own, which finish moves to its place.
func writeParquet(s beam.Scope, c *config, rows beam.PCollection) {
	for shard, of := range beam.Partition(s, c.Shards, shardOf, rows) {
		path := shardPath(c.Output, "entries", shard, c.Shards, "parquet")
		parquetio.Write(s, path+beingWritten, beam.DropKey(s, of))
	}
}

// beingWritten ends the name of a Parquet file that is not whole yet.
const beingWritten = ".tmp"

// shardOf returns the shard of a row.
func shardOf(shard int, _ row) int { return shard }

// finishParquet moves the files that a run has written to their places. A shard without entries has
// none.
func finishParquet(ctx context.Context, c *config) error {
	system, err := filesystem.New(ctx, c.Output)
	if err != nil {
		return err
	}
	defer system.Close()
	for shard := range c.Shards {
		path := shardPath(c.Output, "entries", shard, c.Shards, "parquet")
		found, err := system.List(ctx, path+beingWritten)
		if err != nil {
			return err
		}
		if len(found) == 1 {
			if err := filesystem.Rename(ctx, system, path+beingWritten, path); err != nil {
				return err
			}
		}
	}
	return nil
}
