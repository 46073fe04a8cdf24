package store

import (
	"bufio"
	"os"
	"path/filepath"
	"testing"

	"jumpup/server/backend/store/document"
	"jumpup/server/domain"
)

// realData is a folder of real records in the interchange format, beside the
// project; its field names are those of the stored documents.
const realData = "../../../../shared/data/investors"

// realRecords reads the folder, or skips.
func realRecords(b *testing.B) []domain.Record {
	b.Helper()
	if _, err := os.Stat(realData); err != nil {
		b.Skip("the real records are absent: " + realData)
	}
	var out []domain.Record
	for _, x := range []struct {
		file string
		kind domain.Kind
	}{{"companies.jsonl", domain.KindCompany}, {"needs.jsonl", domain.KindNeed}, {"investors.jsonl", domain.KindInvestor}} {
		f := must(os.Open(filepath.Join(realData, x.file)))(b)
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			out = append(out, must(document.Decode(x.kind, lines.Bytes()))(b))
		}
		if err := lines.Err(); err != nil {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
	return out
}

// onDisks runs a benchmark on a SQLite file with full syncs and on PostgreSQL.
func onDisks(b *testing.B, run func(*testing.B, func() *Store)) {
	records := []struct {
		name string
		open func(*testing.B) *Store
	}{
		{"sqlite", func(b *testing.B) *Store {
			o := testOptions()
			o.Dir = b.TempDir()
			return open(b, o)
		}},
		{"postgres", func(b *testing.B) *Store {
			o := testOptions()
			o.URL = newSchema(b)
			return open(b, o)
		}},
	}
	for _, r := range records {
		b.Run(r.name, func(b *testing.B) { run(b, func() *Store { return r.open(b) }) })
	}
}

func importReal(b *testing.B, s *Store, records []domain.Record, want func(domain.ImportCount) int) {
	b.Helper()
	n := 0
	for _, c := range must(s.Import(bg, domain.Import{Actor: domain.System("bench"), Records: records}))(b) {
		n += want(c)
	}
	if n != len(records) {
		b.Fatalf("%d of %d records", n, len(records))
	}
}

// BenchmarkFirstImport writes all records, attributes, audit and outbox rows.
func BenchmarkFirstImport(b *testing.B) {
	records := realRecords(b)
	onDisks(b, func(b *testing.B, open func() *Store) {
		for b.Loop() {
			b.StopTimer()
			s := open()
			b.StartTimer()
			importReal(b, s, records, func(c domain.ImportCount) int { return c.Created })
		}
	})
}

// BenchmarkSecondImport finds all records unchanged.
func BenchmarkSecondImport(b *testing.B) {
	records := realRecords(b)
	onDisks(b, func(b *testing.B, open func() *Store) {
		s := open()
		importReal(b, s, records, func(c domain.ImportCount) int { return c.Created })
		for b.Loop() {
			importReal(b, s, records, func(c domain.ImportCount) int { return c.Unchanged })
		}
	})
}

// BenchmarkEach streams the investors with their portfolios.
func BenchmarkEach(b *testing.B) {
	records := realRecords(b)
	onDisks(b, func(b *testing.B, open func() *Store) {
		s := open()
		importReal(b, s, records, func(c domain.ImportCount) int { return c.Created })
		for b.Loop() {
			n := 0
			if err := s.Each(bg, domain.KindInvestor, domain.Filter{}, func(domain.Record) error { n++; return nil }); err != nil || n == 0 {
				b.Fatal(n, err)
			}
		}
	})
}

// BenchmarkList reads a filtered page by name, with its total.
func BenchmarkList(b *testing.B) {
	records := realRecords(b)
	filter := domain.All(domain.AnyOf(domain.AttrCountry, "US"), domain.NotThat(domain.AnyOf(domain.AttrTag, "software", "web")))
	onDisks(b, func(b *testing.B, open func() *Store) {
		s := open()
		importReal(b, s, records, func(c domain.ImportCount) int { return c.Created })
		for b.Loop() {
			page := must(s.List(bg, domain.Query{Kind: domain.KindCompany, Filter: filter, Sort: domain.ByName, Count: true}))(b)
			if len(page.Items) != defaultPage || page.Total < 1000 {
				b.Fatal(page.Total)
			}
		}
	})
}

// BenchmarkSave changes one record with audit and outbox rows, synced to disk.
func BenchmarkSave(b *testing.B) {
	onDisks(b, func(b *testing.B, open func() *Store) {
		s := open()
		n := 0
		for b.Loop() {
			n++
			save(b, s, &domain.Company{ID: "c1", Employees: domain.Int(n)})
		}
	})
}

// BenchmarkVerifyAudit walks a chain of about 11,000 entries.
func BenchmarkVerifyAudit(b *testing.B) {
	records := realRecords(b)
	onDisks(b, func(b *testing.B, open func() *Store) {
		s := open()
		importReal(b, s, records, func(c domain.ImportCount) int { return c.Created })
		for b.Loop() {
			if _, broken, err := s.VerifyAudit(bg); err != nil || broken != 0 {
				b.Fatal(broken, err)
			}
		}
	})
}

// BenchmarkBackup writes the archive; BenchmarkRestore reads it back.
func BenchmarkBackup(b *testing.B) {
	records := realRecords(b)
	onDisks(b, func(b *testing.B, open func() *Store) {
		s := open()
		importReal(b, s, records, func(c domain.ImportCount) int { return c.Created })
		file := filepath.Join(b.TempDir(), "backup")
		for b.Loop() {
			if err := s.Backup(bg, file); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkRestore(b *testing.B) {
	records := realRecords(b)
	s := open(b, backends[0].options(b))
	importReal(b, s, records, func(c domain.ImportCount) int { return c.Created })
	file := filepath.Join(b.TempDir(), "backup")
	if err := s.Backup(bg, file); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		b.StopTimer()
		o := testOptions()
		o.Dir = b.TempDir()
		b.StartTimer()
		if err := Restore(bg, o, file); err != nil {
			b.Fatal(err)
		}
	}
}
