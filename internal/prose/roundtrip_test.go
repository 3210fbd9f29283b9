package prose

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCanonicalRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		if err := Check(d); err != nil {
			t.Fatalf("the drawn document is not valid: %v", err)
		}
		b := Canonical(d)
		got, err := Parse(b)
		if err != nil {
			t.Fatalf("%v in %s", err, b)
		}
		if !reflect.DeepEqual(got, d) {
			t.Fatalf("Parse(Canonical(d)) is another document\n got %s\nwant %s", Canonical(got), b)
		}
		if again := Canonical(got); !bytes.Equal(again, b) {
			t.Fatalf("canonical form changed\n got %s\nwant %s", again, b)
		}
	})
}

func TestSourceRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		source := SourceHTML(d)
		got, notes, err := FromHTML(strings.NewReader(source), FromHTMLOptions{Source: true})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, d) || len(notes) > 0 {
			t.Fatalf("notes %v\nsource %s\n got %s\nwant %s", notes, source, Canonical(got), Canonical(d))
		}
	})
}

func TestProseMirrorRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		pm := ToProseMirror(d)
		got, err := FromProseMirror(pm, nil)
		if err != nil {
			t.Fatalf("%v in %s", err, pm)
		}
		if b := Canonical(got); !bytes.Equal(b, Canonical(d)) {
			t.Fatalf("the editor's form %s\n got %s\nwant %s", pm, b, Canonical(d))
		}
	})
}
