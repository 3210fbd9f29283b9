package main

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"dateline/e2e/browser"
	"dateline/internal/tools/crawl"
	"dateline/internal/tools/lighthouse"
	"dateline/quality/nu"
)

// looks are the two ways each page is looked at: between them are both colour
// schemes and both ends of the widths.
var looks = []browser.View{browser.Laptop, {Width: browser.Phone.Width, Height: browser.Phone.Height, Dark: true}}

// checkHTML keeps the pages in a folder and runs the Nu checker over them.
func checkHTML(ctx context.Context, dir string, pages []crawl.Page) ([]string, error) {
	if err := os.RemoveAll(dir); err != nil {
		return nil, fmt.Errorf("keep pages: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("keep pages: %w", err)
	}
	addresses := map[string]string{}
	var files []string
	for i, page := range pages {
		file := filepath.Join(dir, fmt.Sprintf("%04d.html", i+1))
		if err := os.WriteFile(file, page.HTML, 0o644); err != nil {
			return nil, fmt.Errorf("keep pages: %w", err)
		}
		addresses[file] = page.Address
		files = append(files, file)
	}
	messages, err := nu.Check(ctx, files...)
	if err != nil {
		return nil, err
	}
	var faults []string
	for _, m := range messages {
		faults = append(faults, fmt.Sprintf("%s %v", addresses[m.File], m))
	}
	return faults, nil
}

// checkInBrowser opens every page in each look.
func checkInBrowser(ctx context.Context, pages []crawl.Page) ([]string, error) {
	b, err := browser.Start(ctx)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	var faults []string
	for _, page := range pages {
		for _, view := range looks {
			found, err := look(ctx, b, page.Address, view)
			if err != nil {
				return nil, err
			}
			for _, f := range found {
				faults = append(faults, fmt.Sprintf("%s (%d px, dark %v): %s", page.Address, view.Width, view.Dark, f))
			}
		}
	}
	return faults, nil
}

// look opens a page once and returns what is wrong with it.
func look(ctx context.Context, b *browser.Browser, address string, view browser.View) ([]string, error) {
	p, err := b.Open(ctx, address, view)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	violations, err := p.Axe(ctx)
	if err != nil {
		return nil, err
	}
	faults := append(p.Problems(), words(violations)...)
	wider, err := p.Overflow()
	if err != nil {
		return nil, err
	}
	if wider > 0 {
		faults = append(faults, fmt.Sprintf("%d px wider than the screen", wider))
	}
	return faults, nil
}

// score runs Lighthouse over a front page and a story of each edition, prints
// the scores and returns those that are too low.
func score(ctx context.Context, out io.Writer, o options, pages []crawl.Page) ([]string, error) {
	var low []string
	fmt.Fprintf(out, "\nLighthouse, phone, median of %d:\n", o.runs)
	for _, address := range exemplars(pages) {
		report, err := lighthouse.Median(ctx, address, o.runs)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(out, "  %s: %v\n", address, report.Scores)
		if report.Scores.Least() < o.least {
			low = append(low, fmt.Sprintf("%s: %v\n    %s", address, report.Scores, strings.Join(report.Lost, "\n    ")))
		}
	}
	return low, nil
}

// The shapes of addresses: an edition's front page, and a story in it.
var (
	frontPath = regexp.MustCompile(`^/([^/-][^/]*)/$`)
	storyPath = regexp.MustCompile(`^/([^/-][^/]*)/\d{4}/\d{2}/[^/]+$`)
)

// exemplars picks the pages that stand for the others: of each edition the
// front page and the first story that the crawl met.
func exemplars(pages []crawl.Page) []string {
	met := map[string]bool{}
	var picked []string
	for _, page := range pages {
		u, err := url.Parse(page.Address)
		if err != nil || page.Status != 200 {
			continue
		}
		for kind, shape := range map[string]*regexp.Regexp{"front": frontPath, "story": storyPath} {
			edition := shape.FindStringSubmatch(u.Path)
			if edition == nil || met[kind+edition[1]] {
				continue
			}
			met[kind+edition[1]] = true
			picked = append(picked, page.Address)
		}
	}
	return picked
}
