// Package desk owns the editorial acts on stories and on what orders them:
// lists, sections, tags, people, editions. Each act is one function that reads
// top-down: permission, rule, write, record, ledger row, in one transaction.
//
// Start reading at publish.go; draft.go and flow.go lead up to it, correct.go,
// retract.go and withdraw.go follow. What an act may do and where it leads is
// the state table in package news; what a story must have is in content.go;
// which pages an act touches is in touched.go.
//
// It must not know of HTTP, templates, caches or who follows the ledger.
package desk
