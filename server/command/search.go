package command

import (
	"context"
	"fmt"
	"io"
	"os"

	"jumpup/server/app"
	"jumpup/server/domain"
	"jumpup/server/interchange/jsonl"
)

type searchCommand struct {
	Data    string `help:"Folder of JSON Lines." required:"" placeholder:"FOLDER"`
	For     string `help:"experts, investors, companies or needs." required:"" enum:"experts,investors,companies,needs"`
	Queries string `help:"File of queries, one JSON object a line with id, text and filter; - for standard input." required:"" placeholder:"FILE"`
	Top     int    `help:"How many hits a query; 0 means all." default:"20"`
	Meili   string `help:"Search with this Meilisearch server instead of the embedded index." placeholder:"URL"`
	Key     string `help:"Key of that server." env:"JUMPUP_MEILI_KEY" placeholder:"KEY"`
}

var searchFor = map[string]domain.Kind{
	"experts": domain.KindExpert, "investors": domain.KindInvestor, "companies": domain.KindCompany, "needs": domain.KindNeed,
}

// Run reads folder and queries and prints the hits: stateless.
func (c searchCommand) Run(ctx context.Context, s streams) error {
	if c.Top < 0 {
		return unusable{fmt.Errorf("--top %d: give 0 for all, or a number above", c.Top)}
	}
	kind := searchFor[c.For]
	queries, err := c.read(kind)
	if err != nil {
		return err
	}
	records, err := readFolder(c.Data, s)
	if err != nil {
		return err
	}
	return app.SearchFolder(ctx, records, app.FolderSearch{
		For: kind, Queries: queries, Top: c.Top, MeiliURL: c.Meili, MeiliKey: c.Key,
	}, s.out, s.progress("searching"))
}

func (c searchCommand) read(kind domain.Kind) ([]jsonl.SearchLine, error) {
	name, in := "standard input", io.Reader(os.Stdin)
	if c.Queries != "-" {
		f, err := os.Open(c.Queries)
		if err != nil {
			return nil, unusable{fmt.Errorf("--queries: %w", err)}
		}
		defer f.Close()
		name, in = c.Queries, f
	}
	queries, problems, err := jsonl.ReadQueries(kind, name, in)
	if err != nil {
		return nil, unusable{err}
	}
	return queries, problems.Err()
}
