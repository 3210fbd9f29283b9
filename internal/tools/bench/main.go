// Command bench measures the program from outside: its start and its memory
// with many stories, and a cached story page against nginx serving the same
// bytes from a file that is compressed already (gzip_static), which is as fast
// as one core can serve a page at all.
//
// Each server runs alone on one core and is asked by wrk on another, in turns,
// so that whatever else the machine does falls on both. Start reading at run,
// then compare. Absolute numbers are of this machine; the ratio travels.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"slices"
	"time"

	"dateline/internal/tools/launch"
)

// promised is the ratio of dateline's pages a second to nginx's that
// docs/performance.md promises.
const promised = 0.45

// The cores: the server's and the load's.
const (
	serverCore = "0"
	loadCore   = "1"
)

type options struct {
	binary string
	path   string
	data   string
	rounds int
	each   time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.binary, "binary", "bin/dateline", "the program to measure")
	flag.StringVar(&o.path, "path", "", "the page to serve; empty: the first story that the front page links to")
	flag.StringVar(&o.data, "data", "", "data folder of a newsroom with at least 5,000 stories")
	flag.IntVar(&o.rounds, "rounds", 3, "turns of each server, of which the median counts")
	flag.DurationVar(&o.each, "each", 5*time.Second, "length of a turn")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		stop()
		os.Exit(1)
	}
}

// run measures start and memory, then starts nginx with the same page and
// compares the two.
func run(ctx context.Context, out io.Writer, o options) error {
	if runtime.NumCPU() < 2 {
		return fmt.Errorf("two cores are needed: one for the server, one for the load")
	}
	for _, program := range []string{"nginx", "wrk", "taskset"} {
		if _, err := exec.LookPath(program); err != nil {
			return fmt.Errorf("%s is missing: apt-get install nginx wrk util-linux", program)
		}
	}
	if err := launch.Find(o.binary); err != nil {
		return err
	}
	if _, err := os.Stat(o.data); err != nil {
		return fmt.Errorf("%w: the benchmarks of internal/app make it", err)
	}
	program, err := launch.Serve(ctx, o.binary, o.data, "taskset", "-c", serverCore)
	if err != nil {
		return err
	}
	defer program.Stop()
	if err := holdings(ctx, out, program); err != nil {
		return err
	}
	story, err := cachedStory(ctx, program.Address, o.path)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: %d bytes, %d compressed\n", story.address, len(story.plain), len(story.gzip))
	nginx, err := startNginx(ctx, story)
	if err != nil {
		return err
	}
	defer nginx.stop()
	return compare(ctx, out, o,
		&rival{name: "dateline", address: story.address, pid: program.PID}, &rival{name: "nginx", address: nginx.address, pid: nginx.cmd.Process.Pid})
}

// rival is one of the two that are compared.
type rival struct {
	name, address string
	pid           int

	rates, costs []float64 // pages a second, seconds of the processor a page, of each turn
}

// turn loads a rival once.
func (r *rival) turn(ctx context.Context, out io.Writer, length time.Duration) error {
	before, err := spent(r.pid)
	if err != nil {
		return err
	}
	got, err := load(ctx, r.address, length)
	if err != nil {
		return fmt.Errorf("%s: %w", r.name, err)
	}
	after, err := spent(r.pid)
	if err != nil {
		return err
	}
	cost := (after - before).Seconds() / got.pages
	r.rates, r.costs = append(r.rates, got.rate), append(r.costs, cost)
	fmt.Fprintf(out, "  %-9s %9.0f pages/s, 99 in 100 within %s, %.1f µs of the processor a page\n", r.name, got.rate, got.slowest, cost*1e6)
	return nil
}

// compare lets the two take turns under the same load. Where the machine has
// other work the rates say little, and what a page costs says more.
func compare(ctx context.Context, out io.Writer, o options, ours, theirs *rival) error {
	for range o.rounds {
		for _, r := range []*rival{theirs, ours} {
			if err := r.turn(ctx, out, o.each); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(out, "ratio %.2f by rate, %.2f by the processor's time (dateline %.0f, nginx %.0f pages/s; medians of %d rounds; promised: %.2f)\n",
		middle(quotients(ours.rates, theirs.rates)), middle(quotients(theirs.costs, ours.costs)),
		middle(ours.rates), middle(theirs.rates), o.rounds, promised)
	return nil
}

// quotients divides turn by turn.
func quotients(a, b []float64) []float64 {
	all := make([]float64, len(a))
	for i := range a {
		all[i] = a[i] / b[i]
	}
	return all
}

// middle returns the median; of an even number, the lower of the middle two.
func middle(rates []float64) float64 {
	sorted := slices.Sorted(slices.Values(rates))
	return sorted[(len(sorted)-1)/2]
}
