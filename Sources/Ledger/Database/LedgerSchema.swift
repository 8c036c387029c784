import GRDB

/// The tables, and how an older ledger gets them. A migration that was released is never changed: another follows it.
///
/// Moments are text in UTC with milliseconds, as GRDB writes dates.
enum LedgerSchema {
    /// "LfBt" in the file's header.
    static let applicationID = 0x4C66_4274

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for table in [room, walkthroughs, leases, intents, drills, snapshots] { try db.execute(sql: table) }
        }
        // What has ended is not looked at again: what it made is known here.
        migrator.registerMigration("2") { db in
            try db.execute(
                sql: "ALTER TABLE intents ADD COLUMN made TEXT; ALTER TABLE intents ADD COLUMN endedAt TEXT;")
        }
        return migrator
    }

    /// - Throws: `LedgerError` for another program's database, and for a ledger of a newer version.
    static func check(_ db: Database, at path: String) throws {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard application == applicationID || (application == 0 && isEmpty) else { throw LedgerError.foreign(path) }
        guard !isEmpty else { return }
        if try migrator.hasBeenSuperseded(db) { throw LedgerError.newer(path) }
    }

    /// Says in the file whose it is, before any table is made: so a making that was broken off is taken up again.
    static func sign(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") != applicationID else { return }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    /// What is written at each opening, to see that it can be.
    private static let room = "CREATE TABLE room (reserve BLOB NOT NULL)"

    private static let walkthroughs = """
        CREATE TABLE walkthroughs (
            id TEXT PRIMARY KEY NOT NULL,
            scenario TEXT NOT NULL,
            account TEXT,
            resource TEXT,
            operator TEXT NOT NULL,
            state TEXT NOT NULL,
            startedAt TEXT NOT NULL,
            updatedAt TEXT NOT NULL,
            endedAt TEXT,
            outcome TEXT
        ) STRICT;
        CREATE INDEX walkthroughsByEnd ON walkthroughs (endedAt, updatedAt);
        """

    /// One row a subject for ever: its number grows with each claim, so that who held it before is told apart.
    private static let leases = """
        CREATE TABLE leases (
            subject TEXT PRIMARY KEY NOT NULL,
            number INTEGER NOT NULL,
            host TEXT, boot TEXT, namespace TEXT, process INTEGER, started INTEGER, operator TEXT,
            takenAt TEXT,
            expiresAt TEXT
        ) STRICT;
        """

    private static let intents = """
        CREATE TABLE intents (
            token TEXT PRIMARY KEY NOT NULL,
            walkthrough TEXT REFERENCES walkthroughs (id),
            account TEXT,
            region TEXT NOT NULL,
            call TEXT NOT NULL,
            resource TEXT NOT NULL,
            request TEXT NOT NULL,
            operator TEXT NOT NULL,
            intendedAt TEXT NOT NULL,
            state TEXT NOT NULL,
            identifier TEXT,
            message TEXT,
            changedAt TEXT NOT NULL
        ) STRICT;
        CREATE INDEX intentsByWalkthrough ON intents (walkthrough, intendedAt);
        CREATE INDEX intentsByState ON intents (state);
        CREATE TABLE intentMoments (
            id INTEGER PRIMARY KEY NOT NULL,
            token TEXT NOT NULL REFERENCES intents (token),
            at TEXT NOT NULL,
            state TEXT NOT NULL,
            operator TEXT,
            message TEXT
        ) STRICT;
        CREATE INDEX momentsByToken ON intentMoments (token, id);
        """

    private static let drills = """
        CREATE TABLE drills (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            corrects INTEGER REFERENCES drills (id),
            recordedAt TEXT NOT NULL,
            account TEXT,
            resource TEXT NOT NULL,
            resourceType TEXT NOT NULL,
            drilledAt TEXT NOT NULL,
            document TEXT NOT NULL
        ) STRICT;
        CREATE INDEX drillsByResource ON drills (resource, drilledAt);
        CREATE TRIGGER drillsStay BEFORE DELETE ON drills
            BEGIN SELECT raise(ABORT, 'a drill is never deleted: correct it by a new one'); END;
        CREATE TRIGGER drillsAreFinal BEFORE UPDATE ON drills
            BEGIN SELECT raise(ABORT, 'a drill is never changed: correct it by a new one'); END;
        """

    /// Resources and what is said of them stand once: an account of 50,000 buckets says nearly the same every day.
    ///
    /// `savingSince` is null once all of a snapshot is there. Verdicts name resources and statements without a
    /// foreign key: sweeping would look each of them up.
    private static let snapshots = """
        CREATE TABLE snapshots (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            takenAt TEXT NOT NULL,
            account TEXT,
            partition TEXT NOT NULL,
            answer TEXT NOT NULL,
            complete INTEGER NOT NULL,
            regions TEXT NOT NULL,
            blindSpots TEXT NOT NULL,
            savingSince TEXT
        ) STRICT;
        CREATE INDEX snapshotsByMoment ON snapshots (takenAt);
        CREATE TABLE snapshotAnswers (
            id INTEGER PRIMARY KEY NOT NULL,
            snapshot INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
            threat TEXT NOT NULL,
            region TEXT,
            answer TEXT NOT NULL,
            onPaper INTEGER NOT NULL,
            accepted INTEGER NOT NULL,
            counts TEXT NOT NULL,
            blindSpots TEXT NOT NULL
        ) STRICT;
        CREATE INDEX answersBySnapshot ON snapshotAnswers (snapshot);
        CREATE TABLE resources (
            id INTEGER PRIMARY KEY NOT NULL,
            arn TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL,
            UNIQUE (arn, type, name, region)
        ) STRICT;
        CREATE INDEX resourcesByName ON resources (name);
        CREATE TABLE statements (
            id INTEGER PRIMARY KEY NOT NULL,
            verdict TEXT NOT NULL, assurance TEXT NOT NULL, accepted INTEGER NOT NULL, reason TEXT NOT NULL,
            UNIQUE (verdict, assurance, accepted, reason)
        ) STRICT;
        CREATE TABLE verdicts (
            answer INTEGER NOT NULL REFERENCES snapshotAnswers (id) ON DELETE CASCADE,
            resource INTEGER NOT NULL,
            statement INTEGER NOT NULL,
            PRIMARY KEY (answer, resource)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX verdictsByResource ON verdicts (resource);
        """
}
