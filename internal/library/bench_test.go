package library

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
)

// BenchmarkAdd takes in a photograph of 12 megapixels: child process, all
// renditions in both formats, files forced to disk, ledger.
func BenchmarkAdd(b *testing.B) {
	h := newHouse(b)
	file := photoFile(b, 4000, 3000)
	for b.Loop() {
		h.add(b, file)
	}
}

// BenchmarkOpenPicture is the child's work alone.
func BenchmarkOpenPicture(b *testing.B) {
	for _, c := range []struct {
		name string
		w, h int
	}{{"12MP", 4000, 3000}, {"2400x1600", 2400, 1600}} {
		file := photoFile(b, c.w, c.h)
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if w := carve(file, order{mediaType: "image/jpeg"}); w.Refusal != nil {
					b.Fatal(w.Refusal)
				}
			}
		})
	}
}

// BenchmarkChildStart is what a child costs that refuses at once.
func BenchmarkChildStart(b *testing.B) {
	program, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		child := exec.Command(program, BenchCommand, "image/jpeg")
		child.Stdin = bytes.NewReader([]byte("\xff\xd8\xff"))
		if err := child.Run(); err != nil {
			b.Fatal(err)
		}
	}
}
