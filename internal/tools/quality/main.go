// Command quality looks at every page of the running demo: every link leads
// somewhere, the Nu checker finds no error in the HTML, axe-core none in
// accessibility (light on a laptop, dark on a phone), the browser's console is
// silent, and Lighthouse scores the front page and a story of each edition.
//
//	make quality
//	go run ./internal/tools/quality --address http://127.0.0.1:8080 --lighthouse=false
//
// Start reading at inspect. It exits with 1 when anything was found.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"dateline/internal/tools/crawl"
	"dateline/internal/tools/launch"
)

// options are the command line.
type options struct {
	binary     string
	address    string // of a running site; empty: the demo is started
	out        string // folder for the pages
	lighthouse bool
	runs       int
	least      int
}

func main() {
	var o options
	flag.StringVar(&o.binary, "binary", "bin/dateline", "the program to start")
	flag.StringVar(&o.address, "address", "", "look at this running site instead of starting the demo")
	flag.StringVar(&o.out, "out", ".cache/quality", "where the pages are kept")
	flag.BoolVar(&o.lighthouse, "lighthouse", true, "run Lighthouse too")
	flag.IntVar(&o.runs, "runs", 3, "runs of Lighthouse, of which the median counts")
	flag.IntVar(&o.least, "least", 95, "points that every score of Lighthouse must reach")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, o); err != nil {
		fmt.Fprintln(os.Stderr, "quality:", err)
		stop()
		os.Exit(1)
	}
}

// run starts the demo unless an address is given, and inspects it.
func run(ctx context.Context, out io.Writer, o options) error {
	if o.address != "" {
		return inspect(ctx, out, o)
	}
	if err := launch.Find(o.binary); err != nil {
		return err
	}
	program, err := launch.Demo(ctx, o.binary)
	if err != nil {
		return err
	}
	defer program.Stop()
	fmt.Fprintf(out, "the demo was ready after %d ms\n", program.Ready.Milliseconds())
	o.address = program.Address
	return inspect(ctx, out, o)
}

// inspect makes every check and counts what it found.
func inspect(ctx context.Context, out io.Writer, o options) error {
	site, err := crawl.Site(ctx, o.address, "/")
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d pages, %d addresses\n", len(site.Pages), site.Asked)
	if len(site.Pages) == 0 {
		return fmt.Errorf("no page at %s", o.address)
	}
	found := 0
	report := func(what string, faults []string) {
		fmt.Fprintf(out, "\n%s: %d\n", what, len(faults))
		for _, f := range faults {
			fmt.Fprintln(out, "  "+f)
		}
		found += len(faults)
	}
	report("links that lead nowhere", words(site.Faults))
	html, err := checkHTML(ctx, o.out, site.Pages)
	if err != nil {
		return err
	}
	report("errors in HTML", html)
	seen, err := checkInBrowser(ctx, site.Pages)
	if err != nil {
		return err
	}
	report("faults in the browser", seen)
	if o.lighthouse {
		low, err := score(ctx, out, o, site.Pages)
		if err != nil {
			return err
		}
		report(fmt.Sprintf("scores under %d", o.least), low)
	}
	if found > 0 {
		return fmt.Errorf("%d faults", found)
	}
	return nil
}

// words spells each thing of a list.
func words[T fmt.Stringer](list []T) []string {
	var all []string
	for _, thing := range list {
		all = append(all, thing.String())
	}
	return all
}
