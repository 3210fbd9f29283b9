package demo

import (
	"context"
	"fmt"
	"strings"

	"dateline/internal/desk"
	"dateline/internal/news"
)

// draft begins every story and its translations, so that related stories can
// name each other.
func (n *Newsroom) draft(ctx context.Context) error {
	for _, s := range n.content.stories {
		n.stories[s.Key] = map[string]news.Story{}
		for _, edition := range s.Editions {
			b := s.bodies[edition]
			o := desk.Start{Edition: n.editions[edition].ID, Content: news.Content{Kind: news.StoryKind(s.Kind), Headline: b.headline}}
			if first, ok := n.stories[s.Key][s.Editions[0]]; ok {
				o.Group = first.Group
			}
			made, err := n.desk.Draft(ctx, news.System, o)
			if err != nil {
				return fmt.Errorf("draft %s (%s): %w", s.Key, edition, err)
			}
			n.stories[s.Key][edition] = made
		}
	}
	return nil
}

// publish saves a story as first published and publishes it.
func (n *Newsroom) publish(ctx context.Context, s story, edition string) error {
	err := n.save(ctx, s, edition, s.bodies[edition].markup)
	if err == nil {
		err = n.perform(s, edition, func(t desk.Target) (news.Story, error) { return n.desk.Publish(ctx, news.System, t) })
	}
	if err != nil {
		return fmt.Errorf("publish %s (%s): %w", s.Key, edition, err)
	}
	return nil
}

// perform runs an act on a story and keeps how it stands afterwards.
func (n *Newsroom) perform(s story, edition string, act func(desk.Target) (news.Story, error)) error {
	now := n.stories[s.Key][edition]
	after, err := act(desk.Target{Story: now.ID, Version: now.Version})
	if err == nil {
		n.stories[s.Key][edition] = after
	}
	return err
}

func (n *Newsroom) save(ctx context.Context, s story, edition, markup string) error {
	c, err := n.compose(s, edition, markup)
	if err != nil {
		return err
	}
	return n.perform(s, edition, func(t desk.Target) (news.Story, error) { return n.desk.Save(ctx, news.System, t, c) })
}

// change performs what happened to a published story.
func (n *Newsroom) change(ctx context.Context, s story, edition string, a laterAct, markup string) error {
	if a.Act != string(news.ActRetract) {
		if len(a.Replace[edition]) == 0 {
			return nil // what was mended stood in another edition only
		}
		if err := n.save(ctx, s, edition, markup); err != nil {
			return fmt.Errorf("%s %s (%s): %w", a.Act, s.Key, edition, err)
		}
	}
	told := desk.Telling{Text: a.Note[edition], OnTop: a.OnTop}
	err := n.perform(s, edition, func(t desk.Target) (news.Story, error) {
		switch news.Act(a.Act) {
		case news.ActUpdate:
			return n.desk.Update(ctx, news.System, t, told)
		case news.ActCorrect:
			return n.desk.Correct(ctx, news.System, t, news.NoteKind(a.Kind), told)
		case news.ActFix:
			return n.desk.Fix(ctx, news.System, t)
		case news.ActRetract:
			return n.desk.Retract(ctx, news.System, t, a.Note[edition])
		}
		return news.Story{}, fmt.Errorf("the demo knows no act %q", a.Act)
	})
	if err != nil {
		return fmt.Errorf("%s %s (%s): %w", a.Act, s.Key, edition, err)
	}
	return nil
}

// applied makes an act's replacements on the markup of a body. What is to be
// found must stand there once.
func (a laterAct) applied(markup, key, edition string) (string, error) {
	for _, r := range a.Replace[edition] {
		if strings.Count(markup, r.Find) != 1 {
			return "", fmt.Errorf("story %s (%s): %q stands there %d times", key, edition, r.Find, strings.Count(markup, r.Find))
		}
		markup = strings.Replace(markup, r.Find, r.With, 1)
	}
	return markup, nil
}
