-- +goose Up
-- The head of the log: the last sequence number and hash, the record revision,
-- and the last outbox number already cleared away. Writers lock this one row
-- last, so that numbers have no gaps and their order is the order of commits.
CREATE TABLE log_head (
    id SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL,
    hash BYTEA,
    revision BIGINT NOT NULL,
    cleared BIGINT NOT NULL
);
INSERT INTO log_head (id, seq, hash, revision, cleared) VALUES (1, 0, NULL, 0, 0);

-- Rows that guards lock so that several processes take turns.
CREATE TABLE guard (
    name KEYTEXT NOT NULL PRIMARY KEY
);
INSERT INTO guard (name) VALUES ('administrators');

CREATE TABLE audit (
    seq BIGINT NOT NULL PRIMARY KEY,
    kind KEYTEXT NOT NULL,
    actor KEYTEXT NOT NULL,
    ref_kind KEYTEXT NOT NULL,
    ref_id KEYTEXT NOT NULL,
    happened BIGINT NOT NULL,
    data TEXT NOT NULL,
    prev BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE INDEX audit_by_ref ON audit (ref_kind, ref_id, seq);
CREATE INDEX audit_by_actor ON audit (actor, seq);
CREATE INDEX audit_by_kind ON audit (kind, seq);

CREATE TABLE outbox (
    seq BIGINT NOT NULL PRIMARY KEY,
    kind KEYTEXT NOT NULL,
    actor KEYTEXT NOT NULL,
    ref_kind KEYTEXT NOT NULL,
    ref_id KEYTEXT NOT NULL,
    happened BIGINT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX outbox_by_happened ON outbox (happened);

-- How far each consumer of the outbox has come.
CREATE TABLE sink (
    name KEYTEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);

CREATE TABLE access (
    id KEYTEXT NOT NULL PRIMARY KEY,
    actor KEYTEXT NOT NULL,
    action KEYTEXT NOT NULL,
    ref_kind KEYTEXT NOT NULL,
    ref_id KEYTEXT NOT NULL,
    happened BIGINT NOT NULL,
    records BIGINT NOT NULL
);
CREATE INDEX access_by_time ON access (happened, id);

CREATE TABLE setting (
    name KEYTEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
