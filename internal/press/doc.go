// Package press is the page cache: a reader page is rendered once, encoded
// once, kept with the tags of what it shows, and served until a row of the
// ledger names one of them or its time runs out.
//
// Start reading at Press.Serve (serve.go), then run.go and keep.go (making a page),
// ledger.go (what an act does to kept pages) and refresh.go (soft tags). It
// must not know what a page shows, how it is rendered, who is signed in, or
// where the ledger is stored: signed-in requests, previews and drafts never
// come here, and whoever follows the ledger hands its rows to Apply.
//
// # Why a reader never sees a page older than an answered act
//
// Let position P mean: the rows 1 to P of the ledger have been applied here.
// Rows are applied in order and without gaps, each after its act was committed,
// and the process that acts applies its row before it answers. To show: when an
// act with row A has been answered by this process, no later request here gets
// a page that carries a hard tag of A and was read from the database before A.
//
//  1. A run (one rendering) notes S, the position, before its fill reads
//     anything. Rows up to S were committed before they were applied, so every
//     read of the fill sees at least the acts 1 to S. It may see newer ones.
//  2. When the fill is done, its page is kept, in one critical section with
//     Apply, only when no row in (S, P] names a hard tag of it. The rows are
//     remembered in a bounded ring; a run older than the ring counts as named.
//  3. So at that moment the page reflects every act up to P that names its hard
//     tags: those up to S by 1, and those in (S, P] do not name them. Every
//     later row that names them drops the page inside Apply, before the act is
//     answered. What is kept therefore always reflects the position.
//  4. A request takes a kept page (right by 3), or starts a run with S = P (right
//     by 1), or joins a run whose S is still P (the same). It never joins an
//     older run, because that run's reads may precede an act that was answered
//     before this request came; and an error has no tags to check it by.
//  5. A run that was named by a row is made again, a few times at most, with a
//     newer S. The last of these pages is sent but not kept: it is at least as
//     new as the position at which any of its readers asked.
//
// A fill that read a snapshot newer than P holds acts that are not applied yet.
// That is harmless: the rows, once applied, drop a page that shows them already.
// The proof needs reads that see every committed row up to the position: a fill
// must not read from a lagging replica. It also needs acts that name the tags
// of the pages that change: a row that puts a story into a list names the list,
// for the list's old page does not carry the story's tag.
//
// Soft tags are left out of 2 and 3 on purpose: a row that names one only makes
// the page stale, and stale bytes are served while the page is made anew behind
// them. Urgent rows treat soft tags as hard. Until is hard: a page is neither
// kept nor served once that moment has come.
package press
