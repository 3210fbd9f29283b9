// Package syndication owns how the publication speaks to machines: schema.org
// objects, and in time feeds, sitemaps and federation.
//
// Start reading at article.go. It must not know of HTTP or templates: it
// returns bytes.
package syndication
