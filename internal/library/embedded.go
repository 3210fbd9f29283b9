package library

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
)

// maxProfile is how many bytes of a profile are read.
const maxProfile = 4 << 20

// embedded returns the bytes of a file's profile, nil for none.
func embedded(file []byte, mediaType string) []byte {
	switch mediaType {
	case "image/jpeg":
		return jpegProfile(file)
	case "image/png":
		return pngProfile(file)
	case "image/webp":
		chunks, err := webpChunks(file)
		for _, c := range chunks {
			if err == nil && c.name == "ICCP" {
				return c.content
			}
		}
	}
	return nil
}

// jpegProfile joins the segments of a profile (ICC.1:2022, B.4), which stand
// in order.
func jpegProfile(file []byte) (icc []byte) {
	const mark = "ICC_PROFILE\x00"
	for at := 2; at+4 <= len(file) && file[at] == 0xFF && file[at+1] != 0xDA; {
		if file[at+1] == 0xFF { // fill byte
			at++
			continue
		}
		end := at + 2 + int(file[at+2])<<8 + int(file[at+3])
		if end > len(file) || end < at+4 {
			return icc
		}
		part := file[at+4 : end]
		if file[at+1] == 0xE2 && len(part) > len(mark)+2 && string(part[:len(mark)]) == mark && len(icc) < maxProfile {
			icc = append(icc, part[len(mark)+2:]...)
		}
		at = end
	}
	return icc
}

// pngProfile inflates the iCCP chunk (ISO/IEC 15948, 11.3.3.3).
func pngProfile(file []byte) []byte {
	content := pngContent(file, "iCCP", func(string) bool { return true })
	_, packed, found := strings.Cut(content, "\x00")
	if !found || len(packed) < 2 {
		return nil
	}
	z, err := zlib.NewReader(strings.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	var b bytes.Buffer
	if _, err := io.Copy(&b, io.LimitReader(z, maxProfile)); err != nil {
		return nil
	}
	return b.Bytes()
}
