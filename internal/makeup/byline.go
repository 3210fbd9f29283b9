package makeup

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/page"
)

func personIDs(bylines []news.Byline) []news.ID {
	var ids []news.ID
	for _, b := range bylines {
		if b.Person != 0 {
			ids = append(ids, b.Person)
		}
	}
	return ids
}

// people reads persons and notes them as shown.
func (k *making) people(ctx context.Context, ids []news.ID, away bool) (map[news.ID]news.Person, error) {
	all, err := k.tx.People().Some(ctx, ids)
	for id := range all {
		if tag := news.TagOf(news.NounPerson, id); away {
			k.soft(tag)
		} else {
			k.hard(tag)
		}
	}
	return all, err
}

// roles maps a story's roles to the theme's; RoleIn is a way of saying that
// somebody reported from a place.
var roles = map[news.BylineRole]page.Role{
	news.RoleBy: page.RoleBy, news.RoleWith: page.RoleWith, news.RoleIn: page.RoleWith,
	news.RoleTranslator: page.RoleTranslation, news.RolePictures: page.RolePhotographs,
}

// byline says who made a story: people of one role and place who follow each
// other share a credit.
func (k *making) byline(bylines []news.Byline, names map[news.ID]news.Person) page.Byline {
	var out page.Byline
	for _, b := range bylines {
		who := page.Person{Name: b.Name}
		if p, known := names[b.Person]; known {
			who.URL = k.edition.PersonPath(p)
			if who.Name == "" {
				who.Name = p.In(k.edition.Language).Name
			}
			if _, own := p.Names[k.edition.Language]; !own && b.Name == "" {
				who.Lang = "en"
			}
		}
		if who.Name == "" {
			continue // a person who is no longer there
		}
		role := roles[b.Role]
		if n := len(out); n > 0 && out[n-1].Role == role && out[n-1].Place == b.Place {
			out[n-1].People = append(out[n-1].People, who)
			continue
		}
		out = append(out, page.Credit{Role: role, People: []page.Person{who}, Place: b.Place})
	}
	return out
}
