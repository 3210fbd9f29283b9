package specimen

import "dateline/internal/page"

func englishCopy() *copyText {
	return &copyText{
		one:  "1",
		lang: "en", dir: "ltr", digits: "latin",
		name: "The Vienna Courier", tagline: "News and analysis from the Congress and the field",
		sections: [5]string{"News", "Analysis", "Reports", "Interviews", "Opinion"},
		tools:    [4]string{"Map", "Timeline", "In Focus", "Gallery"},
		places:   []string{"Brussels", "Ghent", "London", "Paris", "Vienna"},
		promise:  []string{"An independent newsroom. No tracking, no account needed.", "Every change to a published story is on record."},
		footer:   [3]string{"The newsroom", "Find", "Follow"},
		links:    [9]string{"About us", "Standards", "Corrections", "Archive by month", "In Focus, A to Z", "All datelines", "Newsletter", "Feeds", "Fediverse"},
		today:    page.Moment{Machine: "2026-11-23", Text: "Monday 23 November 2026"},

		published: page.Moment{Machine: "2026-11-20T18:30+01:00", Text: "20 November 2026, 18:30"},
		updated:   page.Moment{Machine: "2026-11-22T09:12+01:00", Text: "22 November 2026, 09:12"},
		month:     "June 1815", year: "1815", before: "May 1815", after: "July 1815",
		breaking: [2]string{"Paris, 22 June", "Napoleon abdicates in favour of his son; the Chambers name a commission of government"},
		lead: story{place: "Waterloo", day: "Monday 19 June", date: "1815-06-19", by: "Anna Reiter", picture: "field",
			headline: "Allies break Napoleon’s army on the ridge at Mont-Saint-Jean",
			brief:    "Wellington held the crest from before noon. Blücher’s Prussians came in from Wavre in the late afternoon. By nightfall the Army of the North was streaming back towards Charleroi."},
		also: [3]string{"Hour by hour: the field from eleven until nine", "Why the Prussians marched north after Ligny", "Map: four days on the Brussels road"},
		peace: story{place: "Vienna", day: "Friday 9 June 1815", date: "1815-06-09", by: "Elise Hartmann", picture: "vienna",
			headline: "A peace in 121\u00a0articles. Will it hold?",
			brief:    "Seven powers have signed the Final Act while their armies are still on the march. What binds them is less the new map than a new habit: they keep meeting."},
		stories: englishStories(),
		role:    "Correspondent in Vienna", about: "Elise Hartmann has reported from the Congress since its first conferences.",
		label: "Corrected", count: "14 stories", here: "Page 2 of 3", author: "Elise Hartmann", with: "author", place: "Pressburg",
		correction: "An earlier version of this article said that eight powers had signed the Final Act. Seven signed on 9 June; Spain declined.",
		reason:     "This report rested on one letter, whose date we could not confirm.",
		caption:    "Vienna from the water. The powers signed on 9 June.", credit: "Engraving: Courier studio",
		alt: "Engraving: Vienna from the river at evening, the spire of St Stephen’s above the roofs", runIn: "Vienna, 9 June —",
		paragraphs: englishText(),
		subhead:    "It nearly broke in January", pull: "They have been making war and a constitution for Europe in the same rooms, often on the same day.",
		footnote: "The treaty of 3 January was made between the courts of Vienna, London and Paris.",
		notes:    englishNotes(),
		tags:     []string{"Congress of Vienna", "Final Act", "Coalition", "Poland", "Saxony"},
		events:   englishEvents(),
		mapLabel: "Map of the campaign south of Brussels, 15 to 18 June", mapNote: "Ringed disc: certain, from two sources or more. Dashed ring: claimed by one side.",
		topics:   englishTopics(),
		frames:   englishFrames(),
		kinds:    [2]string{"Photo", "Film"},
		comments: [2]comment{{"Johann W., Linz", "The river articles deserve more than a sentence."}, {"Elise Hartmann", "They have a story of their own on Thursday."}},
		geo:      []string{"48°12′ N", "16°22′ E"}, where: "Paragraph 1",
	}
}

