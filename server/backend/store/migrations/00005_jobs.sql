-- +goose Up
CREATE TABLE job (
    id KEYTEXT NOT NULL PRIMARY KEY,
    kind KEYTEXT NOT NULL,
    made_by KEYTEXT NOT NULL,
    state KEYTEXT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    phase KEYTEXT NOT NULL,
    input BYTEA,
    result BYTEA,
    error TEXT NOT NULL,
    cancel SMALLINT NOT NULL CHECK (cancel IN (0, 1)),
    lease BIGINT NOT NULL,
    worker KEYTEXT NOT NULL,
    created BIGINT NOT NULL,
    finished BIGINT NOT NULL,
    blobs BIGINT NOT NULL
);
CREATE INDEX job_by_created ON job (created, id);
CREATE INDEX job_by_maker ON job (made_by, created, id);
CREATE INDEX job_by_state ON job (state, created, id);

CREATE TABLE job_file (
    job KEYTEXT NOT NULL REFERENCES job (id),
    name KEYTEXT NOT NULL,
    data BYTEA NOT NULL,
    PRIMARY KEY (job, name)
);
