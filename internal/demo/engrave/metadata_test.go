package engrave

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"image/jpeg"
	"math"
	"strings"
	"testing"
)

// segments reads a JPEG file's marker segments up to the picture itself.
func segments(data []byte) (map[string][]byte, error) {
	out := map[string][]byte{}
	if len(data) < 4 || data[0] != 0xff || data[1] != 0xd8 {
		return nil, errors.New("no start of image")
	}
	for i := 2; i+4 <= len(data); {
		if data[i] != 0xff {
			return nil, fmt.Errorf("no marker at %d", i)
		}
		marker, n := data[i+1], int(binary.BigEndian.Uint16(data[i+2:]))
		if marker == 0xda {
			return out, nil
		}
		body := data[i+4 : i+2+n]
		for _, name := range []string{"Exif\x00\x00", "http://ns.adobe.com/xap/1.0/\x00", "Photoshop 3.0\x00"} {
			if rest, ok := bytes.CutPrefix(body, []byte(name)); ok {
				out[strings.TrimRight(name, "\x00")] = rest
			}
		}
		i += 2 + n
	}
	return nil, errors.New("no picture")
}

// records reads IPTC data sets as "record:set" to value.
func records(block []byte) (map[string]string, error) {
	rest, ok := bytes.CutPrefix(block, []byte("8BIM\x04\x04\x00\x00"))
	if !ok || len(rest) < 4 {
		return nil, errors.New("no IPTC resource")
	}
	n := int(binary.BigEndian.Uint32(rest))
	if n > len(rest)-4 || len(block)%2 != 0 {
		return nil, fmt.Errorf("resource of %d bytes in %d", n, len(rest))
	}
	out := map[string]string{}
	for b := rest[4 : 4+n]; len(b) > 0; {
		if b[0] != 0x1c {
			return nil, fmt.Errorf("no data set at %d from the end", len(b))
		}
		size := int(binary.BigEndian.Uint16(b[3:]))
		out[fmt.Sprintf("%d:%d", b[1], b[2])] = string(b[5 : 5+size])
		b = b[5+size:]
	}
	return out, nil
}

func encoded(t *testing.T, key string) (Scene, map[string][]byte) {
	t.Helper()
	s, err := Find(key)
	if err != nil {
		t.Fatal(err)
	}
	data, err := s.JPEG(NewPlate(90, false, 1))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
		t.Fatalf("the file no longer decodes: %v", err)
	}
	parts, err := segments(data)
	if err != nil {
		t.Fatal(err)
	}
	return s, parts
}

func TestIPTCIsThereToRead(t *testing.T) {
	for _, key := range []string{"sea", "vienna"} {
		s, parts := encoded(t, key)
		got, err := records(parts["Photoshop 3.0"])
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{
			"1:90": "\x1b%G", "2:5": s.Title, "2:80": Creator, "2:90": s.City, "2:101": s.Country, "2:110": Credit, "2:116": Copyright, "2:120": s.Caption,
		}
		for set, text := range want {
			if got[set] != text {
				t.Errorf("%s: %s is %q, want %q", key, set, got[set], text)
			}
		}
	}
}

func TestXMPIsThereToRead(t *testing.T) {
	s, parts := encoded(t, "sea")
	s.Title = `Guns & <"flags">`
	var doc struct {
		Description struct {
			Credit string `xml:"http://ns.adobe.com/photoshop/1.0/ Credit,attr"`
			Source string `xml:"http://iptc.org/std/Iptc4xmpExt/2008-02-29/ DigitalSourceType,attr"`
			By     string `xml:"creator>Seq>li"`
			Rights string `xml:"rights>Alt>li"`
			Title  string `xml:"title>Alt>li"`
			Words  string `xml:"description>Alt>li"`
		} `xml:"RDF>Description"`
	}
	if err := xml.Unmarshal(parts["http://ns.adobe.com/xap/1.0/"], &doc); err != nil {
		t.Fatal(err)
	}
	d := doc.Description
	if d.Credit != Credit || d.By != Creator || d.Rights != Copyright || d.Source != SourceType || d.Words != s.Caption {
		t.Errorf("XMP reads %+v", d)
	}
	if err := xml.Unmarshal(s.xmp(), &doc); err != nil || doc.Description.Title != s.Title {
		t.Errorf("a title with markup reads %q, %v", doc.Description.Title, err)
	}
}

// find reads one tag of the directory at an offset: its value or where it lies.
func find(tiff []byte, dir int, id uint16) (at int, ok bool) {
	le := binary.LittleEndian
	for i := range int(le.Uint16(tiff[dir:])) {
		e := dir + 2 + 12*i
		if le.Uint16(tiff[e:]) == id {
			return e + 8, true
		}
	}
	return 0, false
}

func degrees(tiff []byte, at int) float64 {
	le := binary.LittleEndian
	at = int(le.Uint32(tiff[at:]))
	part := func(i int) float64 {
		return float64(le.Uint32(tiff[at+8*i:])) / float64(le.Uint32(tiff[at+8*i+4:]))
	}
	return part(0) + part(1)/60 + part(2)/3600
}

func TestOneSceneCarriesACamerasTraces(t *testing.T) {
	for _, s := range Scenes() {
		if (s.Camera != nil) != (s.Key == "field") {
			t.Errorf("%s: camera %v", s.Key, s.Camera)
		}
	}
	s, parts := encoded(t, "field")
	tiff, le := parts["Exif"], binary.LittleEndian
	if !bytes.HasPrefix(tiff, []byte{'I', 'I', 42, 0, 8, 0, 0, 0}) {
		t.Fatalf("no TIFF header: % x", tiff[:8])
	}
	exif, ok1 := find(tiff, 8, tagExif)
	gps, ok2 := find(tiff, 8, tagGPS)
	if !ok1 || !ok2 {
		t.Fatal("the first directory points nowhere")
	}
	serial, ok := find(tiff, int(le.Uint32(tiff[exif:])), tagSerial)
	if !ok || !bytes.HasPrefix(tiff[le.Uint32(tiff[serial:]):], append([]byte(s.Camera.Serial), 0)) {
		t.Error("no serial number")
	}
	dir := int(le.Uint32(tiff[gps:]))
	lat, ok1 := find(tiff, dir, tagGPSLat)
	long, ok2 := find(tiff, dir, tagGPSLong)
	if !ok1 || !ok2 || math.Abs(degrees(tiff, lat)-s.Camera.Latitude) > 1e-5 || math.Abs(degrees(tiff, long)-s.Camera.Longitude) > 1e-5 {
		t.Errorf("position %v %v", degrees(tiff, lat), degrees(tiff, long))
	}
	if _, parts := encoded(t, "sea"); parts["Exif"] != nil {
		t.Error("a scene without a camera carries Exif")
	}
}

func TestSouthAndWestAreNamed(t *testing.T) {
	tiff := Camera{Latitude: -8.25, Longitude: -118, Serial: "x"}.exif()[6:]
	gps, _ := find(tiff, 8, tagGPS)
	dir := int(binary.LittleEndian.Uint32(tiff[gps:]))
	for id, want := range map[uint16]byte{tagGPSLatRef: 'S', tagGPSLongRef: 'W'} {
		if at, ok := find(tiff, dir, id); !ok || tiff[at] != want {
			t.Errorf("reference %d is not %c", id, want)
		}
	}
}
