package theme_test

import (
	"bytes"
	"context"
	"testing"

	"dateline/internal/page/specimen"
	"dateline/internal/theme"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := theme.Load(base); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRenderStory(b *testing.B) {
	th, p := load(b), specimen.Full("en")[2]
	for b.Loop() {
		var out bytes.Buffer
		if err := th.Render(context.Background(), &out, p); err != nil {
			b.Fatal(err)
		}
	}
}
