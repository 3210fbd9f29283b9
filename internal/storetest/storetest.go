package storetest

import "testing"

// a conformance is one case of the suite.
type conformance struct {
	name string
	run  func(b *bench)
}

// concurrent are the cases that the race detector has to see.
var concurrent = []conformance{
	{"Acts", concurrentActs},
	{"Writers", concurrentWriters},
	{"Revisions", concurrentRevisions},
	{"Readers", concurrentReaders},
}

// cases are all others, silent differences of the engines first.
var cases = []conformance{
	{"TextComesBackByteForByte", textByteForByte},
	{"TextThatCannotBeStored", textRefused},
	{"MatchingIgnoresCaseAndAccents", matching},
	{"OrderIsOfBytes", orderOfBytes},
	{"NumbersBooleansBytes", scalars},
	{"NamesMissing", namesMissing},
	{"DanglingReferences", dangling},

	{"Transactions", transactions},
	{"LedgerRows", ledgerRows},
	{"LedgerQuestions", ledgerQuestions},
	{"LedgerFollowers", ledgerFollowers},

	{"Editions", editions},
	{"Sections", sections},
	{"Settings", settings},
	{"Tags", tags},
	{"People", people},
	{"Stories", stories},
	{"StoryTies", storyTies},
	{"StoriesAtDesk", storiesAtDesk},
	{"StoriesDue", storiesDue},
	{"DeskNotes", deskNotes},
	{"Revisions", revisions},
	{"RevisionSeals", revisionSeals},
	{"Record", record},
	{"RecordTampered", recordTampered},
	{"RecordDestroyed", recordDestroyed},
	{"RecordOverManyPages", recordPages},
	{"Lists", lists},
	{"Pictures", pictures},
	{"PicturesDestroyed", picturesDestroyed},
	{"PicturesOnlyIn", picturesOnlyIn},
	{"Accounts", accounts},
	{"Sessions", sessions},
	{"Redirects", redirects},
	{"Imported", imported},
	{"Comments", comments},
	{"ChangeNotes", changeNotes},

	{"PublicStory", publicStory},
	{"PublicLists", publicLists},
	{"PublicScopes", publicScopes},
	{"PublicEdges", publicEdges},
	{"PublicSome", publicSome},
	{"PublicTranslations", publicTranslations},
	{"PublicPictures", publicPictures},
	{"PublicNotes", publicNotes},
	{"PublicCanary", publicCanary},
}

// Run holds a database to everything that the store promises, but for
// RunConcurrent.
func Run(t *testing.T, fresh Fresh) {
	t.Helper()
	run(t, fresh, cases)
}

// RunConcurrent holds a database to what the store promises to many at once.
func RunConcurrent(t *testing.T, fresh Fresh) {
	t.Helper()
	run(t, fresh, concurrent)
}

func run(t *testing.T, fresh Fresh, suite []conformance) {
	t.Helper()
	for _, c := range suite {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.run(newBench(t, fresh))
		})
	}
}
