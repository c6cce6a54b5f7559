package format

import (
	"bytes"
	"encoding/json"
	"io"
)

// WriteSchema writes the JSON Schema (draft 2020-12) of the JSON document. That of a line of JSONL
// is its "#/$defs/entry".
func WriteSchema(w io.Writer) error {
	b := []byte(`{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"a timeline, as timeline parse -f json writes it",`)
	b = appendObjectSchema(b, documentKeys())
	b = append(b, `,"$defs":{`...)
	gap := ""
	for _, k := range documentKeys() {
		if k.item != "" {
			b = append(appendQuoted(append(b, gap...), k.item), `:{`...)
			b = append(appendObjectSchema(b, k.keys), '}')
			gap = ","
		}
	}
	b = append(b, "}}"...)
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", "  "); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err := w.Write(out.Bytes())
	return err
}

// appendObjectSchema appends the members of the schema of an object.
func appendObjectSchema(dst []byte, keys []key) []byte {
	dst = append(dst, `"type":"object","required":[`...)
	for i, k := range keys {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendQuoted(dst, k.name)
	}
	dst = append(dst, `],"properties":{`...)
	for i, k := range keys {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendQuoted(dst, k.name), ':')
		dst = k.appendSchema(dst)
	}
	return append(dst, '}')
}

// appendSchema appends the schema of what a key has.
func (k *key) appendSchema(dst []byte) []byte {
	dst = appendString(dst, `{"description":`, k.about)
	name := [...]string{
		aString: "string", anInteger: "integer", anEpoch: "integer", aFraction: "number",
		aBoolean: "boolean",
		anObject: "object", stringList: "array", objectList: "array",
	}[k.is]
	switch {
	case k.is == anObject:
		dst = append(dst, `,"anyOf":[{"type":"null"},{`...)
		return append(appendObjectSchema(dst, k.keys), "}]}"...)
	case k.null:
		dst = append(dst, `,"type":["`+name+`","null"]`...)
	default:
		dst = append(dst, `,"type":"`+name+`"`...)
	}
	switch k.is {
	case aString:
		dst = k.appendStrings(dst)
	case anInteger:
		dst = append(dst, `,"minimum":0`...)
	case aFraction:
		dst = append(dst, `,"minimum":0,"maximum":1`...)
	case stringList:
		dst = append(dst, `,"uniqueItems":true,"items":{"type":"string"`...)
		dst = append(k.appendStrings(dst), '}')
	case objectList:
		dst = k.appendItems(dst)
	}
	return append(dst, '}')
}

// appendStrings appends what strings are allowed.
func (k *key) appendStrings(dst []byte) []byte {
	if k.pattern != "" {
		dst = appendString(dst, `,"pattern":`, k.pattern)
	}
	if k.among == nil {
		return dst
	}
	dst = append(dst, `,"enum":[`...)
	for i, s := range k.among {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendQuoted(dst, s)
	}
	if k.null && k.is == aString {
		dst = append(dst, ",null"...)
	}
	return append(dst, ']')
}

// appendItems appends the schema of the objects in an array.
func (k *key) appendItems(dst []byte) []byte {
	if k.item != "" {
		return append(dst, `,"items":{"$ref":"#/$defs/`+k.item+`"}`...)
	}
	dst = append(dst, `,"items":{`...)
	return append(appendObjectSchema(dst, k.keys), '}')
}

// WriteDuckDBColumns writes the columns of JSONL as DuckDB's read_json takes them, so that a column
// that is null throughout keeps its type.
func WriteDuckDBColumns(w io.Writer) error {
	_, err := w.Write(append(appendDuckDB(append([]byte(nil), "columns={"...), entryKeys(), ": ",
		"'"), "}\n"...))
	return err
}

// appendDuckDB appends names and types, the types in quotes.
func appendDuckDB(dst []byte, keys []key, gap, quote string) []byte {
	for i := range keys {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = append(append(dst, keys[i].duckDBName()...), gap+quote...)
		dst = append(keys[i].appendDuckDBType(dst), quote...)
	}
	return dst
}

// duckDBName returns the name of a key as DuckDB reads it: END is a word of its language.
func (k *key) duckDBName() string {
	if k.name == "end" {
		return `"end"`
	}
	return k.name
}

// appendDuckDBType appends the type of a key.
func (k *key) appendDuckDBType(dst []byte) []byte {
	switch {
	case k.pattern == dayPattern:
		return append(dst, "DATE"...)
	case k.pattern == instantPattern:
		return append(dst, "TIMESTAMPTZ"...)
	case k.is == anObject || k.is == objectList:
		dst = append(dst, "STRUCT("...)
		dst = append(appendDuckDB(dst, k.keys, " ", ""), ')')
		if k.is == objectList {
			dst = append(dst, "[]"...)
		}
		return dst
	}
	return append(dst, [...]string{
		aString: "VARCHAR", anInteger: "BIGINT", anEpoch: "BIGINT", aFraction: "DOUBLE",
		aBoolean: "BOOLEAN", stringList: "VARCHAR[]",
	}[k.is]...)
}
