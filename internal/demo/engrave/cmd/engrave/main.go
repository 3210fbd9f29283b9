// Command engrave draws the demo's pictures and icons and writes them to a
// folder. It is run by go generate in internal/demo/engrave; name scenes to
// draw only those.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"dateline/internal/demo/engrave"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "engrave:", err)
		}
		os.Exit(1) //nolint:forbidigo // this is main
	}
}

// job is what the command line asks for.
type job struct {
	out    string
	width  int
	seed   uint
	scenes []engrave.Scene
	icons  bool
}

func run(args []string) error {
	j, err := read(args)
	if err != nil {
		return err
	}
	for _, s := range j.scenes {
		if err := j.print(s); err != nil {
			return err
		}
	}
	if j.icons {
		return j.printIcons()
	}
	return nil
}

// read is the command line: flags, then scenes; no scene means all, and the icons.
func read(args []string) (job, error) {
	var j job
	flags := flag.NewFlagSet("engrave", flag.ContinueOnError)
	flags.StringVar(&j.out, "out", ".", "folder to write to")
	flags.IntVar(&j.width, "width", engrave.Width, "width of a landscape picture, in pixels")
	flags.UintVar(&j.seed, "seed", engrave.Seed, "decides every accident of the hand")
	if err := flags.Parse(args); err != nil {
		return j, err
	}
	if j.width < 60 || j.width > engrave.MaxWidth {
		return j, fmt.Errorf("width %d: choose 60 to %d", j.width, engrave.MaxWidth)
	}
	for _, key := range flags.Args() {
		s, err := engrave.Find(key)
		if err != nil {
			return j, err
		}
		j.scenes = append(j.scenes, s)
	}
	if len(j.scenes) == 0 {
		j.scenes, j.icons = engrave.Scenes(), true
	}
	return j, nil
}

// print draws one scene and writes its file.
func (j job) print(s engrave.Scene) error {
	plate := s.Engrave(s.PixelWidth(j.width), uint32(j.seed))
	encode := s.JPEG
	if s.Portrait {
		encode = s.PNG
	}
	data, err := encode(plate)
	if err != nil {
		return err
	}
	return j.write(s.File(), data)
}

func (j job) printIcons() error {
	if err := j.write("icon.svg", engrave.IconSVG()); err != nil {
		return err
	}
	for _, size := range engrave.IconSizes {
		for _, theme := range []string{"", "-dark"} {
			data, err := engrave.IconPNG(size, theme != "")
			if err != nil {
				return err
			}
			if err := j.write("icon-"+strconv.Itoa(size)+theme+".png", data); err != nil {
				return err
			}
		}
	}
	return nil
}

func (j job) write(name string, data []byte) error {
	if err := os.WriteFile(filepath.Join(j.out, name), data, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, _ = fmt.Fprintf(os.Stdout, "%-18s %4d kB\n", name, (len(data)+1023)/1024)
	return nil
}
