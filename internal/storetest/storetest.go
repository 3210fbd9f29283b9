package storetest

import "testing"

// cases are the suite, silent differences of the engines first.
var cases = []struct {
	name string
	run  func(b *bench)
}{
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
	{"ConcurrentActs", concurrentActs},
	{"ConcurrentWriters", concurrentWriters},
	{"ConcurrentRevisions", concurrentRevisions},
	{"ConcurrentReaders", concurrentReaders},

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

// Run holds a database to everything that the store promises.
func Run(t *testing.T, fresh Fresh) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.run(newBench(t, fresh))
		})
	}
}
