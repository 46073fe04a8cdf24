//go:build unix

package sheet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"syscall"
	"testing"
	"time"

	"jumpup/server/domain"
)

// benchCompanies are n companies as a programme's sheet holds them: 20 filled
// columns each.
func benchCompanies(n int) (out []domain.Record) {
	for i := range n {
		out = append(out, &domain.Company{
			ID: domain.CompanyID(fmt.Sprintf("c%05d", i)), Name: domain.Text{Ko: fmt.Sprintf("누리테크 %d", i), En: fmt.Sprintf("Nuritech %d", i)}, Cohort: "2026",
			Founded: domain.Int(1990 + i%30), Country: "KR", Region: "경상남도", City: "창원시", Industries: []string{"C29", "C28"}, Tags: []string{"정밀 감속기", "로봇", "자동화"},
			SizeClass: "중기업", Employees: domain.Int(20 + i%400), Stage: "series-a", Website: fmt.Sprintf("https://c%d.example.com", i),
			Revenue: []domain.YearAmount{{Year: 2023, Amount: domain.Amount{Value: fmt.Sprint(1_000_000_000 + i), Currency: "KRW"}}, {Year: 2024, Amount: domain.Amount{Value: fmt.Sprint(2_000_000_000 + i), Currency: "KRW"}}},
			Summary: domain.Text{Ko: "로봇 관절에 들어가는 정밀 감속기를 설계하고 생산합니다.", En: "Designs and makes precision reducers for robot joints."},
		})
	}
	return out
}

func BenchmarkWriteXLSX10k(b *testing.B) {
	records := benchCompanies(10_000)
	defer cpuTime(b)()
	for b.Loop() {
		if err := WriteXLSX(io.Discard, records, WriteOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadXLSX10k(b *testing.B) {
	var book bytes.Buffer
	if err := WriteXLSX(&book, benchCompanies(10_000), WriteOptions{}); err != nil {
		b.Fatal(err)
	}
	benchRead(b, "companies.xlsx", book.Bytes())
}

func BenchmarkReadCSV10k(b *testing.B) {
	var file bytes.Buffer
	if _, err := CSVFiles(benchCompanies(10_000), WriteOptions{})[0].WriteTo(&file); err != nil {
		b.Fatal(err)
	}
	benchRead(b, "companies.csv", file.Bytes())
}

// cpuTime reports the processor time of an operation on all cores, which other
// work on the machine does not blur as it does the time on the clock.
func cpuTime(b *testing.B) func() {
	used := func() time.Duration {
		var r syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
			b.Fatal(err)
		}
		return time.Duration(r.Utime.Nano() + r.Stime.Nano())
	}
	start := used()
	return func() { b.ReportMetric(float64((used()-start).Milliseconds())/float64(b.N), "cpu-ms/op") }
}

func benchRead(b *testing.B, name string, data []byte) {
	b.Helper()
	b.SetBytes(int64(len(data)))
	defer cpuTime(b)()
	for b.Loop() {
		got, err := Read(context.Background(), []Source{{name, bytes.NewReader(data)}}, Options{})
		if err != nil || len(got.Problems) > 0 || len(got.Records) != 10_000 {
			b.Fatal(len(got.Records), err, got.Problems.Report())
		}
	}
}
