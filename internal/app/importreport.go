package app

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dateline/internal/wire"
)

// The complete report is JSON Lines: an entry each, and the summary last, so
// that it can be written while the import goes on, whatever its size.

// teller writes each entry to the report's file, and to the output where that
// is JSON; nil where nobody wants it.
func (in *importing) teller(o Import) func(wire.Entry) error {
	var to []io.Writer
	if in.report != nil {
		to = append(to, in.report)
	}
	if o.JSON {
		to = append(to, o.Out)
	}
	if len(to) == 0 {
		return nil
	}
	encoder := json.NewEncoder(io.MultiWriter(to...))
	return func(e wire.Entry) error { return encoder.Encode(e) }
}

// summary is the last line of a complete report.
type summary struct {
	Summary wire.Report `json:"summary"`
}

// tell writes the report's end: the summary as JSON, or plain text.
func (in *importing) tell(r wire.Report, o Import) error {
	if in.report != nil {
		if err := json.NewEncoder(in.report).Encode(summary{r}); err != nil {
			return fmt.Errorf("write report: %w", err)
		}
		if err := in.report.Sync(); err != nil {
			return fmt.Errorf("write report: %w", err)
		}
	}
	if o.JSON {
		return json.NewEncoder(o.Out).Encode(summary{r})
	}
	_, err := io.WriteString(o.Out, plainReport(r))
	return err
}

// maxTold is how many heaps the report on a terminal shows.
const maxTold = 40

// plainReport writes a report for a person.
func plainReport(r wire.Report) string {
	var b strings.Builder
	if r.Source == "" {
		return ""
	}
	fmt.Fprintf(&b, "%s (%s) → edition %s%s\n", or(r.Title, "Untitled"), r.Source, r.Edition, map[bool]string{true: ", new"}[r.EditionMade])
	if r.DryRun {
		b.WriteString("This was a dry run: nothing was changed.\n")
	}
	fmt.Fprintf(&b, "\n%-10s %8s %8s %10s %8s %9s\n", "", "new", "changed", "unchanged", "kept", "left out")
	for _, t := range r.Tallies {
		fmt.Fprintf(&b, "%-10s %8d %8d %10d %8d %9d\n", t.What, t.New, t.Changed, t.Unchanged, t.Kept, t.LeftOut)
	}
	var group wire.Group
	for i, h := range r.Heaps {
		if i == maxTold {
			fmt.Fprintf(&b, "\n… and %d more kinds; --report FILE writes them all.\n", len(r.Heaps)-i)
			break
		}
		if h.Group != group {
			group = h.Group
			fmt.Fprintf(&b, "\n%s\n", heading[group])
		}
		writeHeap(&b, h)
	}
	return b.String()
}

var heading = map[wire.Group]string{
	wire.LeftOut: "Left out", wire.Kept: "Changed here since, and kept", wire.Damaged: "Damaged texts", wire.Altered: "Changed on the way",
}

func writeHeap(b *strings.Builder, h wire.Heap) {
	fmt.Fprintf(b, "  %d× %s\n", h.Count, h.What)
	for i, e := range h.Examples {
		if e == "" || i == maxShown {
			break
		}
		fmt.Fprintf(b, "       %s\n", shorten(e))
	}
}

// Bounds of the examples on a terminal.
const (
	maxShown = 2
	maxWide  = 110
)

func shorten(s string) string {
	if runes := []rune(s); len(runes) > maxWide {
		return string(runes[:maxWide-1]) + "…"
	}
	return s
}

func or(first, second string) string {
	if first != "" {
		return first
	}
	return second
}
