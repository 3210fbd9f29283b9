package main

import (
	"os"

	"dateline/internal/app"
)

// importCommand brings in what other systems hold.
type importCommand struct {
	Wordpress importWordPress `cmd:"" help:"Import an export of WordPress (WXR). A second run changes nothing, an interrupted one continues."`
}

type importWordPress struct {
	app.Data
	File    string   `arg:"" help:"The export, plain or gzip; - reads standard input."`
	Media   string   `help:"Folder with a copy of wp-content/uploads; pictures are looked for there." placeholder:"DIR"`
	Edition string   `help:"Edition that the stories come into. Needed where there are several." placeholder:"NAME"`
	DryRun  bool     `help:"Change nothing, and report what would be."`
	Report  string   `help:"File for the complete report, a line of JSON for each thing." placeholder:"FILE"`
	JSON    bool     `help:"Write the complete report to standard output." name:"json"`
	Repair  []string `help:"Repair damage of these kinds: spaced-word, broken-word, apostrophe, backslash, double-escape, wrong-encoding, or all." placeholder:"KIND"`
	AsStory []string `help:"Take items of these types, beside posts and pages, as stories." placeholder:"TYPE"`
	Zone    string   `help:"Time zone of the old site, for dates in local time only: Europe/Vienna." placeholder:"ZONE"`
	Legacy  string   `help:"Encoding of bytes that are not UTF-8, where the file names none: windows-1256." placeholder:"NAME"`
}

// Run imports.
func (c *importWordPress) Run(s surroundings) error {
	return app.ImportWordPress(s.ctx, c.Data, app.Import{
		File: c.File, Media: c.Media, Edition: c.Edition, Report: c.Report, Zone: c.Zone, Encoding: c.Legacy,
		Repair: c.Repair, AsStory: c.AsStory, DryRun: c.DryRun, JSON: c.JSON, In: os.Stdin, Out: s.out, Errs: s.errs,
	})
}
