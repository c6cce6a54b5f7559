package format

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"text/template"
	"time"

	"newstimeline/timeline"
)

// Templates: notations that a user writes, in the language of text/template over the JSON document:
// {{range .entries}}{{.date}} {{.text}} {{end}}. What is null there is empty here; a key that there
// is not is an error.

// Template returns the notation of a template, which name is the file of: "page.html.tmpl" makes
// files with the extension html.
func Template(name, text string) (Format, error) {
	t, err := template.New(filepath.Base(name)).Option("missingkey=error").Funcs(
		templateFuncs()).Parse(text)
	if err != nil {
		return Format{}, err
	}
	stem, extension := filepath.Base(name), "txt"
	for _, own := range [...]string{".tmpl", ".tpl", ".gotmpl", ".template"} {
		stem = strings.TrimSuffix(stem, own)
	}
	if ext := filepath.Ext(stem); len(ext) > 1 {
		extension = ext[1:]
	}
	return Format{
		Name: "template", Extensions: []string{extension}, Title: "what a template says",
		Write: func(w io.Writer, tl *timeline.Timeline, o Options) error {
			return execute(w, t, tl, o)
		},
	}, nil
}

// execute writes what a template makes of a timeline, whole or not at all.
func execute(w io.Writer, t *template.Template, tl *timeline.Timeline, o Options) error {
	var document, out bytes.Buffer
	if err := writeJSON(&document, tl, o); err != nil {
		return err
	}
	d := json.NewDecoder(&document)
	d.UseNumber()
	var data any
	if err := d.Decode(&data); err != nil {
		return fmt.Errorf("internal error: %w", err)
	}
	if err := t.Execute(&out, templateData(data)); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// templateData returns decoded JSON with integers as integers, and with null as "", which is false,
// prints as nothing and compares with strings. Texts are as a terminal may print them, line by
// line: a template must not have to think of that.
func templateData(v any) any {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return cleanLines(v)
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64()
		return f
	case []any:
		for i := range v {
			v[i] = templateData(v[i])
		}
	case map[string]any:
		for name := range v {
			v[name] = templateData(v[name])
		}
	}
	return v
}

// templateFuncs are the functions of templates beside those of text/template, of which html, js and
// urlquery escape. The value comes last, for pipes.
func templateFuncs() template.FuncMap {
	return template.FuncMap{
		"date": templateDate,
		"in":   templateIn,
		"paragraphs": func(text string) []string {
			return strings.FieldsFunc(strings.ReplaceAll(text, "\n\n", "\x00"), isNUL)
		},
		"oneline": func(text string) string { return strings.Join(strings.Fields(text), " ") },
		"brief":   func(most int, text string) string { return briefly(text, max(most, 1)) },
		"wrap": func(width int, text string) string {
			return strings.Join(templateWrap(width, text), "\n")
		},
		"indent": func(n int, text string) string {
			return strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", max(n, 0)))
		},
		"replace": func(old, new, text string) string {
			return strings.ReplaceAll(text, old, new)
		},
		"join":  templateJoin,
		"upper": strings.ToUpper,
		"lower": strings.ToLower,
		"json":  templateJSON,
		"csv": func(text string) string {
			return string(appendCSV(nil, []byte(text), traitsOf([]byte(text))))
		},
		"xml": func(text string) string { return string(appendMarkup(nil, text)) },
		"markdown": func(text string) string {
			return string(appendProse(nil, strings.TrimSpace(Clean(text)), true))
		},
		"tex":   templateTeX,
		"clean": Clean,
	}
}

func isNUL(r rune) bool { return r == 0 }

// templateDate writes a day or an instant by a layout of package time; of nothing, nothing.
func templateDate(layout, value string) (string, error) {
	if value == "" {
		return "", nil
	}
	for _, form := range [...]string{time.RFC3339, time.DateOnly, time.TimeOnly, "15:04"} {
		if at, err := time.Parse(form, value); err == nil {
			return at.Format(layout), nil
		}
	}
	return "", fmt.Errorf("%q is not a date or time", value)
}

// templateIn returns an instant in a zone.
func templateIn(zone, value string) (string, error) {
	if value == "" {
		return "", nil
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return "", err
	}
	at, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return "", fmt.Errorf("%q is not an instant; use .time", value)
	}
	return at.In(loc).Format(time.RFC3339), nil
}

// templateWrap returns the lines of a text, each paragraph wrapped by itself.
func templateWrap(width int, text string) (lines []string) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = wrap(lines, Clean(paragraph), max(width, 1))
	}
	return lines
}

// templateJoin joins strings.
func templateJoin(separator string, list any) (string, error) {
	switch list := list.(type) {
	case []string:
		return strings.Join(list, separator), nil
	case []any:
		var words []string
		for _, v := range list {
			words = append(words, fmt.Sprint(v))
		}
		return strings.Join(words, separator), nil
	}
	return "", fmt.Errorf("join: %v is not a list", list)
}

// templateJSON returns a value as JSON that is safe in a script of a page.
func templateJSON(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

// templateTeX escapes what has a meaning to TeX; lines stay lines.
func templateTeX(text string) string {
	return strings.NewReplacer(
		`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`,
		"_", `\_`, "^", `\textasciicircum{}`,
		"~", `\textasciitilde{}`,
	).Replace(cleanLines(text))
}

// cleanLines returns a text with each of its lines as Clean gives it.
func cleanLines(text string) string {
	if isClean(text) {
		return text
	}
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Clean(lines[i])
	}
	return strings.Join(lines, "\n")
}
