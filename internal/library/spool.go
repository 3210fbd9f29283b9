package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"dateline/internal/news"
)

// spooled is an upload on disk, its length, key and kind known. Nothing but
// its first bytes has been looked at.
type spooled struct {
	file      *os.File
	bytes     int64
	key       string
	mediaType string
}

// reader returns the file from its beginning; independent of others.
func (s *spooled) reader() io.Reader { return io.NewSectionReader(s.file, 0, s.bytes) }

// spool writes an upload aside, so that a slow sender holds neither memory nor
// a lane, and refuses what cannot be a picture.
func spool(ctx context.Context, u Upload) (*spooled, error) {
	file, err := os.CreateTemp("", "dateline-picture-")
	if err != nil {
		return nil, fmt.Errorf("spool upload: %w", full(err))
	}
	s := &spooled{file: file}
	if err := s.fill(ctx, u.Reader); err != nil {
		s.discard()
		return nil, err
	}
	if s.mediaType, err = s.kind(u.Name); err != nil {
		s.discard()
		return nil, err
	}
	return s, nil
}

func (s *spooled) fill(ctx context.Context, r io.Reader) error {
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(s.file, sum), io.LimitReader(reading{ctx, r}, MaxUpload+1))
	if err != nil {
		return fmt.Errorf("spool upload: %w", full(err))
	}
	if n > MaxUpload {
		return news.Errorf(news.TooLarge, "file", "The file is larger than %d MB. Save the picture smaller, or as a JPEG of lower quality.", MaxUpload>>20)
	}
	s.bytes, s.key = n, hex.EncodeToString(sum.Sum(nil))
	return nil
}
