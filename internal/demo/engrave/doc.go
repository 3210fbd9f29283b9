// Package engrave draws the demo newsroom's pictures: views of 1815 in the
// manner of a nineteenth-century line engraving, made by this program alone
// and the same, byte for byte, from the same seed on the same machine.
//
// It owns the plate (plate.go, cut.go, where tone becomes swelling parallel
// lines), the engraver's stock of motifs (sky, water, trees, houses, ships,
// figures), the scenes (scene_*.go) and the metadata written into each file
// (metadata.go). Start reading at scenes.go, then Plate.Cut in cut.go.
//
// It must not know the newsroom: it draws, encodes, and returns bytes. The
// committed files in internal/demo/pictures are its output.
//
// Every file carries real IPTC-IIM and XMP: creator, credit, copyright,
// caption and digital source type. One scene, "field", also carries Exif with
// a position and a camera's serial number (see Scene.Camera). Both are made
// up; they are there so that the removal of such traces on upload can be shown
// and tested with a picture of the demo.
package engrave

//go:generate go run ./cmd/engrave -out ../pictures
