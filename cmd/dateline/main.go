// Command dateline is the newsroom in one binary: it serves the site and the
// newsroom, opens the demo, imports, checks and keeps accounts. Start reading
// at commands in this file; what each does is in internal/app.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	_ "time/tzdata" // zones on machines that have none

	"github.com/alecthomas/kong"

	"dateline/internal/app"
)

// Exit statuses.
const (
	exitFailed = 1
	exitUsage  = 2
)

// commands is the command line.
type commands struct {
	Serve  serveCommand  `cmd:"" help:"Serve a newsroom."`
	Demo   demoCommand   `cmd:"" help:"Open the demo newsroom, The Vienna Courier."`
	Doctor doctorCommand `cmd:"" help:"Check the newsroom's data, and say what to do."`
	Import importCommand `cmd:"" help:"Bring in what other systems hold."`
	User   userCommand   `cmd:"" help:"Keep who can sign in to the newsroom."`
	Theme  themeCommand  `cmd:"" help:"Check a theme."`
}

type serveCommand struct{ app.Server }

type demoCommand struct{ app.Server }

type doctorCommand struct {
	app.Data
	Deep bool `help:"Read every picture's file as well, and compare it with its digest."`
	JSON bool `help:"Write JSON." name:"json"`
}

// Run checks the data.
func (c *doctorCommand) Run(s surroundings) error {
	return app.Doctor(s.ctx, c.Data, app.Visit{Deep: c.Deep, JSON: c.JSON}, s.out)
}

// surroundings are what a command works with.
type surroundings struct {
	ctx       context.Context
	out, errs io.Writer
}

// Run serves until the program is told to stop.
func (c *serveCommand) Run(s surroundings) error { return app.Serve(s.ctx, c.Server, s.out, s.errs) }

// Run opens the demo.
func (c *demoCommand) Run(s surroundings) error { return app.Demo(s.ctx, c.Server, s.out, s.errs) }

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is main with its surroundings handed in; it returns the exit status.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	if len(args) > 0 && args[0] == app.BenchCommand {
		return app.Bench(args[1:], in, out)
	}
	forgetEmpty()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	parser, err := kong.New(&commands{}, kong.Name("dateline"), kong.Writers(out, errs), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Description("The newsroom in one binary."), kong.Configuration(readSettings, settingsFile))
	if err != nil {
		return complain(errs, err, exitUsage)
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return complain(errs, misused(err), exitUsage)
	}
	if err := parsed.Run(surroundings{ctx, out, errs}); err != nil {
		return complain(errs, err, exitFailed)
	}
	return 0
}

// misused adds to an error of the command line where its usage is told.
func misused(err error) error {
	command := "dateline"
	var e *kong.ParseError
	if errors.As(err, &e) && e.Context.Selected() != nil {
		command = e.Context.Selected().FullPath()
	}
	return fmt.Errorf("%w; “%s --help” tells what there is", err, command)
}

// complain writes an error as one plain line.
func complain(errs io.Writer, err error, status int) int {
	line := strings.Join(strings.Fields(app.Plainly(err)), " ")
	if _, e := fmt.Fprintf(errs, "dateline: %s\n", line); e != nil && !errors.Is(e, os.ErrClosed) {
		return exitFailed
	}
	return status
}
