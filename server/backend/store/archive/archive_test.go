package archive

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type content struct {
	Schema int64
	Tables []Table
	Rows   [][]any
}

func write(t testing.TB, c content) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := NewWriter(&b, c.Schema, "2026-11-03T00:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	for i, table := range c.Tables {
		if err := w.Table(table); err != nil {
			t.Fatal(err)
		}
		if err := w.Row(c.Rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readAll(file []byte) (c content, err error) {
	r, err := NewReader(bytes.NewReader(file))
	if err != nil {
		return c, err
	}
	c.Schema = r.Header.Schema
	for {
		table, row, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return c, nil
		case err != nil:
			return c, err
		case table != nil:
			c.Tables = append(c.Tables, *table)
		default:
			c.Rows = append(c.Rows, row)
		}
	}
}

func sample() content {
	return content{
		Schema: 7,
		Tables: []Table{{"a", []string{"id", "n", "f", "b", "none"}}, {"b", []string{"id"}}},
		Rows:   [][]any{{"기업 <&>\n\"", int64(math.MaxInt64), 1.5e-300, []byte{0, 255}, nil}, {""}},
	}
}

func TestRoundTrip(t *testing.T) {
	want := sample()
	got, err := readAll(write(t, want))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatal(d)
	}
}

// TestDamage cuts a backup off at every byte and flips every byte: a reader
// never takes the result for a whole backup with other content.
func TestDamage(t *testing.T) {
	whole := write(t, sample())
	for n := range whole {
		if _, err := readAll(whole[:n]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut off at %d: %v", n, err)
		}
		bad := bytes.Clone(whole)
		bad[n] ^= 0x20
		got, err := readAll(bad)
		if err == nil && !cmp.Equal(got, sample()) {
			t.Fatalf("byte %d changed: read as whole", n)
		}
	}
}

// TestForgedRows checks that our own checksum counts, not only gzip's.
func TestForgedRows(t *testing.T) {
	zip, err := gzip.NewReader(bytes.NewReader(write(t, sample())))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(bytes.Replace(text, []byte("기업"), []byte("기엄"), 1)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := readAll(b.Bytes()); !errors.Is(err, ErrDamaged) {
		t.Fatalf("got %v", err)
	}
}

func TestUnknownValueIsRefused(t *testing.T) {
	w, err := NewWriter(io.Discard, 1, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Row([]any{struct{}{}}); err == nil {
		t.Fatal("no error")
	}
}

func FuzzReader(f *testing.F) {
	f.Add(write(f, sample()))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := readAll(file); err != nil && len(err.Error()) == 0 {
			t.Fatal("an error without words")
		}
	})
}
