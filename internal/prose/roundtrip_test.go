package prose

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"dateline/internal/news"

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

func TestJSONRoundTrip(t *testing.T) {
	type page struct{ Body Doc }
	rapid.Check(t, func(t *rapid.T) {
		want := page{Body: anyDoc(t)}
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got page
		if err := json.Unmarshal(b, &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%v: %s", err, b)
		}
	})
	var got page
	if err := json.Unmarshal([]byte(`{"Body":{"version":1,"blocks":[{"type":"rule"}]}}`), &got); news.KindOf(err) != news.Invalid {
		t.Fatalf("got %v", err)
	}
}
