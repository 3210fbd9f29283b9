package theme

import "testing"

func TestMinifyKeepsTheMeaning(t *testing.T) {
	for in, want := range map[string]string{
		"a { color : red ; }\n":                            "a{color : red}",
		"/* one */a{b:c}/* two */\n\nd{e:f}":               "a{b:c}d{e:f}",
		".a :is(.b, .c)  >  .d{margin:calc(1px + 2px)}":    ".a :is(.b,.c) > .d{margin:calc(1px + 2px)}",
		`a::after{content:" /* kept */  \" ;} "}`:          `a::after{content:" /* kept */  \" ;} "}`,
		"@media (min-width:48rem) and (x){a{b:c;;}}":       "@media (min-width:48rem) and (x){a{b:c;}}",
		".a/**/.b{c:d}":                                    ".a .b{c:d}",
		"a{b:c} /* open":                                   "a{b:c}",
		"":                                                 "",
		`@font-face{src:local("A"), url(x)   format("w")}`: `@font-face{src:local("A"),url(x) format("w")}`,
	} {
		if got := string(minify([]byte(in))); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestOpeningRunsIntoTheFirstParagraph(t *testing.T) {
	for _, c := range []struct{ first, runIn, want string }{
		{"<p>It is", "", "<p>It is"},
		{"<p>It is", "Vienna —", `<p><span class="runin">Vienna —</span> It is`},
		{`<p id="b-1" lang="de">Es`, "W", `<p id="b-1" lang="de"><span class="runin">W</span> Es`},
		{"<pre>x</pre>", "W", `<p><span class="runin">W</span> </p><pre>x</pre>`},
		{"<h2>x</h2>", "<W>", `<p><span class="runin">&lt;W&gt;</span> </p><h2>x</h2>`},
	} {
		if got := string(opening(asHTML(c.first), c.runIn)); got != c.want {
			t.Errorf("%q after %q: %q, want %q", c.first, c.runIn, got, c.want)
		}
	}
}
