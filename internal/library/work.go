package library

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// What the child hands back: the length of a JSON head in four bytes, the
// head, and then the files that the head lists, one after the other.

// work is what came of opening one file.
type work struct {
	Refusal    *refusal `json:",omitempty"`
	Facts      Facts
	Renditions []drawn `json:",omitempty"`
	Pixels     *drawn  `json:",omitempty"` // the whole picture without its metadata
}

// refusal says, in a sentence for the sender, why a file is not taken.
type refusal struct {
	TooLarge bool
	Message  string
	Cause    string `json:",omitempty"` // for the log
}

// drawn is one encoded picture.
type drawn struct {
	Width, Height int
	MediaType     string
	Length        int
	Bytes         []byte `json:"-"`
}

// Facts are what a file says of itself.
type Facts struct {
	Width, Height int // upright
	Creator       string
	Credit        string
	Copyright     string
	Rights        string
	SourceType    string
	Words         []SaidWords
}

// SaidWords are a file's words in one language; "" where it names none.
type SaidWords struct {
	Language string
	Caption  string
	Alt      string
}

const maxHead = 1 << 20

var errAnswer = errors.New("the child's answer is not whole")

// files lists the files of an answer in the order in which they are sent.
func (w *work) files() []*drawn {
	var all []*drawn
	for i := range w.Renditions {
		all = append(all, &w.Renditions[i])
	}
	if w.Pixels != nil {
		all = append(all, w.Pixels)
	}
	return all
}

func (w *work) send(to io.Writer) error {
	for _, d := range w.files() {
		d.Length = len(d.Bytes)
	}
	head, err := json.Marshal(w)
	if err != nil {
		return fmt.Errorf("send answer: %w", err)
	}
	if _, err := to.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(head))), head...)); err != nil {
		return fmt.Errorf("send answer: %w", err)
	}
	for _, d := range w.files() {
		if _, err := to.Write(d.Bytes); err != nil {
			return fmt.Errorf("send answer: %w", err)
		}
	}
	return nil
}

// receive reads an answer of MaxAnswer bytes at most. It believes none of its
// numbers: the child has read a stranger's file.
func receive(from io.Reader) (*work, error) {
	from = io.LimitReader(from, MaxAnswer)
	var length [4]byte
	if _, err := io.ReadFull(from, length[:]); err != nil {
		return nil, fmt.Errorf("receive answer: %w", err)
	}
	n := binary.BigEndian.Uint32(length[:])
	if n > maxHead {
		return nil, errAnswer
	}
	head := make([]byte, n)
	if _, err := io.ReadFull(from, head); err != nil {
		return nil, fmt.Errorf("receive answer: %w", err)
	}
	w := new(work)
	if err := json.Unmarshal(head, w); err != nil {
		return nil, fmt.Errorf("receive answer: %w", err)
	}
	return w, w.fill(from)
}

func (w *work) fill(from io.Reader) error {
	left := MaxAnswer
	for _, d := range w.files() {
		if left -= d.Length; d.Length < 0 || left < 0 {
			return errAnswer
		}
		d.Bytes = make([]byte, d.Length)
		if _, err := io.ReadFull(from, d.Bytes); err != nil {
			return fmt.Errorf("receive answer: %w", err)
		}
	}
	return nil
}
