package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"

	"dateline/internal/tools/launch"
)

// crawled is how many stories of the large newsroom are read before its
// memory is looked at: more than the page cache holds.
const crawled = 5000

// monthLink finds the address of a month of the archive: /{edition}/{yyyy}/{mm}/.
var monthLink = regexp.MustCompile(`href="(/[^/"]+/\d{4}/\d{2}/)"`)

// holdings tells how long a program's start took, and how much memory it holds
// then and after many of its stories have been read.
func holdings(ctx context.Context, out io.Writer, p *launch.Program) error {
	fresh := anonymous(p.PID)
	read, err := crawl(ctx, p.Address)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "ready after %d ms, %d MB anonymous memory; after %d stories %d MB\n",
		p.Ready.Milliseconds(), fresh>>20, read, anonymous(p.PID)>>20)
	return nil
}

// crawl reads stories by way of the archive, month by month.
func crawl(ctx context.Context, base string) (read int, err error) {
	archive, err := fetch(ctx, base+"/en/archive/", "identity")
	if err != nil {
		return 0, err
	}
	for _, month := range monthLink.FindAllSubmatch(archive, -1) {
		list, err := fetch(ctx, base+string(month[1]), "identity")
		if err != nil {
			return read, err
		}
		for _, path := range distinct(storyLink.FindAllSubmatch(list, -1)) {
			if _, err := fetch(ctx, base+path, "gzip"); err != nil {
				return read, err
			}
			if read++; read == crawled {
				return read, nil
			}
		}
	}
	return read, errors.New("the archive leads to too few stories")
}

// distinct returns each first group once, in order.
func distinct(found [][][]byte) []string {
	var all []string
	seen := map[string]bool{}
	for _, f := range found {
		if path := string(f[1]); !seen[path] {
			seen[path] = true
			all = append(all, path)
		}
	}
	return all
}
