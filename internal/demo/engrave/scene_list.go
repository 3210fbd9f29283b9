package engrave

func cityScenes() []Scene {
	return []Scene{
		{Key: "bridge", Title: "The bridge at Charleroi", Caption: "The bridge over the Sambre on the morning of the crossing.", City: "Charleroi", Country: "Belgium", draw: bridge},
		{Key: "ghent", Title: "The Graslei and the belfry", Caption: "Stepped gables along the water at Ghent, where the court of France waits.", City: "Ghent", Country: "Belgium", draw: ghent},
		{Key: "london", Title: "London from the Thames", Caption: "St Paul's and the wharves of London, seen from the river.", City: "London", Country: "United Kingdom", draw: london},
		{Key: "palace", Title: "Before the congress", Caption: "Carriages draw up before the palace where the congress sits.", City: "Vienna", Country: "Austria", draw: palace},
		{Key: "paris", Title: "The island and the Seine", Caption: "The towers of Notre-Dame above the Seine.", City: "Paris", Country: "France", draw: paris},
		{Key: "vienna", Title: "Vienna from the water", Caption: "The city from the water on the day of the signing.", City: "Vienna", Country: "Austria", draw: vienna},
	}
}

func landScenes() []Scene {
	return []Scene{
		{Key: "alps", Title: "The road by the lake", Caption: "The road by the lake of Laffrey, where the 5th of the Line came over.", City: "Laffrey", Country: "France", draw: alps},
		{Key: "night-camp", Title: "Fires before the battle", Caption: "Camp fires on the night before the battle.", City: "Genappe", Country: "Belgium", draw: camp},
		{Key: "battlefield-dusk", Title: "The ridge at nightfall", Caption: "A broken gun and abandoned colours on the ridge at nightfall.", City: "Waterloo", Country: "Belgium", draw: dusk},
		{Key: "field", Title: "La Haye Sainte", Caption: "The farm of La Haye Sainte below the Allied line, looking south.", City: "Waterloo", Country: "Belgium",
			Camera: &Camera{Latitude: 50.6779, Longitude: 4.4121, Serial: "CL-1815-0618"}, draw: field},
		{Key: "road", Title: "The Paris road", Caption: "The Paris road at noon, empty but for a coach.", City: "Soissons", Country: "France", draw: road},
		{Key: "tambora", Title: "The mountain breaks open", Caption: "Tambora, on the island of Sumbawa, seen from the sea.", City: "Sumbawa", Country: "Indonesia", draw: tambora},
		{Key: "telegraph", Title: "The telegraph", Caption: "A station of the optical telegraph signals across the hills.", City: "Lille", Country: "France", Portrait: true, draw: telegraph},
	}
}

func waterScenes() []Scene {
	return []Scene{
		{Key: "harbour", Title: "The roads at Rochefort", Caption: "Ships of the line in harbour at Rochefort.", City: "Rochefort", Country: "France", draw: harbour},
		{Key: "river", Title: "The Rhine in its gorge", Caption: "A laden barge goes up the Rhine under a castle.", City: "Mainz", Country: "Germany", draw: river},
		{Key: "sea", Title: "HMS Bellerophon", Caption: "HMS Bellerophon off the Île d’Aix.", City: "Rochefort", Country: "France", draw: sea},
	}
}

func indoorScenes() []Scene {
	return []Scene{
		{Key: "study", Title: "The instrument", Caption: "The treaty on the desk, signed and sealed.", City: "Vienna", Country: "Austria", draw: study},
		{Key: "map-table", Title: "The map table", Caption: "The campaign laid out on a map: a hat, dividers, a spyglass.", City: "Brussels", Country: "Belgium", draw: table},
	}
}
