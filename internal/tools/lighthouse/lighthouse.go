// Package lighthouse runs Lighthouse's phone profile over a page and returns
// the median scores of several runs: one run alone is noise.
package lighthouse

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"dateline/e2e/browser"
	"dateline/quality/node"
)

// Categories are what Lighthouse scores, in the order of Scores.
var Categories = [...]string{"performance", "accessibility", "best-practices", "seo"}

// Scores are points from 0 to 100, one per category.
type Scores [len(Categories)]int

func (s Scores) String() string {
	var words []string
	for i, category := range Categories {
		words = append(words, fmt.Sprintf("%s %d", category, s[i]))
	}
	return strings.Join(words, ", ")
}

// Least returns the lowest of the scores.
func (s Scores) Least() int { return slices.Min(s[:]) }

// Report is what the runs over a page found.
type Report struct {
	Address string
	Scores  Scores   // medians
	Lost    []string // audits that cost points in the last run
}

// Median scores a page, several times.
func Median(ctx context.Context, address string, runs int) (*Report, error) {
	if runs < 1 {
		return nil, errors.New("lighthouse: no runs")
	}
	chromium, err := exec.LookPath(browser.Program)
	if err != nil {
		return nil, browser.ErrMissing
	}
	modules, err := node.Install(ctx, node.Lighthouse)
	if err != nil {
		return nil, err
	}
	report := &Report{Address: address}
	var all []Scores
	for range runs {
		out, err := run(ctx, modules, chromium, address)
		if err != nil {
			return nil, err
		}
		scores, lost, err := read(out)
		if err != nil {
			return nil, err
		}
		all = append(all, scores)
		report.Lost = lost
	}
	report.Scores = median(all)
	return report, nil
}

// run runs Lighthouse once and returns its report. It comes through a file:
// Lighthouse exits without waiting for a pipe to take all of it.
func run(ctx context.Context, modules, chromium, address string) ([]byte, error) {
	cli := filepath.Join(modules, "lighthouse", "cli", "index.js")
	dir, err := os.MkdirTemp("", "lighthouse-")
	if err != nil {
		return nil, fmt.Errorf("lighthouse: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // the system tidies up what stays
	file := filepath.Join(dir, "report.json")
	cmd := exec.CommandContext(ctx, "node", cli, address, "--output=json", "--output-path="+file, "--quiet",
		"--only-categories="+strings.Join(Categories[:], ","),
		"--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync")
	cmd.Env = append(os.Environ(), "CHROME_PATH="+chromium)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("lighthouse: %s: %w: %s", address, err, bytes.TrimSpace(complaints.Bytes()))
	}
	out, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("lighthouse: %s: no report: %w", address, err)
	}
	return out, nil
}

// read takes Lighthouse's report apart: the scores, and the audits that were
// not passed.
func read(out []byte) (Scores, []string, error) {
	var report struct {
		RuntimeError struct{ Message string }
		Categories   map[string]struct {
			Score     *float64
			AuditRefs []struct {
				ID     string
				Weight float64
			}
		}
		Audits map[string]struct {
			Title, DisplayValue string
			Score               *float64
		}
	}
	var scores Scores
	if err := json.Unmarshal(out, &report); err != nil {
		return scores, nil, fmt.Errorf("lighthouse: its report: %w: %.200s", err, out)
	}
	if report.RuntimeError.Message != "" {
		return scores, nil, fmt.Errorf("lighthouse: %s", report.RuntimeError.Message)
	}
	var lost []string
	for i, name := range Categories {
		category := report.Categories[name]
		if category.Score == nil {
			return scores, nil, fmt.Errorf("lighthouse: no score for %s", name)
		}
		scores[i] = int(math.Round(*category.Score * 100))
		for _, ref := range category.AuditRefs {
			if audit := report.Audits[ref.ID]; ref.Weight > 0 && audit.Score != nil && *audit.Score < 0.9 {
				lost = append(lost, strings.TrimSpace(fmt.Sprintf("%s: %s %s", name, audit.Title, audit.DisplayValue)))
			}
		}
	}
	return scores, lost, nil
}

// median returns the middle of each score; of an even number, the lower one.
func median(all []Scores) Scores {
	var middle Scores
	for i := range middle {
		var column []int
		for _, s := range all {
			column = append(column, s[i])
		}
		slices.Sort(column)
		middle[i] = column[(len(column)-1)/2]
	}
	return middle
}
