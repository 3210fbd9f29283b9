package wire

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/store"
	"dateline/internal/wire/wxr"
)

// Options say what is imported, and how.
type Options struct {
	Store   *store.Store
	Desk    *desk.Desk
	Library *library.Library

	// Export is read twice.
	Export io.ReadSeeker
	// Media holds the files of the old site, as below wp-content/uploads; nil
	// where there are none.
	Media fs.FS
	// Edition names the edition that the stories come into. Without it the
	// only one there is, or a new one in the language of the export.
	Edition string
	// DryRun changes nothing and reports what would be.
	DryRun bool
	// Repair lists the kinds of damage to mend, as far as that can be known.
	Repair []wxr.DamageKind
	// Types are kinds of item, beside post and page, that become stories.
	Types []string
	// Read says how to read what the export leaves open.
	Read wxr.Options
	// Scratch is a folder for files that have no name; "" is the system's.
	Scratch string
	// Progress, when set, is told how far the import has come after each batch.
	Progress func(Progress)
	// Tell, when set, is told every entry after its batch is admitted.
	Tell func(Entry) error
	// Now is the clock.
	Now func() time.Time
}

// Progress is how far an import has come.
type Progress struct {
	Items, Of int64 // of the export
	Stories   int   // new or changed so far
}

// run is one import under way.
type run struct {
	Options
	survey  *survey
	ids     identity
	source  string
	fresh   bool // the source has never been imported
	edition news.Edition
	makes   bool // the edition is made by this import
	locale  *locale.Locale
	shelves map[string]bool    // slugs of categories that are sections
	places  map[string]news.ID // sections, tags and people by their key, as far as met
	photos  map[string]photo
	misses  []string // page tags of what is answered where nothing stands
	report  Report
	done    int64 // items admitted or left out
}

// WordPress imports an export. The report says what was done even where the
// error says why it ended early: what was admitted by then stays, and the same
// import run again continues. The error is Invalid for a file that is damaged
// or is no export, and the context's where it was cancelled.
func WordPress(ctx context.Context, o Options) (Report, error) {
	s, err := newSurvey(o)
	if err != nil {
		return Report{}, err
	}
	defer s.close()
	r := &run{Options: o, survey: s, places: map[string]news.ID{}, photos: map[string]photo{}}
	r.report.DryRun = o.DryRun
	err = r.through(ctx)
	r.report.sorted()
	return r.report, err
}

// through goes through the export twice.
func (r *run) through(ctx context.Context) error {
	if err := r.survey.take(ctx, r.Export, r.Read); err != nil {
		return fmt.Errorf("read export: %w", err)
	}
	if _, err := r.Export.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read export again: %w", err)
	}
	if err := r.prepare(ctx); err != nil {
		return err
	}
	if err := r.admitAll(ctx); err != nil {
		return err
	}
	if err := r.survey.damage; err != nil {
		return fmt.Errorf("read export: %w", err)
	}
	r.report.Complete = true
	return nil
}

// prepare finds source, edition and sections, and admits what all else stands
// in.
func (r *run) prepare(ctx context.Context) error {
	r.source = sourceOf(r.survey.site())
	if r.source == "" {
		r.source = "unnamed: " + oneLine(r.survey.channel.Title)
	}
	r.report.Source, r.report.Title = r.source, oneLine(wxr.PlainText(r.survey.channel.Title))
	var err error
	if r.ids, err = readIdentity(ctx, r.Store, r.source); err != nil {
		return err
	}
	if r.fresh = r.ids.secret == nil; r.fresh {
		r.ids = newIdentity()
	}
	if err := r.chooseEdition(ctx); err != nil {
		return err
	}
	if r.shelves, err = r.chooseSections(ctx); err != nil {
		return err
	}
	if r.DryRun {
		return nil
	}
	err = r.Desk.Import(ctx, news.System, func(in *desk.Intake) error { return r.found(ctx, in) })
	if err != nil {
		return fmt.Errorf("begin import: %w", err)
	}
	return nil
}

// found admits the edition and the source's secret where they are new.
func (r *run) found(ctx context.Context, in *desk.Intake) error {
	if r.makes {
		if _, err := in.Edition(ctx, r.edition); err != nil {
			return err
		}
	}
	if r.fresh {
		return r.ids.keep(ctx, in, r.source)
	}
	return nil
}

// errDry rolls a batch of a dry run back.
var errDry = errors.New("dry run")

// weight bounds a batch: things in it, and bytes of their texts. A batch is one
// transaction and one row of the ledger.
const (
	maxBatch      = 50
	maxBatchBytes = 4 << 20
)

// admitAll converts and admits item by item. Converting and admitting go on
// side by side, one batch apart.
func (r *run) admitAll(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	batches := make(chan batch)
	ended := make(chan error, 1)
	go func() {
		defer close(batches)
		ended <- r.convertAll(ctx, batches)
	}()
	var failed error
	for b := range batches {
		if failed == nil {
			failed = r.admit(ctx, b)
		}
		if failed != nil {
			stop() // and wait for the other side to see it
		}
	}
	if err := <-ended; failed == nil {
		failed = err
	}
	return failed
}

// convertAll reads the export the second time and sends batches.
func (r *run) convertAll(ctx context.Context, out chan<- batch) error {
	var b batch
	send := func() error {
		select {
		case out <- b:
			b = batch{}
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	for record, err := range wxr.Read(ctx, r.Export, r.Read) {
		if err != nil {
			if news.KindOf(err) == news.Invalid { // what the survey met
				break
			}
			return fmt.Errorf("read export again: %w", err)
		}
		if err := r.convert(ctx, record, &b); err != nil {
			return err
		}
		if len(b.items) >= maxBatch || b.bytes >= maxBatchBytes {
			if err := send(); err != nil {
				return err
			}
		}
	}
	return send()
}
