package library

import "time"

// Limits of one picture.
const (
	// MaxUpload is how many bytes an uploaded file has at most.
	MaxUpload = 60 << 20
	// MaxPixels is how many pixels a picture has at most: more than any
	// camera of the press makes, and what the child's memory can hold.
	MaxPixels = 100_000_000
	// MaxSide is the longest side in pixels.
	MaxSide = 30_000
	// MaxTall is how many times taller than wide a picture may be: a
	// rendition of the widest size then still fits every format.
	MaxTall = 8
)

// Limits of words, in characters.
const (
	MaxCaption   = 2000
	MaxAlt       = 1000
	MaxLine      = 500 // creator, credit, copyright, rights
	MaxLanguages = 40
)

// Limits of the child process that opens a stranger's file.
const (
	// MaxMemory is how many bytes it may take beside the program itself.
	MaxMemory = 1 << 30
	// MaxTime is how long it may work on one picture.
	MaxTime = 60 * time.Second
	// MaxAnswer is how many bytes it may hand back.
	MaxAnswer = 128 << 20
	// MaxComplaint is how much of its error output is kept for the log.
	MaxComplaint = 2 << 10
)

// Widths are the widths of renditions in pixels, narrowest first. A narrower
// picture gets its own width as its widest.
var Widths = []int{320, 480, 640, 960, 1280, 1920}
