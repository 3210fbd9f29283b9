package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"dateline/internal/config"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
)

// Finding is something that doctor found wrong, with what to do about it.
type Finding struct {
	Check  string `json:"check"`
	Found  string `json:"found"`
	Remedy string `json:"remedy"`
}

// Checkup is what one run of doctor looked at and found.
type Checkup struct {
	Checks   []string  `json:"checks"`
	Findings []Finding `json:"findings"`
}

// examination is one check: it adds its findings.
type examination struct {
	name string
	look func(ctx context.Context, p *patient) error
}

// patient is what doctor looks at.
type patient struct {
	store    *store.Store
	blobs    *library.Folder
	deep     bool
	findings []Finding
	check    string
}

func (p *patient) found(remedy, format string, args ...any) {
	p.findings = append(p.findings, Finding{p.check, fmt.Sprintf(format, args...), remedy})
}

// examinations are all checks, in their order.
var examinations = []examination{
	{"ledger", lookAtLedger}, {"record", lookAtRecord}, {"texts", lookAtSeals},
	{"references", lookAtReferences}, {"files", lookAtBlobs},
}

// Visit is how doctor looks at a newsroom.
type Visit struct {
	Deep bool // read every file of a picture, too
	JSON bool // tell in JSON
}

// Doctor checks a newsroom's data and tells what is wrong and what to do. The
// error says that something was found.
func Doctor(ctx context.Context, d config.Data, v Visit, out io.Writer) error {
	s, err := openExisting(ctx, d)
	if err != nil {
		return err
	}
	blobs, err := openBlobs(d, time.Now)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	c, err := examine(ctx, &patient{store: s, blobs: blobs, deep: v.Deep})
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	if err := c.tell(out, v.JSON); err != nil {
		return err
	}
	switch n := len(c.Findings); n {
	case 0:
		return nil
	case 1:
		return news.Errorf(news.Conflict, "", "Doctor found 1 thing that needs attention.")
	default:
		return news.Errorf(news.Conflict, "", "Doctor found %d things that need attention.", n)
	}
}

func examine(ctx context.Context, p *patient) (Checkup, error) {
	c := Checkup{Findings: []Finding{}}
	for _, e := range examinations {
		p.check = e.name
		if err := e.look(ctx, p); err != nil {
			return c, fmt.Errorf("check %s: %w", e.name, err)
		}
		c.Checks = append(c.Checks, e.name)
	}
	c.Findings = append(c.Findings, p.findings...)
	return c, nil
}

func (c Checkup) tell(out io.Writer, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(out).Encode(c)
	}
	for _, f := range c.Findings {
		if _, err := fmt.Fprintf(out, "%s: %s\n    %s\n", f.Check, f.Found, f.Remedy); err != nil {
			return err
		}
	}
	if len(c.Findings) > 0 {
		return nil
	}
	_, err := fmt.Fprintf(out, "All is well: %s.\n", strings.Join(c.Checks, ", "))
	return err
}

// Remedies.
const (
	restore = "Restore the newest backup from before the damage, and keep this folder for whoever looks into it."
	tellUs  = "This is a fault of Dateline or of the disk: keep a copy of the data folder and report it."
)

func lookAtLedger(ctx context.Context, p *patient) error {
	return p.store.Read(ctx, func(tx *store.Tx) error {
		head, rows, last, err := tx.Ledger().Counted(ctx)
		if err != nil {
			return err
		}
		if head != rows || head != last {
			p.found(restore, "the ledger's head is %d, but it has %d rows and ends at %d", head, rows, last)
		}
		return nil
	})
}

func lookAtRecord(ctx context.Context, p *patient) error {
	return p.store.Read(ctx, func(tx *store.Tx) error {
		editions, err := tx.Editions().All(ctx)
		if err != nil {
			return err
		}
		for _, e := range editions {
			_, err := tx.Record().CheckChain(ctx, e.ID)
			if errors.Is(err, store.ErrBroken) {
				p.found(restore, "edition %s: %v", e.Name, err)
			} else if err != nil {
				return err
			}
		}
		return nil
	})
}

func lookAtSeals(ctx context.Context, p *patient) error {
	var after news.ID
	for {
		var page []store.Sealed
		err := p.store.Read(ctx, func(tx *store.Tx) (err error) {
			page, err = tx.Revisions().CheckSeals(ctx, after, store.MaxListed)
			return err
		})
		if err != nil {
			return err
		}
		for _, s := range page {
			after = s.Revision
			if !s.Intact && !s.Destroyed {
				p.found(restore, "revision %s of story %s no longer matches its seal: its text was changed behind the record", s.Revision, s.Story)
			}
		}
		if len(page) < store.MaxListed {
			return nil
		}
	}
}

func lookAtReferences(ctx context.Context, p *patient) error {
	return p.store.Read(ctx, func(tx *store.Tx) error {
		loose, err := tx.Checkup().Dangling(ctx)
		for _, l := range loose {
			p.found(tellUs, "%s: %s", l.What, l.ID)
		}
		return err
	})
}
