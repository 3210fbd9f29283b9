package engrave

import (
	"fmt"
	"slices"
)

// The size and seed of the committed pictures, and the widest print anyone may
// ask for: beyond it a plate no longer fits comfortably in memory.
const (
	Width    = 1536
	MaxWidth = 4800
	Seed     = 1815
)

// Scene is one picture: what it shows, in words for its metadata, and how it
// is drawn.
type Scene struct {
	Key      string // file name without its ending
	Title    string
	Caption  string
	City     string
	Country  string
	Portrait bool
	Camera   *Camera // traces of a camera to write as Exif; nil for none
	draw     func(*Plate)
}

// Camera is made-up evidence of where and with what a picture was taken. No
// engraving has any; it is there to be removed.
type Camera struct {
	Latitude, Longitude float64 // degrees, north and east positive
	Serial              string  // the camera body's serial number
}

// Scenes is every scene in the order of their keys.
func Scenes() []Scene {
	all := slices.Concat(cityScenes(), landScenes(), waterScenes(), indoorScenes())
	slices.SortFunc(all, func(a, b Scene) int {
		if a.Key < b.Key {
			return -1
		}
		return 1
	})
	return all
}

// Find is the scene with a key.
func Find(key string) (Scene, error) {
	for _, s := range Scenes() {
		if s.Key == key {
			return s, nil
		}
	}
	return Scene{}, fmt.Errorf("no scene is called %q", key)
}

// Engrave draws the scene width pixels wide. The same width and seed give the
// same plate.
func (s Scene) Engrave(width int, seed uint32) *Plate {
	p := NewPlate(width, s.Portrait, seed)
	s.draw(p)
	return p
}

// File is the name of the scene's file: JPEG for the wide plates; the upright
// one is a PNG, so that both formats are at hand.
func (s Scene) File() string {
	if s.Portrait {
		return s.Key + ".png"
	}
	return s.Key + ".jpg"
}

// PixelWidth is how wide the scene is printed beside landscape pictures of a
// given width: an upright plate has the same scale.
func (s Scene) PixelWidth(landscape int) int {
	if s.Portrait {
		return landscape * int(ShortSide) / int(LongSide)
	}
	return landscape
}
