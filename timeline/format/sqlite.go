package format

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"
	"github.com/ncruces/go-sqlite3/ext/serdes"

	"newstimeline/timeline"
)

// SQLite: a database that grows. Entries are known by their IDs: what a file holds stays, what is
// new is added, in one transaction.

// sqliteMark identifies our databases (PRAGMA application_id): "tlne".
const sqliteMark = 0x746C6E65

// sqliteVersion is the version of the tables (PRAGMA user_version).
const sqliteVersion = 2

// sqliteSchema makes the tables; %s are the columns of entries. The table search is an index of the
// words of entries:
//
//	SELECT e.date, e.text FROM search JOIN entries AS e ON e.row = search.rowid
//	WHERE search MATCH 'ferry' ORDER BY e.moment, e.row;
const sqliteSchema = `
CREATE TABLE entries (
	row INTEGER PRIMARY KEY,
	moment INTEGER, -- by which entries are ordered, in seconds since 1970-01-01 UTC; time and epoch say when it was, where that is known
	%s
);
CREATE VIEW timeline AS SELECT * FROM entries ORDER BY moment IS NULL, moment, row;
CREATE VIRTUAL TABLE search USING fts5 (title, text, content = 'entries', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN
	INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.row, old.title, old.text);
END;
CREATE TRIGGER entries_changed AFTER UPDATE OF title, text ON entries BEGIN
	INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.row, old.title, old.text);
	INSERT INTO search (rowid, title, text) VALUES (new.row, new.title, new.text);
END;
CREATE TABLE sources (
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL, -- '' if it is not known
	document TEXT NOT NULL, -- what JSON says of it
	UNIQUE (name, sha256)
);
CREATE TABLE diagnostics (
	source TEXT NOT NULL,
	line INTEGER NOT NULL, -- 0: of the source as a whole
	severity TEXT NOT NULL,
	code TEXT NOT NULL,
	message TEXT NOT NULL,
	UNIQUE (source, line, code, message)
);
PRAGMA application_id = %d;
PRAGMA user_version = %d;
`

// sqliteIndexes makes the indexes of entries that are not there. To sort all of a new database's
// takes less time than to add them one by one.
const sqliteIndexes = `
CREATE INDEX IF NOT EXISTS entries_moment ON entries (moment);
CREATE INDEX IF NOT EXISTS entries_date ON entries (date);
CREATE INDEX IF NOT EXISTS entries_source ON entries (source);
`

// sqliteAdded has further entries of other programs indexed. Ours are indexed all at once: one by
// one, the index would be written for each.
const sqliteAdded = `
CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN
	INSERT INTO search (rowid, title, text) VALUES (new.row, new.title, new.text);
END;
`

// sqliteIndexing has the index of words collected in 16 MiB before it is written, not in 1. So its
// pieces are merged less often, which took a fifth of all the time.
const sqliteIndexing = "INSERT INTO search (search, rank) VALUES ('hashsize', 16777216)"

// sqlitePages has a new database made of pages of 8 KiB, not of 4: their trees are balanced less
// often. Pages of 16 KiB save little more, and each of a dozen tables and indexes has one at least.
const sqlitePages = "PRAGMA page_size = 8192"

// writeSQLite writes a new database.
func writeSQLite(w io.Writer, t *timeline.Timeline, o Options) error {
	d, err := openDatabase(":memory:")
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.add(t, o); err != nil {
		return err
	}
	image, err := serdes.Serialize(d.Conn, "main")
	if err != nil {
		return err
	}
	_, err = w.Write(image)
	return err
}

// addSQLite adds what is new to a database, which is made if it is not there.
func addSQLite(path string, t *timeline.Timeline, o Options) error {
	path, err := filepath.Abs(path) // SQLite has meanings of its own for ":memory:" and "file:…"
	if err != nil {
		return err
	}
	d, err := openDatabase(path)
	if err != nil {
		return err
	}
	err = d.add(t, o)
	if err != nil {
		err = cmp.Or(diskFull(path), err)
	}
	if closing := d.Close(); err == nil {
		err = closing
	}
	return err
}

// diskFull returns why nothing can be written beside a file, if the disk is full; else nil. SQLite
// only reports "disk I/O error".
func diskFull(path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".timeline-*.tmp")
	if err == nil {
		_, err = f.Write(make([]byte, 1<<16)) // more than the rest that a full disk may have
		f.Close()
		os.Remove(f.Name())
	}
	if errors.Is(err, syscall.ENOSPC) {
		return err
	}
	return nil
}

// A database is an open one, with an error that sticks: after it nothing is done.
type database struct {
	*sqlite3.Conn
	err error
}

// patience is how long another program that writes to the database is waited for.
const patience = 30 * time.Second

func openDatabase(path string) (*database, error) {
	conn, err := sqlite3.Open(path)
	if err != nil {
		return nil, err
	}
	// what registers reads the tables, and may have to wait
	err = errors.Join(conn.BusyTimeout(patience), fts5.Register(conn), conn.Exec(sqlitePages))
	if err != nil {
		conn.Close()
		return nil, err
	}
	return &database{Conn: conn}, nil
}

// add adds what is new of a timeline, or nothing at all.
func (d *database) add(t *timeline.Timeline, o Options) (err error) {
	tx, err := d.BeginImmediate()
	if err != nil {
		return err
	}
	defer tx.End(&err)
	if err := d.prepare(); err != nil {
		return err
	}
	last := d.number("SELECT coalesce(max(row), 0) FROM entries")
	d.exec("DROP TRIGGER IF EXISTS entries_added")
	d.entries(t, &o)
	d.exec(sqliteIndexes)
	d.exec(sqliteIndexing)
	d.exec(fmt.Sprintf(
		"INSERT INTO search (rowid, title, text) SELECT row, title, text FROM entries WHERE row > %d", last))
	d.exec(sqliteAdded)
	d.sources(t)
	d.diagnostics(t)
	return d.err
}

