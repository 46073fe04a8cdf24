package command

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"time"

	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
	"jumpup/server/service/matching"
)

type rankCommand struct {
	Data    string `help:"Folder of JSON Lines." required:"" placeholder:"FOLDER"`
	For     string `help:"experts or investors." required:"" enum:"experts,investors"`
	Need    string `help:"Rank this need only." placeholder:"ID"`
	Top     int    `help:"How many candidates a need; 0 means all." default:"20"`
	AsOf    string `help:"Reference day of needs without an opening day; today when missing." placeholder:"DATE"`
	Blocked bool   `help:"List gated pairs last, each with its gate."`
}

// Run reads the folder and prints the ranking: stateless and exhaustive.
func (c rankCommand) Run(ctx context.Context, s streams) error {
	o := matching.FolderOptions{
		For: domain.KindExpert, Need: domain.NeedID(c.Need), Top: c.Top, Blocked: c.Blocked,
		Today: domain.DateOf(time.Now()),
	}
	if c.For == "investors" {
		o.For = domain.KindInvestor
	}
	if c.Top < 0 {
		return unusable{fmt.Errorf("--top %d: give 0 for all, or a number above", c.Top)}
	}
	if c.AsOf != "" {
		d, err := domain.ParseDate(c.AsOf)
		if err != nil {
			return unusable{fmt.Errorf("--as-of: %w", err)}
		}
		o.AsOf = d
	}
	records, err := readFolder(c.Data, s)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(s.out, 1<<20)
	if err := matching.RankFolder(ctx, records, o, out, s.progress("ranking")); err != nil {
		return err
	}
	return out.Flush()
}

// readFolder reads a data folder for a stateless command, naming ignored files.
func readFolder(dir string, s streams) ([]domain.Record, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, unusable{fmt.Errorf("--data: %w", err)}
	}
	if !info.IsDir() {
		return nil, unusable{fmt.Errorf("--data %s is no folder; give the folder that holds the .jsonl files", dir)}
	}
	located, ignored, problems := jsonl.ReadFolder(os.DirFS(dir))
	for _, name := range ignored {
		fmt.Fprintf(s.err, "jumpup: %s: ignored, it is no file of a data folder\n", name)
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	records := make([]domain.Record, len(located))
	for i, l := range located {
		records[i] = l.Record
	}
	return records, nil
}
