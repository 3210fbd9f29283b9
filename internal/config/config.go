// Package config owns the settings of a running Dateline: one struct, filled
// from flags, from the environment and from a file, in this order of weight.
// The tags are read by the command line. It must not know what the settings
// do.
package config

import "strings"

// Data is where a newsroom's data lies.
type Data struct {
	Data     string `help:"Folder of the newsroom: database, pictures." default:"./data" env:"DATELINE_DATA" placeholder:"DIR"`
	Database string `help:"PostgreSQL address, postgres://user@host/name. Without it SQLite in the folder is used." env:"DATELINE_DATABASE" placeholder:"URL"`
}

// Server is how a newsroom is served.
type Server struct {
	Data
	Listen         string `help:"Address on which readers are served." default:"127.0.0.1:8080" env:"DATELINE_LISTEN" placeholder:"ADDR"`
	NewsroomListen string `help:"Address of the newsroom's screens, when they must be out of readers' reach." env:"DATELINE_NEWSROOM_LISTEN" placeholder:"ADDR"`
	URL            string `help:"The site's own address, https://courier.example. Without it the listening address." env:"DATELINE_URL" placeholder:"URL"`
	Theme          string `help:"Folder of a theme that is laid over the default one." env:"DATELINE_THEME" placeholder:"DIR"`
	TrustedProxies string `help:"Networks of proxies whose forwarded headers are believed, 10.0.0.0/8." env:"DATELINE_TRUSTED_PROXIES" placeholder:"LIST"`
	CacheMB        int64  `help:"Memory for rendered pages, in megabytes." default:"64" env:"DATELINE_CACHE_MB" name:"cache-mb"`
	LogLevel       string `help:"What is logged: debug, info, warn, error." default:"info" enum:"debug,info,warn,error" env:"DATELINE_LOG_LEVEL"`
}

// Base is the site's own address without a slash at its end.
func (s Server) Base() string {
	if s.URL != "" {
		return strings.TrimRight(s.URL, "/")
	}
	return "http://" + s.Listen
}
