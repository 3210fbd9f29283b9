package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
)

// maxPage bounds what is read of a page.
const maxPage = 8 << 20

// story is a page as it is served from the cache.
type story struct {
	address string
	plain   []byte
	gzip    []byte
}

// storyLink finds the address of a story: /{edition}/{yyyy}/{mm}/{slug}.
var storyLink = regexp.MustCompile(`href="(/[^/"]+/\d{4}/\d{2}/[^"#?]+)"`)

// cachedStory finds a story, asks for it until it is in the cache, and returns
// its bytes in both forms.
func cachedStory(ctx context.Context, base, path string) (*story, error) {
	if path == "" {
		front, err := fetch(ctx, base+"/", "identity")
		if err != nil {
			return nil, err
		}
		found := storyLink.FindSubmatch(front)
		if found == nil {
			return nil, errors.New("the front page links to no story")
		}
		path = string(found[1])
	}
	s := &story{address: base + path}
	var err error
	if s.plain, err = fetch(ctx, s.address, "identity"); err != nil {
		return nil, err
	}
	if s.gzip, err = fetch(ctx, s.address, "gzip"); err != nil {
		return nil, err
	}
	return s, s.verify()
}

// verify makes sure that both forms are the same page: otherwise two different
// things would be compared.
func (s *story) verify() error {
	reader, err := gzip.NewReader(bytes.NewReader(s.gzip))
	if err != nil {
		return fmt.Errorf("%s: asked for gzip: %w", s.address, err)
	}
	unpacked, err := io.ReadAll(io.LimitReader(reader, maxPage))
	if err != nil {
		return fmt.Errorf("%s: unpack: %w", s.address, err)
	}
	if !bytes.Equal(unpacked, s.plain) {
		return fmt.Errorf("%s: the compressed page differs from the plain one", s.address)
	}
	return nil
}

// fetch returns the bytes of a page in the encoding asked for, as they came.
func fetch(ctx context.Context, address, encoding string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	request.Header.Set("Accept-Encoding", encoding) // set by hand: net/http leaves the answer as it is
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("fetch %s: %s", address, response.Status)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, maxPage))
	if err != nil {
		return nil, fmt.Errorf("fetch %s: %w", address, err)
	}
	return body, nil
}
