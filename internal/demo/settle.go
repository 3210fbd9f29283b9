package demo

import (
	"context"
	"fmt"

	"dateline/internal/news"
)

// calendars and digits translate the content's CLDR names.
var (
	calendars = map[string]string{"gregorian": "gregorian", "persian": "jalali"}
	digits    = map[string]string{"latn": "latin", "arab": "arabic-indic", "arabext": "persian"}
)

// listKeys are the curated lists of the demo, in each edition.
var listKeys = []string{"front", "choice"}

// listNames are what readers see over them.
var listNames = map[string]said{
	"front":  {"en": "Front page", "ar": "الصفحة الأولى", "fa": "صفحهٔ نخست"},
	"choice": {"en": "Editor’s Choice", "ar": "اختيار المحرر", "fa": "گزیدهٔ سردبیر"},
}

// settle sets up editions, sections, people, tags and lists.
func (n *Newsroom) settle(ctx context.Context) error {
	p := n.content.publication
	for i, e := range p.Editions {
		made, err := n.desk.SettleEdition(ctx, news.System, news.Edition{
			Name: e.Name, Language: e.Language, Calendar: calendars[e.Calendar], Digits: digits[e.Digits], Zone: e.Zone, Label: e.Label,
			Title: p.Name[e.Name], Tagline: p.Tagline[e.Name], About: p.Description[e.Name], Position: i + 1,
		})
		if err != nil {
			return fmt.Errorf("edition %s: %w", e.Name, err)
		}
		n.editions[e.Name] = made
	}
	for _, step := range []func(context.Context) error{n.settleSections, n.settlePeople, n.settleTags, n.settleLists} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (n *Newsroom) settleSections(ctx context.Context) error {
	for i, s := range n.content.publication.Sections {
		group := n.store.NewID()
		n.sections[s.Key] = map[string]news.Section{}
		for _, e := range n.content.publication.Editions {
			made, err := n.desk.SettleSection(ctx, news.System, news.Section{
				Edition: n.editions[e.Name].ID, Group: group, Slug: s.Slugs[e.Name], Name: s.Names[e.Name], About: s.Descriptions[e.Name], Position: i + 1,
			})
			if err != nil {
				return fmt.Errorf("section %s: %w", s.Key, err)
			}
			n.sections[s.Key][e.Name] = made
		}
	}
	return nil
}

func (n *Newsroom) settlePeople(ctx context.Context) error {
	for _, p := range n.content.people {
		names := map[string]news.PersonName{}
		for language, name := range p.Names {
			names[language] = news.PersonName{Name: name, Bio: p.Bio[language]}
		}
		made, err := n.desk.SettlePerson(ctx, news.System, news.Person{Names: names})
		if err != nil {
			return fmt.Errorf("person %s: %w", p.Key, err)
		}
		n.people[p.Key] = made
	}
	return nil
}

func (n *Newsroom) settleTags(ctx context.Context) error {
	for _, t := range n.content.tags {
		group := n.store.NewID()
		n.tags[t.Key] = map[string]news.Tag{}
		for _, e := range n.content.publication.Editions {
			made, err := n.desk.SettleTag(ctx, news.System, news.Tag{Edition: n.editions[e.Name].ID, Group: group, Name: t.Names[e.Name]})
			if err != nil {
				return fmt.Errorf("tag %s: %w", t.Key, err)
			}
			n.tags[t.Key][e.Name] = made
		}
	}
	return nil
}

func (n *Newsroom) settleLists(ctx context.Context) error {
	for _, key := range listKeys {
		n.curated[key] = map[string]news.Curated{}
		for _, e := range n.content.publication.Editions {
			made, err := n.desk.SettleList(ctx, news.System, news.Curated{
				Edition: n.editions[e.Name].ID, Key: key, Name: listNames[key][e.Name], Size: 5, Tail: news.TailLatest,
			})
			if err != nil {
				return fmt.Errorf("list %s: %w", key, err)
			}
			n.curated[key][e.Name] = made
		}
	}
	return nil
}
