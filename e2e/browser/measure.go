package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/chromedp"

	"dateline/quality/node"
)

// errNoScript says that a measure needs scripts to run in the page.
var errNoScript = errors.New("browser: the page was opened without scripts")

// layoutShift sums the layout shifts that no input caused, which is at least
// the score that Lighthouse calls CLS. Two frames pass, so that the browser
// has told all it has seen.
const layoutShift = `new Promise(done => {
	let sum = 0;
	const add = entries => { for (const e of entries) if (!e.hadRecentInput) sum += e.value; };
	const observer = new PerformanceObserver(list => add(list.getEntries()));
	observer.observe({type: 'layout-shift', buffered: true});
	requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
		add(observer.takeRecords());
		done(sum);
	})));
})`

// LayoutShift returns by how much the page has moved under the reader's eyes
// since it was opened: 0 is still, 0.1 is what search engines tolerate.
func (p *Page) LayoutShift() (float64, error) {
	if p.view.NoScript {
		return 0, errNoScript
	}
	return chromedp.Run(p.ctx, chromedp.Evaluate[float64](layoutShift, chromedp.EvalAwaitPromise))
}

// Overflow returns by how many pixels the page is wider than the screen: 0
// when nothing scrolls sideways.
func (p *Page) Overflow() (int64, error) {
	const script = `Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)`
	return chromedp.Run(p.ctx, chromedp.Evaluate[int64](script))
}

// Violation is a rule of accessibility that a page breaks.
type Violation struct {
	ID     string   `json:"id"`     // axe's name of the rule
	Impact string   `json:"impact"` // minor, moderate, serious or critical
	Help   string   `json:"help"`   // the rule in a sentence
	Nodes  []string `json:"nodes"`  // where: selectors with the reason
}

func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s\n\t%s", v.ID, v.Impact, v.Help, strings.Join(v.Nodes, "\n\t"))
}

// runAxe runs axe-core's rules of WCAG 2.2 A and AA and its best practices.
const runAxe = `axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => ({
	id: v.id, impact: v.impact || '', help: v.help,
	nodes: v.nodes.slice(0, 5).map(n => n.target.join(' ') + ': ' + n.failureSummary.replace(/\s+/g, ' ')),
})))`

// Axe checks the page's accessibility as it stands.
func (p *Page) Axe(ctx context.Context) ([]Violation, error) {
	if p.view.NoScript {
		return nil, errNoScript
	}
	modules, err := node.Install(ctx, node.Checkers)
	if err != nil {
		return nil, err
	}
	source, err := os.ReadFile(filepath.Join(modules, "axe-core", "axe.min.js"))
	if err != nil {
		return nil, fmt.Errorf("browser: axe: %w", err)
	}
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](string(source)+";true")); err != nil {
		return nil, fmt.Errorf("browser: axe: %w", err)
	}
	violations, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]Violation](runAxe, chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, fmt.Errorf("browser: axe: %w", err)
	}
	return violations, nil
}

// Screenshot returns the whole page, from top to foot, as a PNG.
func (p *Page) Screenshot() ([]byte, error) {
	const png = 100 // chromedp's quality that means PNG
	return chromedp.Run(p.ctx, chromedp.FullScreenshot(png))
}

// Text returns the text that a reader sees in the elements that a selector
// finds, in order.
func (p *Page) Text(selector string) ([]string, error) {
	script := fmt.Sprintf(`Array.from(document.querySelectorAll(%q), e => e.innerText)`, selector)
	return chromedp.Run(p.ctx, chromedp.Evaluate[[]string](script))
}
