-- +goose Up
-- One text for both engines: TEXT, BIGINT, BOOLEAN, DOUBLE PRECISION and BYTES
-- (a domain over bytea on PostgreSQL, a plain blob on SQLite). Ids are made in
-- Go; instants are microseconds since 1970 UTC; JSON is TEXT handled in Go;
-- *_key columns hold folded text made in Go, for order and matching.

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- The publication ------------------------------------------------------------

CREATE TABLE editions (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    direction TEXT NOT NULL,
    calendar TEXT NOT NULL,
    digits TEXT NOT NULL,
    zone TEXT NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    tagline TEXT NOT NULL,
    about TEXT NOT NULL,
    logo BIGINT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE sections (
    id BIGINT PRIMARY KEY,
    edition BIGINT NOT NULL REFERENCES editions (id),
    group_id BIGINT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (edition, slug)
);
CREATE INDEX sections_group ON sections (group_id);

CREATE TABLE people (
    id BIGINT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    account BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE person_names (
    person BIGINT NOT NULL REFERENCES people (id),
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    bio TEXT NOT NULL,
    PRIMARY KEY (person, language)
);
CREATE INDEX person_names_key ON person_names (name_key);

CREATE TABLE tags (
    id BIGINT PRIMARY KEY,
    edition BIGINT NOT NULL REFERENCES editions (id),
    group_id BIGINT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    topic BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (edition, slug)
);
CREATE INDEX tags_group ON tags (group_id);
CREATE INDEX tags_key ON tags (edition, name_key);

-- Former addresses of anything: a path as it was asked for, query included
-- where the query chose the thing. Target is a path of this site or a subject.
CREATE TABLE redirects (
    path TEXT PRIMARY KEY,
    target TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX redirects_target ON redirects (target);

-- Stories --------------------------------------------------------------------

CREATE TABLE stories (
    id BIGINT PRIMARY KEY,
    edition BIGINT NOT NULL REFERENCES editions (id),
    group_id BIGINT NOT NULL,
    source BIGINT NOT NULL,
    source_revision BIGINT NOT NULL,
    standing TEXT NOT NULL,
    stage TEXT NOT NULL,
    version BIGINT NOT NULL,
    working BIGINT NOT NULL,
    public BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    visible_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    scheduled_at BIGINT NOT NULL,
    embargo BIGINT NOT NULL,
    reason TEXT NOT NULL,
    delisted BOOLEAN NOT NULL,
    confidential BOOLEAN NOT NULL,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    -- of the public revision, for lists; empty before publication
    kind TEXT NOT NULL,
    section BIGINT NOT NULL,
    -- of the working revision, for the desk
    working_headline TEXT NOT NULL
);
CREATE INDEX stories_latest ON stories (edition, standing, visible_at, id);
CREATE INDEX stories_section ON stories (section, standing, visible_at, id);
CREATE INDEX stories_group ON stories (group_id);
CREATE INDEX stories_source ON stories (source);
CREATE INDEX stories_desk ON stories (stage, touched_at, id);
CREATE INDEX stories_touched ON stories (touched_at, id);
CREATE INDEX stories_due ON stories (stage, scheduled_at);

-- Immutable versions of what a story says. Content is news.Content as JSON,
-- text the document in canonical form (apart, so that lists need not read it).
-- Withdrawing empties content, text and salt and keeps the digest.
CREATE TABLE revisions (
    id BIGINT PRIMARY KEY,
    story BIGINT NOT NULL REFERENCES stories (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor BIGINT NOT NULL,
    content TEXT NOT NULL,
    text TEXT NOT NULL,
    salt BYTES NOT NULL,
    digest BYTES NOT NULL,
    UNIQUE (story, number)
);

-- The public revision's ties, rewritten by each act that changes it.
CREATE TABLE story_tags (
    tag BIGINT NOT NULL,
    story BIGINT NOT NULL REFERENCES stories (id),
    position BIGINT NOT NULL,
    visible_at BIGINT NOT NULL,
    PRIMARY KEY (tag, story)
);
CREATE INDEX story_tags_story ON story_tags (story);
CREATE INDEX story_tags_latest ON story_tags (tag, visible_at, story);

CREATE TABLE story_topics (
    topic BIGINT NOT NULL,
    story BIGINT NOT NULL REFERENCES stories (id),
    position BIGINT NOT NULL,
    visible_at BIGINT NOT NULL,
    PRIMARY KEY (topic, story)
);
CREATE INDEX story_topics_story ON story_topics (story);
CREATE INDEX story_topics_latest ON story_topics (topic, visible_at, story);

CREATE TABLE story_people (
    person BIGINT NOT NULL,
    story BIGINT NOT NULL REFERENCES stories (id),
    position BIGINT NOT NULL,
    visible_at BIGINT NOT NULL,
    PRIMARY KEY (person, story)
);
CREATE INDEX story_people_story ON story_people (story);
CREATE INDEX story_people_latest ON story_people (person, visible_at, story);

-- Which pictures a visible story shows: media of unpublished stories is not
-- served.
CREATE TABLE story_pictures (
    picture BIGINT NOT NULL,
    story BIGINT NOT NULL REFERENCES stories (id),
    PRIMARY KEY (picture, story)
);
CREATE INDEX story_pictures_story ON story_pictures (story);

CREATE TABLE story_team (
    story BIGINT NOT NULL REFERENCES stories (id),
    account BIGINT NOT NULL,
    PRIMARY KEY (story, account)
);

CREATE TABLE change_notes (
    id BIGINT PRIMARY KEY,
    story BIGINT NOT NULL REFERENCES stories (id),
    edition BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    on_top BOOLEAN NOT NULL
);
CREATE INDEX change_notes_story ON change_notes (story, at);
CREATE INDEX change_notes_edition ON change_notes (edition, at, id);

-- What the desk says to itself about a story.
CREATE TABLE desk_notes (
    id BIGINT PRIMARY KEY,
    story BIGINT NOT NULL REFERENCES stories (id),
    actor BIGINT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX desk_notes_story ON desk_notes (story, at);

CREATE TABLE lists (
    id BIGINT PRIMARY KEY,
    edition BIGINT NOT NULL REFERENCES editions (id),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    tail TEXT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (edition, key)
);

CREATE TABLE placements (
    list BIGINT NOT NULL REFERENCES lists (id),
    position BIGINT NOT NULL,
    subject TEXT NOT NULL,
    blurb TEXT NOT NULL,
    pinned_until BIGINT NOT NULL,
    PRIMARY KEY (list, position)
);
CREATE INDEX placements_subject ON placements (subject);

-- In Focus -------------------------------------------------------------------

CREATE TABLE topics (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    picture BIGINT NOT NULL,
    wikidata TEXT NOT NULL,
    media_topic TEXT NOT NULL,
    begin_date TEXT NOT NULL,
    end_date TEXT NOT NULL,
    has_point BOOLEAN NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    lon DOUBLE PRECISION NOT NULL,
    new_until BIGINT NOT NULL,
    retired BOOLEAN NOT NULL,
    merged_in BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE topic_faces (
    topic BIGINT NOT NULL REFERENCES topics (id),
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    slug TEXT NOT NULL,
    definition TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (topic, language)
);
CREATE INDEX topic_faces_key ON topic_faces (language, name_key);
CREATE INDEX topic_faces_slug ON topic_faces (language, slug);

CREATE TABLE topic_aliases (
    topic BIGINT NOT NULL REFERENCES topics (id),
    language TEXT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    use TEXT NOT NULL,
    PRIMARY KEY (topic, language, position)
);
CREATE INDEX topic_aliases_key ON topic_aliases (language, name_key);

CREATE TABLE topic_relations (
    id BIGINT PRIMARY KEY,
    topic BIGINT NOT NULL REFERENCES topics (id),
    kind TEXT NOT NULL,
    other BIGINT NOT NULL REFERENCES topics (id),
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL,
    source TEXT NOT NULL
);
CREATE INDEX topic_relations_topic ON topic_relations (topic);
CREATE INDEX topic_relations_other ON topic_relations (other);

-- The map of developments ------------------------------------------------------

CREATE TABLE layers (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    names TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE events (
    id BIGINT PRIMARY KEY,
    layer BIGINT NOT NULL,
    status TEXT NOT NULL,
    claimant TEXT NOT NULL,
    confidence BIGINT NOT NULL,
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL,
    zone TEXT NOT NULL,
    from_sort BIGINT NOT NULL,
    to_sort BIGINT NOT NULL,
    geometry TEXT NOT NULL,
    west DOUBLE PRECISION NOT NULL,
    south DOUBLE PRECISION NOT NULL,
    east DOUBLE PRECISION NOT NULL,
    north DOUBLE PRECISION NOT NULL,
    standing TEXT NOT NULL,
    visible_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX events_when ON events (standing, from_sort, id);

-- What an event said before each act that changed it: news.Event as JSON.
CREATE TABLE event_versions (
    event BIGINT NOT NULL REFERENCES events (id),
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (event, version)
);

CREATE TABLE event_faces (
    event BIGINT NOT NULL REFERENCES events (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (event, language)
);

CREATE TABLE event_topics (
    event BIGINT NOT NULL REFERENCES events (id),
    topic BIGINT NOT NULL,
    PRIMARY KEY (event, topic)
);
CREATE INDEX event_topics_topic ON event_topics (topic);

CREATE TABLE event_stories (
    event BIGINT NOT NULL REFERENCES events (id),
    story BIGINT NOT NULL,
    PRIMARY KEY (event, story)
);
CREATE INDEX event_stories_story ON event_stories (story);

CREATE TABLE event_sources (
    event BIGINT NOT NULL REFERENCES events (id),
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    story BIGINT NOT NULL,
    PRIMARY KEY (event, position)
);

CREATE TABLE areas (
    id BIGINT PRIMARY KEY,
    layer BIGINT NOT NULL,
    names TEXT NOT NULL,
    hatch TEXT NOT NULL,
    letter TEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE area_shapes (
    area BIGINT NOT NULL REFERENCES areas (id),
    number BIGINT NOT NULL,
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL,
    from_sort BIGINT NOT NULL,
    to_sort BIGINT NOT NULL,
    geometry TEXT NOT NULL,
    sources TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (area, number)
);

CREATE TABLE timelines (
    id BIGINT PRIMARY KEY,
    edition BIGINT NOT NULL REFERENCES editions (id),
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (edition, slug)
);

CREATE TABLE timeline_events (
    timeline BIGINT NOT NULL REFERENCES timelines (id),
    position BIGINT NOT NULL,
    event BIGINT NOT NULL REFERENCES events (id),
    PRIMARY KEY (timeline, position)
);

-- The library ------------------------------------------------------------------

CREATE TABLE pictures (
    id BIGINT PRIMARY KEY,
    blob TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    focus_x BIGINT NOT NULL,
    focus_y BIGINT NOT NULL,
    creator TEXT NOT NULL,
    credit TEXT NOT NULL,
    copyright TEXT NOT NULL,
    rights TEXT NOT NULL,
    rights_end BIGINT NOT NULL,
    source_type TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX pictures_created ON pictures (created_at, id);
CREATE INDEX pictures_blob ON pictures (blob);

CREATE TABLE picture_words (
    picture BIGINT NOT NULL REFERENCES pictures (id),
    language TEXT NOT NULL,
    caption TEXT NOT NULL,
    alt TEXT NOT NULL,
    credit TEXT NOT NULL,
    PRIMARY KEY (picture, language)
);

CREATE TABLE renditions (
    picture BIGINT NOT NULL REFERENCES pictures (id),
    width BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    height BIGINT NOT NULL,
    blob TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (picture, width, media_type)
);
CREATE INDEX renditions_blob ON renditions (blob);

CREATE TABLE galleries (
    id BIGINT PRIMARY KEY,
    edition BIGINT NOT NULL REFERENCES editions (id),
    group_id BIGINT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    intro TEXT NOT NULL,
    standing TEXT NOT NULL,
    visible_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX galleries_latest ON galleries (edition, standing, visible_at, id);

CREATE TABLE gallery_frames (
    gallery BIGINT NOT NULL REFERENCES galleries (id),
    position BIGINT NOT NULL,
    picture BIGINT NOT NULL REFERENCES pictures (id),
    caption TEXT NOT NULL,
    place TEXT NOT NULL,
    date TEXT NOT NULL,
    PRIMARY KEY (gallery, position)
);
CREATE INDEX gallery_frames_picture ON gallery_frames (picture);

CREATE TABLE videos (
    id BIGINT PRIMARY KEY,
    edition BIGINT NOT NULL REFERENCES editions (id),
    group_id BIGINT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    intro TEXT NOT NULL,
    credit TEXT NOT NULL,
    blob TEXT NOT NULL,
    media_type TEXT NOT NULL,
    seconds DOUBLE PRECISION NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    poster BIGINT NOT NULL,
    captions TEXT NOT NULL,
    transcript TEXT NOT NULL,
    standing TEXT NOT NULL,
    visible_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX videos_latest ON videos (edition, standing, visible_at, id);

-- Readers ----------------------------------------------------------------------

CREATE TABLE comments (
    id BIGINT PRIMARY KEY,
    story BIGINT NOT NULL REFERENCES stories (id),
    parent BIGINT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    at BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    decided_by BIGINT NOT NULL,
    staff BIGINT NOT NULL
);
CREATE INDEX comments_story ON comments (story, state, at);
CREATE INDEX comments_queue ON comments (state, at, id);

-- Views per story and hour (hours since 1970); only hours with a view.
CREATE TABLE views (
    story BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    edition BIGINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (story, hour)
);
CREATE INDEX views_hour ON views (hour, story);

CREATE TABLE view_sums (
    edition BIGINT NOT NULL,
    span TEXT NOT NULL,
    story BIGINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (edition, span, story)
);
CREATE INDEX view_sums_rank ON view_sums (edition, span, n, story);

-- The ledger and its followers ---------------------------------------------------

CREATE TABLE ledger_head (
    one BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL
);
INSERT INTO ledger_head (one, seq) VALUES (1, 0);

CREATE TABLE ledger (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor BIGINT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    tags TEXT NOT NULL,
    urgent BOOLEAN NOT NULL
);
CREATE INDEX ledger_subject ON ledger (subject, seq);

CREATE TABLE followers (
    name TEXT PRIMARY KEY,
    seq BIGINT NOT NULL
);

-- Work that must survive: what the dispatcher owes to the outside.
CREATE TABLE deliveries (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    trouble TEXT NOT NULL
);
CREATE INDEX deliveries_due ON deliveries (due_at, id);

-- The public record ----------------------------------------------------------------

CREATE TABLE record (
    edition BIGINT NOT NULL REFERENCES editions (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    story BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    digest BYTES NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (edition, number)
);
CREATE INDEX record_story ON record (story, number);

CREATE TABLE checkpoints (
    edition BIGINT NOT NULL REFERENCES editions (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    hash BYTES NOT NULL,
    signature BYTES NOT NULL,
    PRIMARY KEY (edition, number)
);

-- The newsroom's people ---------------------------------------------------------------

CREATE TABLE accounts (
    id BIGINT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    language TEXT NOT NULL,
    password TEXT NOT NULL,
    disabled BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE sessions (
    token_hash BYTES PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE tokens (
    token_hash BYTES PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- Imports ----------------------------------------------------------------------------

-- What an import made of each thing of a source, so that a second run changes
-- nothing and an interrupted one continues. Digest is of the thing as it came.
CREATE TABLE imported (
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    subject TEXT NOT NULL,
    digest BYTES NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (source, kind, key)
);
CREATE INDEX imported_subject ON imported (subject);