func englishStories() []story {
	return []story{
		{"Charleroi", "15 June", "At dawn the Army of the North crossed the Sambre", "Five corps, the Guard and a cavalry reserve went over by three bridges.", "Joris Claes", "bridge", "1815-06-15"},
		{"Vienna", "20 March", "Twenty-two cantons, one guarantee: how Switzerland’s neutrality took shape", "The powers recognised it in March; the Diet acceded in May.", "", "alps", "1815-03-20"},
		{"Sumbawa", "10 April", "The guns heard in Java were a mountain", "Garrisons marched out to meet an attack. It was Tambora, on the island of Sumbawa, breaking open.", "", "tambora", "1815-04-10"},
		{"Vienna", "19 March", "“Nobody yields the stair any more”", "A master of ceremonies on the regulation that ranks envoys by the day of their arrival.", "Elise Hartmann", "road", "1815-03-19"},
		{"Mainz", "9 June", "Let the Rhine belong to those who travel on it", "Free navigation is nine articles long. It is the part of the Act a bargeman will feel first.", "", "", "1815-06-09"},
		{"Frankfurt", "8 June", "A league of princes is not yet a country", "", "", "", "1815-06-08"},
		{"Ghent", "22 June", "A king who left by night should return by day", "", "", "", "1815-06-22"},
	}
}

func englishNotes() []page.Note {
	return []page.Note{
		{ID: "n-gentz", Name: "Friedrich von Gentz", Kind: "Person · born 1764, Breslau", Text: "Publicist in Austrian service and secretary-general of the Congress. He keeps its protocols.", URL: "/en/focus/gentz"},
		{ID: "n-coal", Name: "Coalition of 1815", Kind: "Alliance · since 25 March 1815", Text: "Austria, Great Britain, Prussia and Russia, joined since by most of Europe. None may make peace alone.", URL: "/en/focus/coalition"},
	}
}

func englishEvents() []event {
	return []event{
		{"Charleroi", "15 June", "1815-06-15", "The French cross the Sambre and take the town by midday."},
		{"Ligny", "16 June", "1815-06-16", "Blücher is beaten, but his corps withdraw north to Wavre."},
		{"Quatre Bras", "16 June", "1815-06-16", "The crossroads on the Brussels road holds until dark."},
		{"Mont-Saint-Jean", "18 June", "1815-06-18", "Wellington and Blücher defeat the Army of the North."},
		{"Paris", "22 June", "1815-06-22", "He abdicates in favour of his son."},
	}
}

func englishTopics() []page.TopicCard {
	return []page.TopicCard{
		{Name: "Friedrich von Gentz", Kind: "Person", Definition: "Publicist from Breslau in Austrian service; secretary-general of the Congress.", URL: "/en/focus/gentz", New: true},
		{Name: "German Confederation", Kind: "Alliance of states", Definition: "Union of sovereign German princes and free cities, with a diet at Frankfurt.", URL: "/en/focus/confederation", New: true},
		{Name: "Coalition of 1815", Kind: "Alliance", Definition: "Austria, Great Britain, Prussia and Russia, bound on 25 March 1815.", URL: "/en/focus/coalition"},
		{Name: "Sambre", Kind: "Place", Definition: "River of the southern Netherlands. It passes Charleroi and meets the Meuse at Namur.", URL: "/en/focus/sambre"},
	}
}

func englishFrames() []story {
	return []story{
		{"Rochefort", "15 July", "HMS Bellerophon off the Île d’Aix.", "", "", "sea", "1815-07-15"},
		{"Laffrey", "7 March", "The road by the lake where the 5th of the line came over.", "", "", "alps", "1815-03-07"},
		{"Charleroi", "15 June", "The bridge over the Sambre on the morning of the crossing.", "", "", "bridge", "1815-06-15"},
		{"Vienna", "9 June", "The city from the water on the day of the signing.", "", "", "vienna", "1815-06-09"},
		{"Soissons", "23 June", "The Paris road, empty at noon.", "", "", "road", "1815-06-23"},
	}
}

func englishText() []string {
	return []string{
		`<p>It is written in French, all 121 articles of it, and article 120 takes care to say that this sets no precedent. Under a text kept by the secretary of the Congress, <a class="ref" href="#n-gentz">Friedrich von Gentz</a>, seven powers have put their names to the Final Act: Austria, France, Great Britain, Portugal, Prussia, Russia and Sweden.</p>`,
		`<p>It is a strange hour for a settlement. The man against whom it was begun is in Paris again, with an army gathering on the northern frontier. In March <a class="ref" href="#n-coal">the same powers</a> declared him outside the law.</p>`,
		`<p>So the question put in every ante-chamber this week is a fair one. Is the Coalition an <em>alliance</em>, or only a <strong>fear</strong> that several courts happen to share?</p>`,
		`<p>There is evidence for the second view. On 3 January, Austria, Great Britain and France signed a secret treaty of defence against two of their own partners.<a class="fnref" id="fnref-a" href="#fn-a" aria-label="1">1</a></p>`,
		`<ul><li>Nine articles open the great rivers.</li><li>Envoys rank by the day of arrival.</li></ul>`,
	}
}
