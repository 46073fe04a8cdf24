package command

import (
	"context"
	"fmt"

	"jumpup/server/app"
	"jumpup/server/config"
)

type serveCommand struct{ config.Server }

// Run serves until interrupted.
func (c serveCommand) Run(ctx context.Context, s streams) error {
	if err := c.Validate(); err != nil {
		return unusable{err}
	}
	return app.Serve(ctx, c.Server, app.Output{Out: s.out, Log: s.err})
}

type importCommand struct {
	config.Storage
	DryRun bool     `help:"Check and count, write nothing."`
	Source []string `arg:"" help:"Folder, .jsonl, .xlsx or .csv."`
}

// Run imports every source in one transaction and prints the report; problems
// go to standard error instead.
func (c importCommand) Run(ctx context.Context, s streams) error {
	if err := c.Validate(); err != nil {
		return unusable{err}
	}
	report, err := app.Import(ctx, c.Storage, c.Source, c.DryRun, s.progress("records"))
	if err != nil {
		return err
	}
	fmt.Fprint(s.out, report.Text)
	return nil
}

type exportCommand struct {
	config.Storage
	Destination string `arg:"" help:"A new folder, or a file ending in .xlsx."`
}

// Run writes everything; the destination appears whole or not at all.
func (c exportCommand) Run(ctx context.Context, s streams) error {
	if err := c.Validate(); err != nil {
		return unusable{err}
	}
	n, err := app.Export(ctx, c.Storage, c.Destination)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%d %s written to %s\n", n, plural(n, "record"), c.Destination)
	return nil
}

type backupCommand struct {
	config.Storage
	File string `arg:"" help:"Where to write the backup."`
}

// Run writes a backup while servers go on serving.
func (c backupCommand) Run(ctx context.Context, s streams) error {
	if err := c.Validate(); err != nil {
		return unusable{err}
	}
	if err := app.Backup(ctx, c.Storage, c.File); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "backup written to %s\n", c.File)
	return nil
}

type restoreCommand struct {
	config.Storage
	File string `arg:"" help:"The backup." type:"existingfile"`
}

// Run fills an empty installation from a backup.
func (c restoreCommand) Run(ctx context.Context, s streams) error {
	if err := c.Validate(); err != nil {
		return unusable{err}
	}
	if err := app.Restore(ctx, c.Storage, c.File); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "restored from %s\n", c.File)
	return nil
}

type migrateCommand struct{ config.Storage }

// Run brings the database up to this program's schema.
func (c migrateCommand) Run(ctx context.Context, s streams) error {
	if err := c.Validate(); err != nil {
		return unusable{err}
	}
	version, err := app.Migrate(ctx, c.Storage)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "the database is at schema version %d\n", version)
	return nil
}

type userCommand struct {
	AdminLink adminLinkCommand `cmd:"" help:"Print a one-time link that makes a new administrator, for when nobody can sign in any more."`
}

type adminLinkCommand struct {
	config.Storage
	PublicURL string `help:"Address people type." default:"http://127.0.0.1:8080" env:"JUMPUP_PUBLIC_URL" placeholder:"URL"`
}

// Run prints the link.
func (c adminLinkCommand) Run(ctx context.Context, s streams) error {
	if err := c.Validate(); err != nil {
		return unusable{err}
	}
	link, err := app.AdminLink(ctx, c.Storage, c.PublicURL)
	if err != nil {
		return err
	}
	fmt.Fprintln(s.out, link)
	return nil
}