// prepare makes the tables of a database that is empty, and refuses one that is not ours.
func (d *database) prepare() error {
	mark, version, tables := d.number("PRAGMA application_id"), d.number("PRAGMA user_version"),
		d.number("SELECT count(*) FROM sqlite_schema")
	switch {
	case d.err != nil:
		return d.err
	case mark == sqliteMark && version == sqliteVersion:
		return nil
	case mark == sqliteMark:
		return fmt.Errorf("is a database of version %d; this program writes version %d", version,
			sqliteVersion)
	case tables > 0:
		return errors.New("is a database of another program; name a new file")
	}
	d.exec(fmt.Sprintf(sqliteSchema, strings.Join(sqliteColumns(), ",\n\t"), sqliteMark,
		sqliteVersion))
	return d.err
}

// exec carries out statements that yield nothing.
func (d *database) exec(statements string) {
	if d.err == nil {
		d.err = d.Exec(statements)
	}
}

// number returns the integer that a query yields.
func (d *database) number(query string) (n int) {
	d.run(query, func(s *sqlite3.Stmt) {
		if s.Step() {
			n = s.ColumnInt(0)
		}
		d.note(s.Err())
	})
	return n
}

// run prepares a statement and has it used.
func (d *database) run(query string, use func(*sqlite3.Stmt)) {
	if d.err != nil {
		return
	}
	s, _, err := d.Prepare(query)
	if err != nil {
		d.err = err
		return
	}
	use(s)
	d.note(s.Close())
}

// note keeps the first error.
func (d *database) note(err error) {
	if d.err == nil {
		d.err = err
	}
}

// sqliteColumns returns the definitions of the columns that records have.
func sqliteColumns() []string {
	var definitions []string
	for _, c := range recordColumns {
		definition := `"` + c.name + `" ` + [...]string{ofInteger: "INTEGER", ofFraction: "REAL",
			ofWords: "TEXT", ofDay: "TEXT", ofClock: "TEXT", ofInstant: "TEXT"}[c.kind]
		switch c.name {
		case "id":
			definition += " NOT NULL UNIQUE"
		case "text":
			definition += " NOT NULL"
		}
		definitions = append(definitions, definition)
	}
	return definitions
}

// sqliteConflict handles an entry that the database has: it stays, and gets revisions and relations
// if it has none.
const sqliteConflict = `ON CONFLICT (id) DO UPDATE SET revisions = coalesce(revisions, excluded.revisions), related = coalesce(related, excluded.related)
	WHERE revisions IS NULL AND excluded.revisions IS NOT NULL OR related IS NULL AND excluded.related IS NOT NULL`

// entries adds the entries that the database does not hold.
func (d *database) entries(t *timeline.Timeline, o *Options) {
	var names strings.Builder
	for _, c := range recordColumns {
		names.WriteString(`, "` + c.name + `"`)
	}
	query := "INSERT INTO entries (moment" + names.String() + ") VALUES (?" +
		strings.Repeat(", ?", len(recordColumns)) + ") " + sqliteConflict
	var fields fieldReader
	var bound [len(recordColumns)]string // a parameter keeps its value; "": null
	d.run(query, func(s *sqlite3.Stmt) {
		for e, at := range moments(t) {
			if at == noMoment {
				d.note(s.BindNull(1))
			} else {
				d.note(s.BindInt64(1, at))
			}
			r := o.record(e)
			for i := range recordColumns {
				c := &recordColumns[i]
				text, _ := fields.read(c, &r)
				switch {
				case string(text) == bound[i] && c.name != "text":
					continue
				case len(text) > 0 || c.name == "text":
					bound[i] = string(text)
					d.note(bindField(s, i+2, c, bound[i]))
				default:
					bound[i] = ""
					d.note(s.BindNull(i + 2))
				}
			}
			d.note(s.Exec())
			if d.err != nil {
				return
			}
		}
	})
}

// bindField binds the field of a column. SQLite takes several times as long to read a number from a
// text, for which it makes room first.
func bindField(s *sqlite3.Stmt, parameter int, c *column, text string) error {
	if c.kind == ofInteger {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return s.BindInt64(parameter, n)
		}
	}
	return s.BindText(parameter, text)
}

// sources adds what is known of each feed.
func (d *database) sources(t *timeline.Timeline) {
	d.run("INSERT INTO sources VALUES (?, ?, ?) ON CONFLICT DO NOTHING", func(s *sqlite3.Stmt) {
		for _, source := range t.Sources {
			d.note(s.BindText(1, source.Name))
			d.note(s.BindText(2, source.SHA256))
			d.note(s.BindText(3, string(appendSource(nil, source))))
			d.note(s.Exec())
		}
	})
}

// diagnostics adds the remarks on all feeds.
func (d *database) diagnostics(t *timeline.Timeline) {
	d.run("INSERT INTO diagnostics VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		func(s *sqlite3.Stmt) {
			for _, source := range t.Sources {
				for _, g := range source.Diagnostics {
					d.note(s.BindText(1, source.Name))
					d.note(s.BindInt(2, g.Line))
					for i, text := range [...]string{g.Severity.String(), g.Code, g.Message} {
						d.note(s.BindText(i+3, text))
					}
					d.note(s.Exec())
				}
			}
		})
}
