package newsroom

import (
	"net/http"

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
	route := func(method, pattern string, who web.Who, h web.Handler) web.Route {
		return web.Route{Method: method, Pattern: "/newsroom/" + pattern, Who: who, Handler: h}
	}
	settle, place, keep := web.Allowed(news.ActSettle), web.Allowed(news.ActPlace), web.Allowed(news.ActAccount)
	routes := []web.Route{
		route(get, "sign-in", web.Everybody, n.signInForm),
		{Method: post, Pattern: "/newsroom/sign-in", Who: web.Everybody, Handler: n.signIn, Lane: SignInLane},
		route(post, "sign-out", web.Everybody, n.signOut),

		route(get, "{$}", web.Staff, n.desk),
		route(get, "story/new", web.Allowed(news.ActDraft), n.storyNew),
		{Method: post, Pattern: "/newsroom/story/new", Who: web.Allowed(news.ActDraft), Handler: n.storyCreate, MaxBody: maxStoryForm},
		route(get, "story/{id}", web.Staff, n.story),
		{Method: post, Pattern: "/newsroom/story/{id}", Who: web.Allowed(news.ActSave), Handler: n.storySave, MaxBody: maxStoryForm},
		route(get, "story/{id}/history", web.Staff, n.history),
		route(post, "story/{id}/remark", web.Staff, n.storyRemark),

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
		route(post, "story/{id}/translate", web.Allowed(news.ActTranslate), n.storyTranslate),
		route(post, "story/{id}/catch-up", web.Allowed(news.ActSave), n.storyCatchUp),

		route(get, "lists/{$}", place, n.listsHome),
		route(get, "lists/{edition}", place, n.lists),
		route(post, "lists/{edition}", place, n.listPlace),
		route(post, "lists/{edition}/add", place, n.listAdd),

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

		route(get, "accounts/{$}", keep, n.accounts),
		route(get, "accounts/{id}", keep, n.account),
		{Method: post, Pattern: "/newsroom/accounts/{id}", Who: keep, Handler: n.accountSettle, Lane: SignInLane},
		{Method: post, Pattern: "/newsroom/accounts/{id}/password", Who: keep, Handler: n.accountPassword, Lane: SignInLane},
		route(post, "accounts/{id}/disable", keep, n.accountDisable),
		route(post, "accounts/{id}/enable", keep, n.accountEnable),

		route(get, "me", web.Staff, n.me),
		route(post, "me/language", web.Staff, n.meLanguage),
		{Method: post, Pattern: "/newsroom/me/password", Who: web.Staff, Handler: n.mePassword, Lane: SignInLane},
		route(post, "me/sign-out", web.Staff, n.meSignOut),
	}
	return append(routes, web.Assets(n.Asset, n.Fonts))
}
