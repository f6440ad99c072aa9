import type { Migration } from './migration.ts'

/**
 * Documents with every state they were in, what undo and redo would do, and settings. A document's present state is
 * its newest revision, whose name it repeats for lists.
 */
export const firstShape: Migration = {
  pieces: () => 0,
  run: (db) => {
    db.exec(`
    CREATE TABLE documents (
      id TEXT PRIMARY KEY NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      revision INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT,
      FOREIGN KEY (id, revision) REFERENCES revisions (document, revision) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    CREATE INDEX documents_by_kind ON documents (kind, updated_at);

    CREATE TABLE revisions (
      document TEXT NOT NULL REFERENCES documents (id),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      label TEXT NOT NULL,
      at TEXT NOT NULL,
      name TEXT NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (document, revision)
    ) STRICT;

    CREATE TABLE history (
      scope TEXT NOT NULL,
      position INTEGER NOT NULL,
      label TEXT NOT NULL,
      document TEXT NOT NULL REFERENCES documents (id),
      action TEXT NOT NULL CHECK (action IN ('edit', 'bin', 'unbin')),
      from_revision INTEGER,
      to_revision INTEGER,
      undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
      PRIMARY KEY (scope, position),
      CHECK ((action = 'edit') = (from_revision IS NOT NULL AND to_revision IS NOT NULL)),
      FOREIGN KEY (document, from_revision) REFERENCES revisions (document, revision),
      FOREIGN KEY (document, to_revision) REFERENCES revisions (document, revision)
    ) STRICT;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT;
    `)
    return []
  },
}
