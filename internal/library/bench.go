package library

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"
)

// BenchCommand is the first argument by which the program knows that it is to
// run Bench and nothing else.
const BenchCommand = "open-picture"

// order is what the child is to do with one file.
type order struct {
	mediaType string
	scrub     bool // hand back the pixels alone as well
	proof     bool // make a proof only: see proofWidths
}

// Words of the command line.
const (
	scrubArg = "scrub"
	proofArg = "proof"
)

func (o order) args() []string {
	args := []string{BenchCommand, o.mediaType}
	if o.scrub {
		args = append(args, scrubArg)
	}
	if o.proof {
		args = append(args, proofArg)
	}
	return args
}

// orderOf reads what args writes, without BenchCommand.
func orderOf(args []string) (o order, ok bool) {
	if len(args) == 0 {
		return o, false
	}
	o.mediaType = args[0]
	for _, a := range args[1:] {
		switch a {
		case scrubArg:
			o.scrub = true
		case proofArg:
			o.proof = true
		default:
			return o, false
		}
	}
	return o, true
}

// Bench is the child process in which a stranger's file is opened: it takes
// away its own means, reads the file from in and writes what it made of it to
// out. args are the arguments behind BenchCommand. It returns the exit status.
// The program must call it before it does anything else.
func Bench(args []string, in io.Reader, out io.Writer) int {
	o, ok := orderOf(args)
	if !ok {
		fmt.Fprintln(os.Stderr, "open-picture is for the program's own use: open-picture TYPE [scrub] [proof]")
		return 2
	}
	if err := confine(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	// Should the parent be killed, nobody else ends this process.
	time.AfterFunc(MaxTime+5*time.Second, func() { os.Exit(1) }) //nolint:revive,forbidigo // it must end whatever main does
	file, err := io.ReadAll(io.LimitReader(in, MaxUpload+1))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if err := carve(file, o).send(out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// confine takes away memory, files and processor time that one picture does
// not need.
func confine() error {
	debug.SetMemoryLimit(MaxMemory * 3 / 4) // collect before the wall is reached
	debug.SetGCPercent(50)
	if err := limitProcess(); err != nil {
		return fmt.Errorf("confine child: %w", err)
	}
	return nil
}

// carve makes of a file what the library keeps, or says why not.
func carve(file []byte, o order) (w *work) {
	defer func() {
		if r := recover(); r != nil { // a decoder's fault, met by a damaged file
			w = &work{Refusal: damaged(fmt.Errorf("panic: %v", r))}
		}
	}()
	w, err := openPicture(file, o)
	if err == nil {
		return w
	}
	var no *refusal
	if !errors.As(err, &no) {
		no = damaged(err)
	}
	return &work{Refusal: no}
}

func damaged(err error) *refusal {
	return &refusal{
		Message: "The picture is damaged or not whole, and cannot be opened. Open it in a picture program and save it anew as JPEG, or fetch it again.",
		Cause:   fmt.Sprintf("%.500s", err.Error()),
	}
}

// Error implements error.
func (r *refusal) Error() string { return r.Message }

// openPicture decodes a file and encodes all that is made of it.
func openPicture(file []byte, o order) (*work, error) {
	if err := checkHeader(file, o.mediaType); err != nil {
		return nil, err
	}
	told := tell(file, o.mediaType)
	src, err := decode(bytes.NewReader(file), o.mediaType)
	if err != nil {
		return nil, err
	}
	s := studyOf(src, o)
	s.colours = profileOf(file, o.mediaType)
	w := &work{Facts: told.Facts}
	w.Facts.Width, w.Facts.Height = told.orientation.size(src.Bounds().Dx(), src.Bounds().Dy())
	if o.scrub {
		if w.Pixels, err = s.whole(src, told.orientation); err != nil {
			return nil, err
		}
	}
	small := told.orientation.upright(shrink(src, w.Facts.Width))
	s.colours.apply(small.Pix)
	w.Renditions, err = s.renditions(small, w.Facts.Width, w.Facts.Height)
	return w, err
}
