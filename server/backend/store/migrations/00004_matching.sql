-- +goose Up
CREATE TABLE weights (
    version BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    experts TEXT NOT NULL,
    investors TEXT NOT NULL,
    made_by KEYTEXT NOT NULL,
    made BIGINT NOT NULL
);

CREATE TABLE snapshot (
    name KEYTEXT NOT NULL PRIMARY KEY,
    day KEYTEXT NOT NULL,
    records BIGINT NOT NULL,
    archive BYTEA NOT NULL,
    made BIGINT NOT NULL
);

CREATE TABLE run (
    id KEYTEXT NOT NULL PRIMARY KEY,
    need KEYTEXT NOT NULL,
    need_version BIGINT NOT NULL,
    ranked KEYTEXT NOT NULL,
    weights BIGINT NOT NULL,
    snapshot KEYTEXT NOT NULL REFERENCES snapshot (name),
    day KEYTEXT NOT NULL,
    top BIGINT NOT NULL,
    lines BYTEA NOT NULL,
    made_by KEYTEXT NOT NULL,
    made BIGINT NOT NULL
);
CREATE INDEX run_by_made ON run (made, id);
CREATE INDEX run_by_need ON run (need, made, id);
CREATE INDEX run_by_snapshot ON run (snapshot);
