package app

import (
	"errors"
	"io"
	"strings"

	"dateline/internal/library"
	"dateline/internal/news"
)

// Plainly says what an error means to whoever runs the program: the sentence
// meant for people where there is one, and the cause behind it once.
func Plainly(err error) string {
	var e *news.Error
	if !errors.As(err, &e) || e.Message == "" {
		return err.Error()
	}
	s := e.Message
	if strings.ContainsAny(e.Field, ".[") { // a place in a document, not the name of a setting
		s = e.Field + ": " + s
	}
	if e.Err != nil && e.Kind != news.Invalid && !strings.Contains(s, e.Err.Error()) {
		s += " (" + e.Err.Error() + ")"
	}
	return s
}

// BenchCommand is the first argument by which the program runs as the
// workbench that opens pictures in a process of its own.
const BenchCommand = library.BenchCommand

// Bench runs the workbench.
func Bench(args []string, in io.Reader, out io.Writer) int { return library.Bench(args, in, out) }
