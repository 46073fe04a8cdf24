-- +goose Up
-- One table per kind of record. KEYTEXT compares bytewise on both databases: a
-- domain over text COLLATE "C" on PostgreSQL, a plain text column on SQLite.
-- name is the sort key, names every wording in lower case for substring search,
-- doc the record itself, changed the microseconds of its last change.

CREATE TABLE institution (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    name KEYTEXT NOT NULL,
    names KEYTEXT NOT NULL,
    doc TEXT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX institution_by_name ON institution (name, id);
CREATE INDEX institution_by_changed ON institution (changed, id);

CREATE TABLE cohort (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    name KEYTEXT NOT NULL,
    names KEYTEXT NOT NULL,
    doc TEXT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX cohort_by_name ON cohort (name, id);
CREATE INDEX cohort_by_changed ON cohort (changed, id);

CREATE TABLE person (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    name KEYTEXT NOT NULL,
    names KEYTEXT NOT NULL,
    doc TEXT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX person_by_name ON person (name, id);
CREATE INDEX person_by_changed ON person (changed, id);

CREATE TABLE company (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    name KEYTEXT NOT NULL,
    names KEYTEXT NOT NULL,
    doc TEXT NOT NULL,
    changed BIGINT NOT NULL,
    cohort KEYTEXT REFERENCES cohort (id)
);
CREATE INDEX company_by_name ON company (name, id);
CREATE INDEX company_by_changed ON company (changed, id);
CREATE INDEX company_by_cohort ON company (cohort);

CREATE TABLE need (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    name KEYTEXT NOT NULL,
    names KEYTEXT NOT NULL,
    doc TEXT NOT NULL,
    changed BIGINT NOT NULL,
    state KEYTEXT NOT NULL,
    holder KEYTEXT NOT NULL,
    since BIGINT NOT NULL,
    state_by KEYTEXT NOT NULL,
    due KEYTEXT NOT NULL,
    remark TEXT NOT NULL,
    company KEYTEXT REFERENCES company (id)
);
CREATE INDEX need_by_name ON need (name, id);
CREATE INDEX need_by_changed ON need (changed, id);
CREATE INDEX need_by_due ON need (due, id);
CREATE INDEX need_by_company ON need (company);

CREATE TABLE expert (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    name KEYTEXT NOT NULL,
    names KEYTEXT NOT NULL,
    doc TEXT NOT NULL,
    changed BIGINT NOT NULL,
    institution KEYTEXT REFERENCES institution (id)
);
CREATE INDEX expert_by_name ON expert (name, id);
CREATE INDEX expert_by_changed ON expert (changed, id);
CREATE INDEX expert_by_institution ON expert (institution);

CREATE TABLE investor (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    name KEYTEXT NOT NULL,
    names KEYTEXT NOT NULL,
    doc TEXT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX investor_by_name ON investor (name, id);
CREATE INDEX investor_by_changed ON investor (changed, id);

CREATE TABLE preference (
    id KEYTEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    name KEYTEXT NOT NULL,
    names KEYTEXT NOT NULL,
    doc TEXT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX preference_by_name ON preference (name, id);
CREATE INDEX preference_by_changed ON preference (changed, id);

-- What lists are filtered and counted by; num is value as a number, where it is one.
CREATE TABLE attribute (
    kind KEYTEXT NOT NULL,
    id KEYTEXT NOT NULL,
    name KEYTEXT NOT NULL,
    value KEYTEXT NOT NULL,
    num DOUBLE PRECISION,
    PRIMARY KEY (kind, id, name, value)
);
CREATE INDEX attribute_by_value ON attribute (kind, name, value, id);
