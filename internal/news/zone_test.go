package news

import "testing"

func TestZone(t *testing.T) {
	for name, want := range map[string]string{"": "UTC", "Asia/Tehran": "Asia/Tehran"} {
		for range 2 { // read, and kept
			if z, err := Zone(name); err != nil || z.String() != want {
				t.Errorf("Zone(%q) = %v, %v; want %s", name, z, err, want)
			}
		}
	}
	if z, err := Zone("Europe/Atlantis"); err == nil {
		t.Errorf("Zone of nowhere = %v", z)
	}
}
