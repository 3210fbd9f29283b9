package wire

import (
	"encoding/json"
	"fmt"
	"os"

	"dateline/internal/news"
)

// spill keeps values of any number on disk and remembers only where each
// stands. The file has no name: it is gone with the process, however that ends.
type spill struct {
	file *os.File
	end  int64
	at   map[int64]extent
}

// extent is where a value stands.
type extent struct {
	from int64
	size int32
}

func newSpill(dir string) (*spill, error) {
	f, err := os.CreateTemp(dir, ".import-")
	if err != nil {
		return nil, fmt.Errorf("open scratch file: %w", err)
	}
	if err := os.Remove(f.Name()); err != nil {
		return nil, fmt.Errorf("open scratch file: %w", err)
	}
	return &spill{file: f, at: map[int64]extent{}}, nil
}

func (s *spill) close() { _ = s.file.Close() } // scratch

// put keeps a value under a number. The first word holds.
func (s *spill) put(key int64, v any) error {
	if _, there := s.at[key]; there {
		return nil
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("scratch file: %w", err)
	}
	if _, err := s.file.WriteAt(b, s.end); err != nil {
		return news.Errorf(news.Unavailable, "", "The scratch file could not be written; make room on the disk and run the import again: %w", err)
	}
	s.at[key] = extent{s.end, int32(len(b))} // a field of an export has 8 MB at most
	s.end += int64(len(b))
	return nil
}

// read reads the value of a number into v. ok is false where there is none.
func (s *spill) read(key int64, v any) (ok bool, err error) {
	e, there := s.at[key]
	if !there {
		return false, nil
	}
	b := make([]byte, e.size)
	if _, err := s.file.ReadAt(b, e.from); err != nil {
		return false, fmt.Errorf("scratch file: %w", err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		return false, fmt.Errorf("scratch file: %w", err)
	}
	return true, nil
}
