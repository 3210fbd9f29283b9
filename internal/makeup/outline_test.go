package makeup

import (
	"slices"
	"testing"

	"dateline/internal/prose"
)

func TestOutlineLeavesOutNoLevel(t *testing.T) {
	tests := []struct {
		name          string
		written, want []int
	}{
		{"none", nil, nil},
		{"as it should be", []int{2, 3, 4, 3, 2}, []int{2, 3, 4, 3, 2}},
		{"begins too deep", []int{3, 3, 3}, []int{2, 2, 2}},
		{"leaves one out", []int{2, 4, 4, 2}, []int{2, 3, 3, 2}},
		{"rises", []int{4, 3, 2}, []int{2, 2, 2}},
		{"falls back halfway", []int{2, 4, 3, 4}, []int{2, 3, 3, 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := prose.Doc{Blocks: []prose.Block{prose.Paragraph{}}}
			for _, level := range tt.written {
				doc.Blocks = append(doc.Blocks, prose.Heading{Level: level}, prose.Paragraph{})
			}
			got, before := levels(outlined(doc)), levels(doc)
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v became %v, want %v", tt.written, got, tt.want)
			}
			if !slices.Equal(before, tt.written) {
				t.Errorf("the text itself was changed to %v", before)
			}
		})
	}
}

func levels(doc prose.Doc) []int {
	var all []int
	for _, b := range doc.Blocks {
		if h, ok := b.(prose.Heading); ok {
			all = append(all, h.Level)
		}
	}
	return all
}
