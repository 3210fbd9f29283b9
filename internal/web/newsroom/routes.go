package newsroom

import (
	"net/http"
	"slices"

	"dateline/internal/news"
	"dateline/internal/web"
)

const (
	get  = http.MethodGet
	post = http.MethodPost
)

// routes lists every screen and form of the newsroom with who may use it. What
// an act needs on one story (whose it is, where it stands) the desk checks
// besides.
func (n *Newsroom) routes() []web.Route {
	return slices.Concat(n.doorRoutes(), n.storyRoutes(), n.actRoutes(), n.listRoutes(), n.pictureRoutes(), n.settingRoutes(), n.accountRoutes(),
		[]web.Route{web.Assets(n.Asset, n.Fonts)})
}

// route is one line of the tables below, under /newsroom/.
func route(method, pattern string, who web.Who, h web.Handler) web.Route {
	return web.Route{Method: method, Pattern: "/newsroom/" + pattern, Who: who, Handler: h}
}

// inLane has a route wait for its turn in a lane.
func inLane(lane string, r web.Route) web.Route {
	r.Lane = lane
	return r
}

// upTo lets a route take a larger body than others.
func upTo(bytes int64, r web.Route) web.Route {
	r.MaxBody = bytes
	return r
}

func (n *Newsroom) doorRoutes() []web.Route {
	return []web.Route{
		route(get, "sign-in", web.Everybody, n.signInForm),
		inLane(SignInLane, route(post, "sign-in", web.Everybody, n.signIn)),
		route(post, "sign-out", web.Everybody, n.signOut),
		route(get, "me", web.Staff, n.me),
		route(post, "me/language", web.Staff, n.meLanguage),
		inLane(SignInLane, route(post, "me/password", web.Staff, n.mePassword)),
		route(post, "me/sign-out", web.Staff, n.meSignOut),
	}
}

func (n *Newsroom) storyRoutes() []web.Route {
	return []web.Route{
		route(get, "{$}", web.Staff, n.desk),
		route(get, "story/new", web.Allowed(news.ActDraft), n.storyNew),
		upTo(maxStoryForm, route(post, "story/new", web.Allowed(news.ActDraft), n.storyCreate)),
		route(get, "story/{id}", web.Staff, n.story),
		upTo(maxStoryForm, route(post, "story/{id}", web.Allowed(news.ActSave), n.storySave)),
		route(get, "story/{id}/history", web.Staff, n.history),
		route(post, "story/{id}/remark", web.Staff, n.storyRemark),
		route(post, "story/{id}/translate", web.Allowed(news.ActTranslate), n.storyTranslate),
		route(post, "story/{id}/catch-up", web.Allowed(news.ActSave), n.storyCatchUp),
	}
}

func (n *Newsroom) actRoutes() []web.Route {
	return []web.Route{
		route(post, "story/{id}/submit", web.Allowed(news.ActSubmit), n.storySubmit),
		route(post, "story/{id}/send-back", web.Allowed(news.ActSendBack), n.storySendBack),
		route(post, "story/{id}/approve", web.Allowed(news.ActApprove), n.storyApprove),
		route(post, "story/{id}/schedule", web.Allowed(news.ActSchedule), n.storySchedule),
		route(post, "story/{id}/unschedule", web.Allowed(news.ActUnschedule), n.storyUnschedule),
		route(post, "story/{id}/publish", web.Allowed(news.ActPublish), n.storyPublish),
		route(post, "story/{id}/update", web.Allowed(news.ActUpdate), n.storyUpdate),
		route(post, "story/{id}/correct", web.Allowed(news.ActCorrect), n.storyCorrect),
		route(post, "story/{id}/fix", web.Allowed(news.ActFix), n.storyFix),
		route(post, "story/{id}/retract", web.Allowed(news.ActRetract), n.storyRetract),
		route(post, "story/{id}/withdraw", web.Allowed(news.ActWithdraw), n.storyWithdraw),
	}
}

func (n *Newsroom) listRoutes() []web.Route {
	place := web.Allowed(news.ActPlace)
	return []web.Route{
		route(get, "lists/{$}", place, n.listsHome),
		route(get, "lists/{edition}", place, n.lists),
		route(post, "lists/{edition}", place, n.listPlace),
		route(post, "lists/{edition}/add", place, n.listAdd),
	}
}

func (n *Newsroom) pictureRoutes() []web.Route {
	return []web.Route{
		route(get, "pictures", web.Staff, n.pictures),
		inLane(UploadLane, upTo(maxUpload, route(post, "pictures", web.Allowed(news.ActPicture), n.pictureAdd))),
		route(get, "picture/{id}", web.Staff, n.picture),
		route(post, "picture/{id}", web.Allowed(news.ActPicture), n.pictureDescribe),
		route(get, "media/{id}/{file}", web.Staff, n.media),
	}
}

func (n *Newsroom) settingRoutes() []web.Route {
	settle := web.Allowed(news.ActSettle)
	return []web.Route{
		route(get, "settings/{$}", settle, n.settingsHome),
		route(get, "settings/edition/{id}", settle, n.edition),
		route(post, "settings/edition/{id}", settle, n.editionSettle),
		route(get, "settings/sections", settle, n.sections),
		route(get, "settings/section/{id}", settle, n.section),
		route(post, "settings/section/{id}", settle, n.sectionSettle),
		route(get, "settings/people", settle, n.people),
		route(get, "settings/person/{id}", settle, n.person),
		route(post, "settings/person/{id}", settle, n.personSettle),
		route(get, "settings/tags", settle, n.tags),
		route(get, "settings/tag/{id}", settle, n.tag),
		route(post, "settings/tag/{id}", settle, n.tagSettle),
		route(get, "audit", settle, n.audit),
	}
}

func (n *Newsroom) accountRoutes() []web.Route {
	keep := web.Allowed(news.ActAccount)
	return []web.Route{
		route(get, "accounts/{$}", keep, n.accounts),
		route(get, "accounts/{id}", keep, n.account),
		inLane(SignInLane, route(post, "accounts/{id}", keep, n.accountSettle)),
		inLane(SignInLane, route(post, "accounts/{id}/password", keep, n.accountPassword)),
		route(post, "accounts/{id}/disable", keep, n.accountDisable),
		route(post, "accounts/{id}/enable", keep, n.accountEnable),
	}
}
