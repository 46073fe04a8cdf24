-- +goose Up
CREATE TABLE account (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    email KEYTEXT NOT NULL UNIQUE,
    name_plain TEXT NOT NULL,
    name_ko TEXT NOT NULL,
    name_en TEXT NOT NULL,
    role KEYTEXT NOT NULL,
    subject_kind KEYTEXT NOT NULL,
    subject_id KEYTEXT NOT NULL,
    lang KEYTEXT NOT NULL,
    password TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    disabled SMALLINT NOT NULL CHECK (disabled IN (0, 1)),
    created BIGINT NOT NULL,
    last_seen BIGINT NOT NULL
);
CREATE INDEX account_by_role ON account (role, email);
CREATE INDEX account_by_subject ON account (subject_kind, subject_id);

CREATE TABLE link (
    id KEYTEXT NOT NULL PRIMARY KEY,
    kind KEYTEXT NOT NULL,
    hash BYTEA NOT NULL UNIQUE,
    email KEYTEXT NOT NULL,
    name_plain TEXT NOT NULL,
    name_ko TEXT NOT NULL,
    name_en TEXT NOT NULL,
    role KEYTEXT NOT NULL,
    subject_kind KEYTEXT NOT NULL,
    subject_id KEYTEXT NOT NULL,
    lang KEYTEXT NOT NULL,
    account KEYTEXT NOT NULL,
    made_by KEYTEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    spent BIGINT NOT NULL,
    revoked BIGINT NOT NULL
);
CREATE INDEX link_by_created ON link (created, id);
CREATE INDEX link_by_subject ON link (subject_kind, subject_id);

-- Sign-ins of browsers; token is the SHA-256 of the cookie's value.
CREATE TABLE sign_in (
    token BYTEA NOT NULL PRIMARY KEY,
    data BYTEA NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX sign_in_by_expires ON sign_in (expires);

-- Answers kept for idempotency keys; answer is NULL while the request runs.
CREATE TABLE answer (
    account KEYTEXT NOT NULL,
    name BYTEA NOT NULL,
    request BYTEA NOT NULL,
    answer BYTEA,
    claimed BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (account, name)
);
CREATE INDEX answer_by_expires ON answer (expires);
