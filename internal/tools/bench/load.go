package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"time"
)

// connections is how many wrk keeps open: enough to keep a core busy.
const connections = "64"

// result is what wrk measured.
type result struct {
	rate    float64 // pages a second
	pages   float64 // in all
	slowest string  // within which 99 of 100 pages came, as wrk spells it
}

// load asks for a page as fast as it can for a while.
func load(ctx context.Context, address string, length time.Duration) (result, error) {
	cmd := exec.CommandContext(ctx, "taskset", "-c", loadCore, "wrk", "-t1", "-c"+connections,
		fmt.Sprintf("-d%ds", int(length.Seconds())), "--latency", "-H", "Accept-Encoding: gzip", address)
	out, err := cmd.Output()
	if err != nil {
		return result{}, fmt.Errorf("wrk: %w", err)
	}
	return read(string(out))
}

// What wrk prints.
var (
	wrkPages   = regexp.MustCompile(`(?m)^\s+(\d+) requests in `)
	wrkRate    = regexp.MustCompile(`(?m)^Requests/sec:\s+([\d.]+)`)
	wrkSlowest = regexp.MustCompile(`(?m)^\s+99%\s+(\S+)`)
	wrkTrouble = regexp.MustCompile(`(?m)^\s+(Non-2xx or 3xx responses: .*|Socket errors: .*)$`)
)

// read takes wrk's report apart. A turn with errors is no measurement.
func read(out string) (result, error) {
	if trouble := wrkTrouble.FindStringSubmatch(out); trouble != nil {
		return result{}, errors.New("wrk: " + trouble[1])
	}
	rate, pages, slowest := wrkRate.FindStringSubmatch(out), wrkPages.FindStringSubmatch(out), wrkSlowest.FindStringSubmatch(out)
	if rate == nil || pages == nil || slowest == nil {
		return result{}, fmt.Errorf("wrk: its report: %.500s", out)
	}
	r := result{slowest: slowest[1]}
	var err1, err2 error
	r.rate, err1 = strconv.ParseFloat(rate[1], 64)
	r.pages, err2 = strconv.ParseFloat(pages[1], 64)
	if err := errors.Join(err1, err2); err != nil {
		return result{}, fmt.Errorf("wrk: its numbers: %w", err)
	}
	return r, nil
}
