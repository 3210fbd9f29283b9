package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"dateline/internal/config"
	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
	"dateline/internal/wire"
	"dateline/internal/wire/wxr"
)

// Import is what the command line says of an import.
type Import struct {
	File     string // "-" reads In
	Media    string
	Edition  string
	Report   string // file for the complete report
	Zone     string
	Encoding string
	Repair   []string
	AsStory  []string
	DryRun   bool
	JSON     bool
	In       io.Reader
	// Out gets the report, Errs the progress.
	Out, Errs io.Writer
}

// ImportWordPress imports an export of WordPress. The report is written even
// where the error says that the import ended early.
func ImportWordPress(ctx context.Context, d config.Data, o Import) error {
	kinds, err := wire.ParseDamage(o.Repair)
	if err != nil {
		return err
	}
	in, err := openImport(d, o)
	if err != nil {
		return err
	}
	defer in.close()
	options := wire.Options{
		Store: in.store, Desk: desk.New(in.store), Library: library.New(library.Options{Store: in.store, Blobs: in.blobs, Now: time.Now}),
		Export: in.export, Media: in.media, Edition: o.Edition, DryRun: o.DryRun, Repair: kinds, Types: o.AsStory,
		Read: wxr.Options{Legacy: o.Encoding, Zone: o.Zone}, Scratch: in.scratch, Now: time.Now, Tell: in.teller(o),
	}
	bar := newBar(o.Errs, time.Now)
	options.Progress = bar.show
	report, err := wire.WordPress(ctx, options)
	bar.end()
	if errors.Is(err, context.Canceled) {
		err = news.Errorf(news.Unavailable, "", "The import was stopped. What is named above is here; run the same command again to continue.")
	}
	return errors.Join(err, in.tell(report, o))
}

// importing holds what an import has open.
type importing struct {
	store   *store.Store
	blobs   *library.Folder
	export  *os.File
	media   fs.FS
	report  *os.File // nil for none
	scratch string
	closing []func()
}

func (in *importing) close() {
	for _, end := range slices.Backward(in.closing) {
		end()
	}
}

func openImport(d config.Data, o Import) (*importing, error) {
	in := &importing{scratch: d.Data}
	for _, open := range []func(config.Data, Import) error{in.openStore, in.openExport, in.openMedia, in.openReport} {
		if err := open(d, o); err != nil {
			in.close()
			return nil, err
		}
	}
	return in, nil
}

// openStore opens the newsroom. A dry run writes nothing at all: what is not
// there yet is made in a folder that goes away again.
func (in *importing) openStore(d config.Data, o Import) error {
	if o.DryRun {
		in.scratch = ""
		if _, err := os.Stat(filepath.Join(d.Data, store.SQLiteFile)); d.Database == "" && errors.Is(err, fs.ErrNotExist) {
			dir, err := os.MkdirTemp("", "dateline-import-")
			if err != nil {
				return fmt.Errorf("make folder for the dry run: %w", err)
			}
			in.closing = append(in.closing, func() { _ = os.RemoveAll(dir) })
			d.Data = dir
		}
	}
	var err error
	if in.store, err = store.Open(context.Background(), store.Options{Dir: d.Data, Database: d.Database}); err != nil {
		return err
	}
	in.closing = append(in.closing, func() { _ = in.store.Close() }) // every act was committed
	if o.DryRun {
		return nil
	}
	if err := os.MkdirAll(d.Data, 0o700); err != nil {
		return fmt.Errorf("make data directory: %w", err)
	}
	in.blobs, err = openBlobs(d, time.Now)
	return err
}

// openExport opens the file, or writes what comes through a pipe aside, since
// it is read twice.
func (in *importing) openExport(_ config.Data, o Import) error {
	f := o.In
	var err error
	if o.File != "-" {
		file, err := os.Open(o.File)
		if err != nil {
			return news.Errorf(news.Invalid, "file", "The export cannot be opened: %w", err)
		}
		in.closing = append(in.closing, func() { file.Close() })
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			in.export = file
			return nil
		}
		f = file
	}
	if in.export, err = os.CreateTemp(in.scratch, ".export-"); err != nil {
		return fmt.Errorf("write the export aside: %w", err)
	}
	in.closing = append(in.closing, func() { in.export.Close() })
	if err := os.Remove(in.export.Name()); err != nil {
		return fmt.Errorf("write the export aside: %w", err)
	}
	if _, err := io.Copy(in.export, io.LimitReader(f, wxr.MaxExport)); err != nil {
		return news.Errorf(news.Unavailable, "", "The export could not be written aside; make room in %s: %w", in.scratch, err)
	}
	_, err = in.export.Seek(0, io.SeekStart)
	return err
}

// openMedia opens the folder of the old site's files, and nothing outside it.
func (in *importing) openMedia(_ config.Data, o Import) error {
	if o.Media == "" {
		return nil
	}
	root, err := os.OpenRoot(o.Media)
	if err != nil {
		return news.Errorf(news.Invalid, "media", "The folder of pictures cannot be opened: %w", err)
	}
	in.closing = append(in.closing, func() { _ = root.Close() })
	in.media = root.FS()
	return nil
}

func (in *importing) openReport(_ config.Data, o Import) error {
	if o.Report == "" {
		return nil
	}
	var err error
	if in.report, err = os.OpenFile(o.Report, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600); err != nil {
		return news.Errorf(news.Invalid, "report", "The report cannot be written: %w", err)
	}
	in.closing = append(in.closing, func() { in.report.Close() })
	return nil
}
