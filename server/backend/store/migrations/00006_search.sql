-- +goose Up
-- Who may do what only one server does at a time, until when by the database's
-- clock.
CREATE TABLE lease (
    name KEYTEXT NOT NULL PRIMARY KEY,
    holder KEYTEXT NOT NULL,
    until BIGINT NOT NULL
);

-- What each server tells of its search indexes; parked is a JSON list.
CREATE TABLE index_status (
    server KEYTEXT NOT NULL,
    engine KEYTEXT NOT NULL,
    position BIGINT NOT NULL,
    ready SMALLINT NOT NULL CHECK (ready IN (0, 1)),
    phase KEYTEXT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    records BIGINT NOT NULL,
    parked TEXT NOT NULL,
    error TEXT NOT NULL,
    asked KEYTEXT NOT NULL,
    seen BIGINT NOT NULL,
    PRIMARY KEY (server, engine)
);

-- Searches that people keep; query is that of the page's address.
CREATE TABLE saved_search (
    id KEYTEXT NOT NULL PRIMARY KEY,
    owner KEYTEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    kind KEYTEXT NOT NULL,
    query TEXT NOT NULL,
    created BIGINT NOT NULL
);
CREATE INDEX saved_search_by_owner ON saved_search (owner, created, id);

-- Searches that found nothing or were slow, counted; id is a hash of reason and
-- words. Nothing says who searched.
CREATE TABLE search_note (
    id KEYTEXT NOT NULL PRIMARY KEY,
    words TEXT NOT NULL,
    reason KEYTEXT NOT NULL,
    kinds KEYTEXT NOT NULL,
    times BIGINT NOT NULL,
    latest BIGINT NOT NULL,
    slowest BIGINT NOT NULL
);
CREATE INDEX search_note_by_latest ON search_note (latest, id);
