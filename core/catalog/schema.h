// The catalog's tables. Everything here can be rebuilt from the shards.
//
// `figure` holds the narrow part of a figure, scanned as a whole when a collection opens; `figure_text`
// the wide part, read one row at a time. Article fields stand once an article: an article is named by
// a hash of all its fields, so that differing copies stay apart and equal ones are shared. Rows are
// never reused (AUTOINCREMENT): the text index refers to them and forgets lazily.
//
// In-text mentions, article text, references and the like stay in the shards: a figure costs about
// 2 KB here at most.
//
// Thread contract: constants.
#pragma once

#include <array>
#include <cstdint>

namespace biomedica::catalog {

inline constexpr std::array catalogMigrations = {R"sql(
    CREATE TABLE generation (number INTEGER NOT NULL);
    INSERT INTO generation VALUES (0);

    CREATE TABLE shard (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,           -- "commercial/000000.tar"
        subset TEXT NOT NULL,         -- "commercial"
        size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL
    );

    CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        hash INTEGER NOT NULL UNIQUE,
        accession TEXT NOT NULL,
        year INTEGER,
        journal INTEGER REFERENCES term,
        license INTEGER REFERENCES term, -- without its version
        mesh TEXT NOT NULL,              -- lists: values joined by U+001F
        keywords TEXT NOT NULL,
        subjects TEXT NOT NULL
    );
    CREATE TABLE article_text (
        id INTEGER PRIMARY KEY REFERENCES article,
        title TEXT NOT NULL, citation TEXT NOT NULL, license TEXT NOT NULL,
        date TEXT NOT NULL, abstract TEXT NOT NULL
    );

    CREATE TABLE figure (
        row INTEGER PRIMARY KEY AUTOINCREMENT,
        id INTEGER NOT NULL,             -- FigureId, the same bits as a signed number
        shard INTEGER NOT NULL REFERENCES shard,
        article INTEGER REFERENCES article,
        state INTEGER NOT NULL,          -- FigureState
        width INTEGER NOT NULL, height INTEGER NOT NULL,
        has_caption INTEGER NOT NULL, mentions INTEGER NOT NULL,
        picture INTEGER,                 -- hash of image_hash
        key_hash INTEGER NOT NULL,       -- keyHash()
        cluster INTEGER REFERENCES term,
        panel_type INTEGER REFERENCES term, panel_subtype INTEGER REFERENCES term,
        primary_label INTEGER REFERENCES term, secondary_label INTEGER REFERENCES term
    );
    CREATE INDEX figure_by_id ON figure (id);
    CREATE INDEX figure_by_shard ON figure (shard);
    CREATE INDEX figure_by_key ON figure (key_hash);

    CREATE TABLE figure_text (
        row INTEGER PRIMARY KEY REFERENCES figure,
        key TEXT NOT NULL, caption TEXT NOT NULL, members BLOB NOT NULL
    );

    CREATE TABLE problem (
        shard INTEGER REFERENCES shard,
        key TEXT, text TEXT NOT NULL, makes_no_figure INTEGER NOT NULL
    );
    CREATE INDEX problem_by_shard ON problem (shard);
)sql",
                                                 R"sql(
    -- 1: found by decoding the picture, not by reading the shard
    ALTER TABLE problem ADD COLUMN of_picture INTEGER NOT NULL DEFAULT 0;
)sql",
                                                 R"sql(
    -- The text index lies in files of its own (core/textsearch/text_store.h), which a shard's text enters when it is
    -- read: all shards are to be read again, and their articles are to be taken for new ones.
    DROP TABLE IF EXISTS text_figure;
    DROP TABLE IF EXISTS text_article;
    CREATE TABLE text_segment (
        name TEXT PRIMARY KEY, space INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
        bytes INTEGER NOT NULL
    );
    UPDATE shard SET modified_ns = -1;
    UPDATE article SET hash = id;
)sql",
                                                 R"sql(
    -- What the files of columns have to know: which catalog this is, and which rows went or changed their state
    -- while the generation had this number. New rows lie behind the others.
    CREATE TABLE identity (text TEXT NOT NULL);
    INSERT INTO identity VALUES (lower(hex(randomblob(16))));
    CREATE TABLE row_change (generation INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (generation, row))
        WITHOUT ROWID;
    CREATE TRIGGER figure_gone AFTER DELETE ON figure BEGIN
        INSERT OR IGNORE INTO row_change SELECT number, old.row FROM generation;
    END;
    CREATE TRIGGER figure_changed AFTER UPDATE ON figure BEGIN
        INSERT OR IGNORE INTO row_change SELECT number, old.row FROM generation;
    END;
)sql",
                                                 R"sql(
    -- Keys are looked up whatever the case of their letters; columns do not change by it.
    DROP TRIGGER figure_changed;
    DROP INDEX figure_by_key;
    UPDATE figure SET key_hash = key_hash((SELECT key FROM figure_text t WHERE t.row = figure.row));
    CREATE INDEX figure_by_key ON figure (key_hash);
    CREATE TRIGGER figure_changed AFTER UPDATE ON figure BEGIN
        INSERT OR IGNORE INTO row_change SELECT number, old.row FROM generation;
    END;
)sql"};

/// The stamp of a shard that is to be read again, whatever its file's is.
inline constexpr std::int64_t staleStamp = -1;

/// Between the values of a list in one text column; cannot occur in a value that a person wrote.
inline constexpr char listSeparator = '\x1f';

enum class FigureState {
    Shown = 0,
    Duplicate = 1, ///< the same figure with the same picture is shown from another place
    Conflict = 2,  ///< the same figure with another picture is shown from another place
};

} // namespace biomedica::catalog
