package library

import "testing"

// FuzzReadFile reads strangers' headers, metadata and profiles without the net
// that the child spreads: no file may make them panic or run away.
func FuzzReadFile(f *testing.F) {
	f.Add(tracedFile(f, 3)[:20_000], 0)
	f.Add(withProfile(photoFile(f, 8, 8), icc(p3Columns, srgbCurve)), 0)
	f.Add([]byte("\x89PNG\r\n\x1a\n"+pngChunk("IHDR", "\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00")+pngChunk("iTXt", pngLabel+deskXMP)), 1)
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPICCP\x03\x00\x00\x00abc\x00XMP \x02\x00\x00\x00<a"), 2)
	f.Add([]byte("\xff\xd8\xff\xe1"), 0)
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00"), 3)
	types := []string{"image/jpeg", "image/png", "image/webp", "image/gif"}
	f.Fuzz(func(t *testing.T, file []byte, kind int) {
		mediaType := types[uint(kind)%4]
		_ = checkHeader(file, mediaType) // a refusal is an answer
		told := tell(file, mediaType)
		if len(told.Words) > maxSaid+2 {
			t.Errorf("words in %d languages", len(told.Words))
		}
		p := profileOf(file, mediaType)
		p.apply(make([]byte, 64))
		for _, mediaType := range types {
			_, _ = attach(drawn{Width: 1, Height: 1, MediaType: mediaType, Bytes: file}, []byte("label")) // must not panic
		}
	})
}
