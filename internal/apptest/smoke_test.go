package apptest

import "testing"

func TestHouse(t *testing.T) {
	OnEach(t, func(t *testing.T, h *House) {
		for _, e := range Names {
			if a := h.Get(t, "/"+e+"/"); a.Status != 200 {
				t.Errorf("%s %d %s", e, a.Status, a.Body)
			}
			h.Published(e, h.Story(e, "Hallo"))
			if a := h.Get(t, "/"+e+"/"); a.Status != 200 {
				t.Errorf("%s %d %s", e, a.Status, a.Body)
			}
		}
	})
}
