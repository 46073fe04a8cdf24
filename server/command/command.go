package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"jumpup/server/config"
	"jumpup/server/domain"
)

// Exit codes of every command.
const (
	exitOK       = 0
	exitInternal = 1
	exitInput    = 2
)

// streams are what a command reads and writes.
type streams struct {
	out, err io.Writer
	terminal bool // standard error is a terminal: show progress
}

type line struct {
	Serve   serveCommand   `cmd:"" help:"Serve the product: the page, the HTTP interface and what works behind them."`
	Import  importCommand  `cmd:"" help:"Bring in folders of JSON Lines, or single .jsonl, .xlsx and .csv files; all or nothing."`
	Export  exportCommand  `cmd:"" help:"Write everything as a folder of JSON Lines, or one .xlsx file."`
	Backup  backupCommand  `cmd:"" help:"Write a backup while the server goes on serving."`
	Restore restoreCommand `cmd:"" help:"Fill an empty installation from a backup."`
	Rank    rankCommand    `cmd:"" help:"Rank the candidates of a folder's needs and print one line a pair."`
	Search  searchCommand  `cmd:"" help:"Search the records of a folder and print one line a hit."`
	Reindex reindexCommand `cmd:"" help:"Rebuild the search indexes, by the servers that run or else here."`
	Migrate migrateCommand `cmd:"" help:"Bring the database up to this program's schema."`
	User    userCommand    `cmd:"" help:"Accounts, for whoever looks after the machine."`
	Health  healthCommand  `cmd:"" help:"Ask a running server whether it is ready; exit 0 when it is."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// Run runs the command line given in args (without the program's name) and
// returns the exit code. Interrupts cancel the command's context.
func Run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	info, err := os.Stderr.Stat()
	s := streams{out: os.Stdout, err: os.Stderr, terminal: err == nil && info.Mode()&os.ModeCharDevice != 0}
	return run(ctx, args, s)
}

func run(ctx context.Context, args []string, s streams) int {
	if err := config.FromFiles(); err != nil {
		return report(s.err, unusable{err})
	}
	var l line
	code := -1
	parser, err := kong.New(&l,
		kong.Name("jumpup"),
		kong.Description("Expert matching and networking for scale-up programmes."),
		kong.UsageOnError(),
		kong.Writers(s.out, s.err),
		kong.Exit(func(c int) { code = c }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(s),
	)
	if err != nil {
		return report(s.err, err)
	}
	parsed, err := parser.Parse(args)
	if code >= 0 { // --help
		return code
	}
	if err != nil {
		fmt.Fprintf(s.err, "jumpup: %v; see jumpup --help\n", err)
		return exitInput
	}
	return report(s.err, parsed.Run())
}

// unusable marks an error as the caller's: exit code 2.
type unusable struct{ error }

func (u unusable) Unwrap() error { return u.error }

// report prints an error, every problem on its own line, and gives its code.
func report(w io.Writer, err error) int {
	if err == nil {
		return exitOK
	}
	var problems domain.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			fmt.Fprintln(w, place(p))
		}
		fmt.Fprintf(w, "jumpup: %d %s; nothing was written\n", len(problems), plural(len(problems), "problem"))
		return exitInput
	}
	var u unusable
	var d *domain.Error
	switch {
	case errors.As(err, &u):
		fmt.Fprintf(w, "jumpup: %s\n", strings.ReplaceAll(u.Error(), "\n", "\njumpup: "))
		return exitInput
	case errors.As(err, &d):
		fmt.Fprintf(w, "jumpup: %s\n", place(d))
		if d.Code == domain.CodeInternal || d.Code == domain.CodeUnavailable {
			if d.Err != nil {
				fmt.Fprintf(w, "jumpup: cause: %v\n", d.Err)
			}
			return exitInternal
		}
		return exitInput
	}
	fmt.Fprintf(w, "jumpup: %v\n", err)
	return exitInternal
}

func place(e *domain.Error) string {
	if e.Field == "" {
		return e.Message
	}
	return e.Field + ": " + e.Message
}

func plural(n int, word string) string { return plurals(n, word, word+"s") }

func plurals(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
