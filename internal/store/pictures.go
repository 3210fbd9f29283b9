package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/news"
)

// MaxRenditions is how many renditions one picture has at most.
const MaxRenditions = 40

// Pictures is the store of pictures and their renditions.
type Pictures struct{ tx *Tx }

// Pictures returns the store of pictures.
func (tx *Tx) Pictures() Pictures { return Pictures{tx} }

const pictureColumns = `id, blob, media_type, width, height, focus_x, focus_y, creator, credit, copyright, rights,
	rights_end, source_type, created_at, created_by, version`

func scanPicture(row scanner) (news.Picture, error) {
	var p news.Picture
	err := row.Scan(&p.ID, &p.Blob, &p.MediaType, &p.Width, &p.Height, &p.FocusX, &p.FocusY, &p.Creator, &p.Credit,
		&p.Copyright, &p.Rights, &p.RightsEnd, &p.SourceType, &p.CreatedAt, &p.CreatedBy, &p.Version)
	return p, err
}

// Add enters a picture with its words and renditions.
func (t Pictures) Add(ctx context.Context, p news.Picture, renditions []news.Rendition) error {
	err := t.tx.insert(ctx, "add picture",
		`INSERT INTO pictures (`+pictureColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)`,
		int64(p.ID), p.Blob, p.MediaType, p.Width, p.Height, p.FocusX, p.FocusY, p.Creator, p.Credit,
		p.Copyright, p.Rights, int64(p.RightsEnd), p.SourceType, int64(t.tx.now), int64(p.CreatedBy))
	if err != nil {
		return err
	}
	if err := t.words(ctx, p); err != nil {
		return err
	}
	return t.addRenditions(ctx, p.ID, renditions)
}

func (t Pictures) addRenditions(ctx context.Context, id news.ID, renditions []news.Rendition) error {
	for _, r := range renditions {
		if err := t.tx.insert(ctx, "add rendition",
			`INSERT INTO renditions (picture, width, media_type, height, blob, bytes) VALUES ($1, $2, $3, $4, $5, $6)`,
			int64(id), r.Width, r.MediaType, r.Height, r.Blob, r.Bytes); err != nil {
			return err
		}
	}
	return nil
}

func (t Pictures) words(ctx context.Context, p news.Picture) error {
	if _, err := t.tx.exec(ctx, "clear picture words", `DELETE FROM picture_words WHERE picture = $1`, int64(p.ID)); err != nil {
		return err
	}
	for language, w := range p.Words {
		if err := t.tx.insert(ctx, "picture words",
			`INSERT INTO picture_words (picture, language, caption, alt, credit) VALUES ($1, $2, $3, $4, $5)`,
			int64(p.ID), language, w.Caption, w.Alt, w.Credit); err != nil {
			return err
		}
	}
	return nil
}

// Change writes what is said of a picture, conditional on its Version.
func (t Pictures) Change(ctx context.Context, p news.Picture) error {
	if err := t.tx.execOne(ctx, "change picture",
		`UPDATE pictures SET focus_x = $1, focus_y = $2, creator = $3, credit = $4, copyright = $5, rights = $6,
			rights_end = $7, source_type = $8, blob = $9, version = version + 1 WHERE id = $10 AND version = $11`,
		p.FocusX, p.FocusY, p.Creator, p.Credit, p.Copyright, p.Rights, int64(p.RightsEnd), p.SourceType, p.Blob,
		int64(p.ID), p.Version); err != nil {
		return err
	}
	return t.words(ctx, p)
}

// wordsRow is what is said of one picture in one language.
type wordsRow struct {
	picture  news.ID
	language string
	said     news.PictureWords
}

func scanWords(row scanner) (wordsRow, error) {
	var w wordsRow
	err := row.Scan(&w.picture, &w.language, &w.said.Caption, &w.said.Alt, &w.said.Credit)
	return w, err
}

// Some returns those of the given pictures that exist, with their words.
func (t Pictures) Some(ctx context.Context, ids []news.ID) (map[news.ID]news.Picture, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	in := padded(ids[:min(len(ids), MaxListed)])
	found, err := expect("pictures", scanPicture).many(ctx, t.tx,
		`SELECT `+pictureColumns+` FROM pictures WHERE id IN (`+marks(1, len(in))+`)`, idArgs(nil, in)...)
	if err != nil {
		return nil, err
	}
	all := make(map[news.ID]news.Picture, len(found))
	for _, p := range found {
		p.Words = map[string]news.PictureWords{}
		all[p.ID] = p
	}
	said, err := expect("picture words", scanWords).many(ctx, t.tx,
		`SELECT picture, language, caption, alt, credit FROM picture_words WHERE picture IN (`+marks(1, len(in))+`)`, idArgs(nil, in)...)
	for _, w := range said {
		if p, ok := all[w.picture]; ok {
			p.Words[w.language] = w.said
		}
	}
	return all, err
}

// ByID returns one picture with its words.
func (t Pictures) ByID(ctx context.Context, id news.ID) (news.Picture, error) {
	all, err := t.Some(ctx, []news.ID{id})
	if err != nil {
		return news.Picture{}, err
	}
	if p, ok := all[id]; ok {
		return p, nil
	}
	return news.Picture{}, news.Errorf(news.NotFound, "picture", "There is no such picture.")
}

// Latest returns up to n pictures entered before a moment, newest first.
func (t Pictures) Latest(ctx context.Context, before news.Instant, n int) ([]news.Picture, error) {
	if before == 0 {
		before = 1<<63 - 1
	}
	return expect("latest pictures", scanPicture).many(ctx, t.tx,
		`SELECT `+pictureColumns+` FROM pictures WHERE created_at < $1 ORDER BY created_at DESC, id DESC LIMIT $2`,
		int64(before), min(n, MaxListed))
}

// Renditions returns the renditions of the given pictures, narrowest first.
func (t Pictures) Renditions(ctx context.Context, ids []news.ID) (map[news.ID][]news.Rendition, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	in := padded(ids[:min(len(ids), MaxListed)])
	found, err := expect("renditions", scanRendition).many(ctx, t.tx,
		`SELECT picture, width, height, media_type, blob, bytes FROM renditions
		WHERE picture IN (`+marks(1, len(in))+`) ORDER BY picture, media_type, width`, idArgs(nil, in)...)
	all := make(map[news.ID][]news.Rendition, len(ids))
	for _, r := range found {
		all[r.Picture] = append(all[r.Picture], r)
	}
	return all, err
}

func scanRendition(row scanner) (news.Rendition, error) {
	var r news.Rendition
	err := row.Scan(&r.Picture, &r.Width, &r.Height, &r.MediaType, &r.Blob, &r.Bytes)
	return r, err
}

// Shown returns the renditions of the given pictures as pages name them,
// narrowest first: without their files.
func (t Pictures) Shown(ctx context.Context, ids []news.ID) (map[news.ID][]news.Rendition, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	in := padded(ids[:min(len(ids), MaxListed)])
	found, err := expect("renditions shown", scanShown).many(ctx, t.tx,
		`SELECT picture, string_agg(media_type || ' ' || width || ' ' || height, ',' ORDER BY media_type, width) FROM renditions
		WHERE picture IN (`+marks(1, len(in))+`) GROUP BY picture`, idArgs(nil, in)...)
	all := make(map[news.ID][]news.Rendition, len(ids))
	for _, renditions := range found {
		all[renditions[0].Picture] = renditions
	}
	return all, err
}

// scanShown reads all renditions of a picture from one row: a page of thirty
// pictures would read five hundred otherwise.
func scanShown(row scanner) ([]news.Rendition, error) {
	var picture news.ID
	var list string
	if err := row.Scan(&picture, &list); err != nil {
		return nil, err
	}
	all := make([]news.Rendition, 0, 1+strings.Count(list, ","))
	for one := range strings.SplitSeq(list, ",") {
		r, err := parseShown(one)
		if err != nil {
			return nil, fmt.Errorf("rendition %q: %w", one, err)
		}
		r.Picture = picture
		all = append(all, r)
	}
	return all, nil
}

// parseShown reads "image/webp 640 427".
func parseShown(s string) (r news.Rendition, err error) {
	media, size, _ := strings.Cut(s, " ")
	width, height, _ := strings.Cut(size, " ")
	r.MediaType = media
	if r.Width, err = strconv.Atoi(width); err != nil {
		return r, err
	}
	r.Height, err = strconv.Atoi(height)
	return r, err
}

// Rendition returns one size and format of a picture.
func (t Pictures) Rendition(ctx context.Context, picture news.ID, width int, mediaType string) (news.Rendition, error) {
	return expect("rendition", scanRendition).one(ctx, t.tx,
		`SELECT picture, width, height, media_type, blob, bytes FROM renditions
		WHERE picture = $1 AND width = $2 AND media_type = $3`, int64(picture), width, mediaType)
}

// OnlyIn returns the pictures that no story but the given one shows in any of
// its revisions that readers saw, and no gallery, topic or edition either:
// what may be destroyed with it.
func (t Pictures) OnlyIn(ctx context.Context, story news.ID, pictures []news.ID) ([]news.ID, error) {
	if len(pictures) == 0 {
		return nil, nil
	}
	return expect("pictures only in", scanID).many(ctx, t.tx,
		`SELECT p.id FROM pictures p WHERE p.id IN (`+marks(2, len(pictures))+`)
			AND NOT EXISTS (SELECT 1 FROM story_pictures t WHERE t.picture = p.id AND t.story <> $1)
			AND NOT EXISTS (SELECT 1 FROM gallery_frames f WHERE f.picture = p.id)
			AND NOT EXISTS (SELECT 1 FROM topics c WHERE c.picture = p.id)
			AND NOT EXISTS (SELECT 1 FROM editions e WHERE e.logo = p.id)
		ORDER BY p.id`, idArgs([]any{int64(story)}, pictures)...)
}

// Destroy removes a picture's renditions and the key of its original, and
// returns the blobs that nothing names any more.
func (t Pictures) Destroy(ctx context.Context, id news.ID) ([]string, error) {
	blobs, err := expect("blobs of picture", scanText).many(ctx, t.tx,
		`SELECT blob FROM renditions WHERE picture = $1 UNION SELECT blob FROM pictures WHERE id = $1 AND blob <> ''`, int64(id))
	if err != nil {
		return nil, err
	}
	for _, query := range []string{
		`DELETE FROM renditions WHERE picture = $1`,
		`DELETE FROM picture_words WHERE picture = $1`,
		`UPDATE pictures SET blob = '', creator = '', credit = '', copyright = '', rights = '', version = version + 1 WHERE id = $1`,
	} {
		if _, err := t.tx.exec(ctx, "destroy picture", query, int64(id)); err != nil {
			return nil, err
		}
	}
	return t.Unnamed(ctx, blobs)
}

// ByBlob returns the picture that was first entered with an original of the
// given key, with its words.
func (t Pictures) ByBlob(ctx context.Context, key string) (news.Picture, error) {
	id, err := expect("picture by blob", scanID).one(ctx, t.tx,
		`SELECT id FROM pictures WHERE blob = $1 ORDER BY created_at, id LIMIT 1`, key)
	if err != nil {
		return news.Picture{}, err
	}
	return t.ByID(ctx, id)
}

// Replace gives a picture other renditions.
func (t Pictures) Replace(ctx context.Context, id news.ID, renditions []news.Rendition) error {
	if _, err := t.tx.exec(ctx, "clear renditions", `DELETE FROM renditions WHERE picture = $1`, int64(id)); err != nil {
		return err
	}
	return t.addRenditions(ctx, id, renditions)
}

// Proofs returns up to n pictures that follow after and lack the renditions
// that a proof leaves for later, in order of their ids.
func (t Pictures) Proofs(ctx context.Context, after news.ID, n int) ([]news.ID, error) {
	return expect("proofs", scanID).many(ctx, t.tx,
		`SELECT p.id FROM pictures p WHERE p.id > $1 AND p.blob <> ''
			AND NOT EXISTS (SELECT 1 FROM renditions r WHERE r.picture = p.id AND r.media_type = 'image/webp')
		ORDER BY p.id LIMIT $2`, int64(after), min(n, MaxListed))
}

// Unnamed returns those of the given blob keys that nothing names: no picture,
// rendition or film, nor the captions of one.
func (t Pictures) Unnamed(ctx context.Context, keys []string) ([]string, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	keys = keys[:min(len(keys), MaxListed)]
	args := make([]any, len(keys))
	for i, k := range keys {
		args[i] = k
	}
	in := ` IN (` + marks(1, len(keys)) + `)`
	named, err := expect("named blobs", scanText).many(ctx, t.tx,
		`SELECT blob FROM renditions WHERE blob`+in+` UNION SELECT blob FROM pictures WHERE blob`+in+`
		UNION SELECT blob FROM videos WHERE blob`+in, args...)
	if err != nil {
		return nil, err
	}
	captions, err := expect("captions of films", scanText).many(ctx, t.tx, `SELECT captions FROM videos WHERE captions <> ''`)
	if err != nil {
		return nil, err
	}
	var free []string
	for _, k := range keys {
		if !slices.Contains(named, k) && !slices.ContainsFunc(captions, func(c string) bool { return strings.Contains(c, k) }) {
			free = append(free, k)
		}
	}
	return free, nil
}

// Blobs lists every blob key in use that follows after, up to n: doctor's
// question.
func (t Pictures) Blobs(ctx context.Context, after string, n int) ([]string, error) {
	return expect("blobs", scanText).many(ctx, t.tx,
		`SELECT blob FROM (SELECT blob FROM renditions UNION SELECT blob FROM pictures) named
		WHERE blob > $1 ORDER BY blob LIMIT $2`, after, min(n, MaxListed))
}
