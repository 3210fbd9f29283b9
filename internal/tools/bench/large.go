package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"

	"dateline/internal/tools/launch"
)

// crawled is how many stories of the large newsroom are read before its
// memory is looked at: more than the page cache holds.
const crawled = 5000

// monthLink finds the address of a month of the archive: /{edition}/{yyyy}/{mm}/.
var monthLink = regexp.MustCompile(`href="(/[^/"]+/\d{4}/\d{2}/)"`)

// measureLarge starts the program on a newsroom with many stories, reads a
// good part of them, and tells how long the start took and what memory is held
// then.
func measureLarge(ctx context.Context, out io.Writer, o options) error {
	if _, err := os.Stat(o.large); err != nil {
		return fmt.Errorf("%w: the benchmarks of internal/app make it", err)
	}
	program, err := launch.Serve(ctx, o.binary, o.large)
	if err != nil {
		return err
	}
	defer program.Stop()
	fresh := anonymous(program.PID)
	read, err := crawl(ctx, program.Address)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "dateline serve on %s: ready after %d ms, %d MB anonymous memory; after %d stories %d MB\n",
		o.large, program.Ready.Milliseconds(), fresh>>20, read, anonymous(program.PID)>>20)
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
