package library

import (
	"time"

	"dateline/internal/store"
)

// Options open a Library.
type Options struct {
	Store *store.Store
	Blobs Blobs
	// Now is the clock.
	Now func() time.Time
	// Program is the path of the program that runs Bench when its first
	// argument is BenchCommand; "" for the running program itself.
	Program string
	// Lanes is how many pictures are opened at once; 0 for two.
	Lanes int
	// Language is the language of words found in files that name none:
	// BCP 47, "" for English.
	Language string
}

// Library keeps the pictures of the publication.
type Library struct {
	store    *store.Store
	blobs    Blobs
	now      func() time.Time
	language string
	workshop *workshop
}

// New returns a library.
func New(o Options) *Library {
	if o.Now == nil {
		o.Now = time.Now //nolint:forbidigo // the clock of whoever brings none
	}
	if o.Lanes <= 0 {
		o.Lanes = 2
	}
	if o.Language == "" {
		o.Language = "en"
	}
	return &Library{store: o.Store, blobs: o.Blobs, now: o.Now, language: o.Language, workshop: newWorkshop(o.Program, o.Lanes)}
}
