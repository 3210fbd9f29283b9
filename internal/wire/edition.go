package wire

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dateline/internal/desk"
	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/store"
	"dateline/internal/wire/wxr"
)

// chooseEdition finds the edition that the stories come into, or drafts one.
func (r *run) chooseEdition(ctx context.Context) error {
	var all []news.Edition
	err := r.Store.Read(ctx, func(tx *store.Tx) (err error) {
		all, err = tx.Editions().All(ctx)
		return err
	})
	if err != nil {
		return fmt.Errorf("choose edition: %w", err)
	}
	if r.edition, err = r.among(all); err != nil {
		return err
	}
	for _, e := range append(all, r.edition) {
		r.misses = append(r.misses, news.TagLatest(e.ID))
	}
	r.report.Edition, r.report.EditionMade = r.edition.Name, r.makes
	if r.locale, err = locale.ForEdition(r.edition); err != nil {
		return fmt.Errorf("choose edition: %w", err)
	}
	r.edition.Direction = news.Direction(r.locale.Dir())
	return nil
}

// among picks the edition that is meant.
func (r *run) among(all []news.Edition) (news.Edition, error) {
	if len(all) == 0 {
		r.makes = true
		return r.newEdition(), nil
	}
	var names []string
	for _, e := range all {
		if e.Name == r.Edition || r.Edition == "" && len(all) == 1 {
			return e, nil
		}
		names = append(names, e.Name)
	}
	if r.Edition == "" {
		return news.Edition{}, news.Errorf(news.Invalid, "edition", "There are several editions. Say with --edition which one the stories come into: %s.", strings.Join(names, ", "))
	}
	return news.Edition{}, news.Errorf(news.Invalid, "edition", "There is no edition called %q. There are: %s.", r.Edition, strings.Join(names, ", "))
}

var editionName = regexp.MustCompile(`^[a-z][a-z0-9-]{1,19}$`)

// newEdition drafts an edition from the head of the export.
func (r *run) newEdition() news.Edition {
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(r.survey.channel.Language), "_", "-"))
	if err != nil || tag == language.Und {
		r.report.add(Entry{Group: Altered, What: "The edition was made in English, since the export names no language.", Why: oneLine(r.survey.channel.Language), Count: 1})
		tag = language.English
	}
	base, _ := tag.Base()
	e := news.Edition{ID: r.ids.of("edition", ""), Language: tag.String(), Zone: "UTC", Label: display.Self.Name(language.Make(base.String()))}
	if r.Read.Zone != "" {
		e.Zone = r.Read.Zone
	}
	if e.Label == "" {
		e.Label = tag.String()
	}
	if e.Name = r.Edition; e.Name == "" {
		e.Name = base.String()
	}
	if !editionName.MatchString(e.Name) && r.Edition == "" {
		e.Name = "en"
	}
	if e.Title, _ = clip(oneLine(wxr.PlainText(r.survey.channel.Title)), desk.MaxName); e.Title == "" {
		e.Title = r.source
	}
	e.About, _ = clip(oneLine(wxr.PlainText(r.survey.channel.Description)), desk.MaxStandfirst)
	return e
}
