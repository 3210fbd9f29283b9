package engrave

import (
	"fmt"
	"math"
	"testing"
)

// mean is the share of ink in a box of plate units.
func mean(p *Plate, l, t, r, b float64) float64 {
	box := p.pixels(l, t, r, b)
	sum := 0.0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			sum += float64(p.ink[y*p.wide+x])
		}
	}
	return sum / float64(box.Dx()*box.Dy())
}

func TestLinesCoverAsMuchPaperAsTheToneAsks(t *testing.T) {
	flows := map[string]Flow{"level": hatch(0), "slanted": hatch(37), "bent": rings(-200, 300), "wavy": wavy(hatch(90), 40, 12, 3)}
	for name, flow := range flows {
		for _, tone := range []float64{0.2, 0.35, 0.5, 0.7, 0.9} {
			for _, cross := range []Flow{nil, hatch(65)} {
				t.Run(fmt.Sprintf("%s %.2f crossed %t", name, tone, cross != nil), func(t *testing.T) {
					p := NewPlate(600, false, 1)
					p.Cut(p.all(), Cut{Tone: flat(tone), Flow: flow, Gap: 9, Cross: cross, From: 0.4})
					if got := mean(p, 100, 100, 1100, 700); math.Abs(got-tone) > 0.03 {
						t.Errorf("tone %.2f printed as %.3f", tone, got)
					}
				})
			}
		}
	}
}

func TestTheSameToneAtEverySize(t *testing.T) {
	for _, width := range []int{200, 600, 1200} {
		p := NewPlate(width, false, 1)
		p.Cut(p.all(), Cut{Tone: flat(0.4), Flow: hatch(20), Gap: 6})
		if got := mean(p, 0, 0, 1200, 800); math.Abs(got-0.4) > 0.03 {
			t.Errorf("at %d px the tone is %.3f, want 0.4", width, got)
		}
	}
}

func TestFaintTonesBreakIntoDashesAndBarePaperStaysBare(t *testing.T) {
	p := NewPlate(600, false, 1)
	p.Cut(p.all(), Cut{Tone: flat(0.01), Flow: hatch(0), Gap: 6, Grain: 0})
	if got := mean(p, 0, 0, 1200, 800); got > 0.005 {
		t.Errorf("paper that should be nearly bare carries %.4f ink", got)
	}
	p.Cut(p.all(), Cut{Tone: flat(0.07), Flow: hatch(0), Gap: 6})
	if got := mean(p, 0, 0, 1200, 800); got < 0.005 || got > 0.07 {
		t.Errorf("a faint tone carries %.4f ink, want some but less than 0.07", got)
	}
}

func TestAShapeHidesWhatIsBehindItAndKeepsItsHalo(t *testing.T) {
	p := NewPlate(600, false, 1)
	p.Solid(rect(0, 0, 1200, 800))
	p.Shape(rect(400, 300, 400, 200), Cut{Tone: flat(0), Edge: 2, Halo: 10})
	if got := mean(p, 420, 320, 780, 480); got != 0 {
		t.Errorf("inside the shape there is %.3f ink", got)
	}
	if got := mean(p, 392, 320, 396, 480); got > 0.05 {
		t.Errorf("the halo carries %.3f ink", got)
	}
	if got := mean(p, 398, 320, 402, 480) * 4; math.Abs(got-2) > 0.2 {
		t.Errorf("the contour is %.2f wide, want 2", got)
	}
	if got := mean(p, 100, 100, 300, 200); got < 0.999 {
		t.Errorf("what lies far from the shape fell to %.3f ink", got)
	}
}

func TestAStrokeHasItsWidth(t *testing.T) {
	p := NewPlate(1200, false, 1)
	p.Stroke(line(100, 400, 1100, 400), 8, 8)
	if got := mean(p, 200, 380, 1000, 420) * 40; math.Abs(got-8) > 0.1 {
		t.Errorf("a stroke 8 wide measures %.2f", got)
	}
	p.Scrape(line(100, 400, 1100, 400), 4, 4)
	if got := mean(p, 200, 380, 1000, 420) * 40; math.Abs(got-4) > 0.2 {
		t.Errorf("with 4 scraped out of it, it measures %.2f, want 4", got)
	}
}

func TestAStrokeOffThePlateIsHarmless(t *testing.T) {
	p := NewPlate(120, false, 1)
	p.Stroke(line(-1e6, -1e6, 1e6, 1e6), 3, 3)
	p.Shape(rect(-5000, -5000, 10, 10), Cut{Tone: flat(1), Edge: 2, Halo: 2})
	p.Stroke(nil, 1, 1)
	p.Stroke(line(5, 5, 5, 5), 1, 1)
}

func TestWaterMirrorsWhatStandsAboveIt(t *testing.T) {
	p := NewPlate(600, false, 1)
	p.Solid(rect(500, 200, 200, 200))
	p.Water(Water{Level: 400, Floor: 800, Base: 0.2, Mirror: 0.9, Swell: 1, Seed: 2})
	dark, open := mean(p, 540, 430, 660, 500), mean(p, 100, 430, 300, 500)
	if dark < open+0.2 {
		t.Errorf("under a black wall the water is %.2f, in the open %.2f: nothing is mirrored", dark, open)
	}
}

func TestCloudsLeaveTheSunClear(t *testing.T) {
	p := NewPlate(600, false, 1)
	p.Sky(Sky{Floor: 800, High: 0.6, Low: 0.4, Sun: Point{600, 400}, Glow: 150, Seed: 4})
	sun, far := mean(p, 570, 370, 630, 430), mean(p, 0, 300, 200, 500)
	if sun > 0.1 || far < 0.3 {
		t.Errorf("sun %.2f, sky far from it %.2f", sun, far)
	}
}
