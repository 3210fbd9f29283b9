package newsroom

import (
	"context"
	"net/url"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/news"
)

// joinTags writes tags as the form shows them: with commas between, or one a
// line where a name has a comma.
func joinTags(tags []news.Tag) string {
	var names []string
	between := ", "
	for _, t := range tags {
		names = append(names, t.Name)
		if strings.ContainsAny(t.Name, ",،") {
			between = "\n"
		}
	}
	if between == "\n" && len(names) == 1 {
		return names[0] + "\n"
	}
	return strings.Join(names, between)
}

// splitTags reads what joinTags writes, with Arabic commas too.
func splitTags(s string) []string {
	cut := func(r rune) bool { return r == ',' || r == '،' }
	if strings.Contains(s, "\n") {
		cut = func(r rune) bool { return r == '\n' }
	}
	var names []string
	for _, name := range strings.FieldsFunc(s, cut) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// tagsOf finds the tags that a writer named. One that does not exist is made
// for whoever may settle tags; others are told to ask.
func (n *Newsroom) tagsOf(ctx context.Context, actor news.Actor, edition news.ID, typed string) ([]news.ID, error) {
	names := splitTags(typed)
	if len(names) > desk.MaxTags {
		return nil, news.Errorf(news.Invalid, "tags", "There are %d; at most %d fit. Remove some.", len(names), desk.MaxTags)
	}
	var ids []news.ID
	for _, name := range names {
		t, err := n.Desk.TagNamed(ctx, edition, name)
		if news.KindOf(err) == news.NotFound && actor.Role.May(news.ActSettle) {
			t, err = n.Desk.SettleTag(ctx, actor, news.Tag{Edition: edition, Name: name})
		}
		switch {
		case news.KindOf(err) == news.NotFound:
			return nil, news.Errorf(news.Invalid, "tags", "There is no tag “%s” yet. Use one that exists, or ask a chief to add it.", clip(name))
		case err != nil && news.KindOf(err) != news.Internal:
			return nil, news.Errorf(news.KindOf(err), "tags", "The tag “%s” cannot be made: %w", clip(name), err)
		case err != nil:
			return nil, err
		}
		ids = append(ids, t.ID)
	}
	return ids, nil
}

// relatedOf reads the related stories that a writer named: ids, or addresses
// of the newsroom or of readers, one a line; what follows is for people.
func (n *Newsroom) relatedOf(ctx context.Context, actor news.Actor, typed string) ([]news.ID, error) {
	var ids []news.ID
	for line := range strings.Lines(typed) {
		mark, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if mark == "" {
			continue
		}
		id, ok := storyNamed(mark)
		if !ok {
			return nil, news.Errorf(news.Invalid, "related", "%q names no story. Write its address, one a line.", clip(mark))
		}
		ids = append(ids, id)
	}
	if len(ids) > desk.MaxRelated {
		return nil, news.Errorf(news.Invalid, "related", "There are %d; at most %d fit. Remove some.", len(ids), desk.MaxRelated)
	}
	known, err := n.Desk.Headlines(ctx, actor, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if _, ok := known[id]; !ok {
			return nil, news.Errorf(news.Invalid, "related", "There is no story %s. Write the address of one, one a line.", id)
		}
	}
	return ids, nil
}

// storyNamed reads the id in an address or a bare id.
func storyNamed(mark string) (news.ID, bool) {
	if u, err := url.Parse(mark); err == nil {
		mark = strings.TrimSuffix(u.Path, "/")
	}
	return news.StoryID(mark[strings.LastIndexByte(mark, '/')+1:])
}
