import Foundation
import GRDB
import Ledger
import Testing

@Suite struct OpeningTests {
    let place: TestLedger

    init() throws { place = try TestLedger() }

    @Test func theLedgerAndItsFolderAreForTheirOwnerAlone() throws {
        let ledger = try place.open()
        try ledger.intend(TestLedger.intent("a"), at: noon)
        func mode(_ path: String) throws -> Int {
            let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            return (value as? NSNumber)?.intValue ?? 0
        }
        #expect(try mode(place.folder + "/state") == 0o700)
        #expect(try mode(place.path) == 0o600)
        #expect(try mode(place.path + "-wal") == 0o600)
    }

    @Test func aLedgerIsOpenedAgainWithWhatItHeld() throws {
        try place.open().intend(TestLedger.intent("a"), at: noon)
        #expect(try place.open().entries().map(\.intent) == [TestLedger.intent("a")])
    }

    @Test func eachCommitWaitsForTheDisk() throws {
        let ledger = try place.open()
        #expect(try ledger.synchronous == 2)
        #expect(try ledger.journalMode == "wal")
    }

    @Test func reachingForOneThatIsMissingToReadItMakesNone() {
        #expect(throws: LedgerError.missing(place.path)) { try Ledger.openToRead(at: place.path) }
        #expect(!FileManager.default.fileExists(atPath: place.path))
    }

    @Test func whatWasBegunToBeMadeCanBeRead() throws {
        try FileManager.default.createDirectory(atPath: place.folder + "/state", withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: place.path))
        #expect(try Ledger.openToRead(at: place.path).entries().isEmpty)
    }

    @Test func aReaderReadsAndCannotWrite() throws {
        let writer = try place.open()
        try writer.intend(TestLedger.intent("a"), at: noon)
        let reader = try Ledger.openToRead(at: place.path)
        #expect(try reader.entries().count == 1)
        #expect(throws: LedgerError.readOnly(place.path)) { try reader.intend(TestLedger.intent("b"), at: noon) }
    }

    @Test(arguments: [
        "this is no database, and long enough to be taken for one\n", String(repeating: "x", count: 9_000),
    ])
    func aFileThatIsNoDatabaseIsNamedAndLeftAsItWas(text: String) throws {
        try FileManager.default.createDirectory(atPath: place.folder + "/state", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: place.path))
        #expect(throws: LedgerError.foreign(place.path)) { try place.open() }
        #expect(try String(contentsOfFile: place.path, encoding: .utf8) == text)
    }

    @Test func anotherProgramsDatabaseIsNamedAndGetsNoTable() throws {
        try FileManager.default.createDirectory(atPath: place.folder + "/state", withIntermediateDirectories: true)
        let other = try DatabaseQueue(path: place.path)
        try other.write { try $0.execute(sql: "CREATE TABLE songs (title TEXT)") }
        #expect(throws: LedgerError.foreign(place.path)) { try place.open() }
        #expect(try other.read { try $0.tableExists("intents") } == false)
    }

    @Test func aLedgerOfANewerVersionIsNamedAndNotTouched() throws {
        try place.open().intend(TestLedger.intent("a"), at: noon)
        let later = try DatabaseQueue(path: place.path)
        try later.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2093')") }
        #expect(throws: LedgerError.newer(place.path)) { try place.open() }
        #expect(throws: LedgerError.newer(place.path)) { try Ledger.openToRead(at: place.path) }
    }

    @Test func aFolderInThePlaceOfTheLedgerIsNamed() throws {
        try FileManager.default.createDirectory(atPath: place.path, withIntermediateDirectories: true)
        #expect(throws: LedgerError.inaccessible(place.path, reason: "it is not a file")) { try place.open() }
    }

    @Test func aFileInThePlaceOfTheFolderIsNamed() throws {
        try Data().write(to: URL(fileURLWithPath: place.folder + "/state"))
        let error = #expect(throws: LedgerError.self) { try place.open() }
        #expect(error?.description.contains("its folder \(place.folder)/state cannot be made") == true)
    }

    @Test func aLedgerCutShortIsSaidToBeDamaged() throws {
        do {
            let ledger = try place.open()
            for number in 0..<200 { try ledger.intend(TestLedger.intent("\(number)"), at: noon) }
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: place.path))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: place.path))
        #expect(throws: LedgerError.damaged(place.path)) { try place.open().entries() }
    }

    @Test func manyThatMakeTheSameLedgerAtOnceAllHaveIt() async throws {
        let path = place.path
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<12 {
                group.addTask {
                    let ledger = try Ledger.open(at: path)
                    try ledger.intend(TestLedger.intent("\(number)"), at: noon)
                    return try ledger.entries().count
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.max() == 12)
    }
}

extension Ledger {
    fileprivate var synchronous: Int? {
        get throws { try setting("PRAGMA synchronous").flatMap { Int($0) } }
    }
    fileprivate var journalMode: String? {
        get throws { try setting("PRAGMA journal_mode") }
    }
}

@Suite struct LedgerPlaceTests {
    @Test(arguments: [
        (["LIFEBOAT_LEDGER": "/x/l.sqlite", "XDG_STATE_HOME": "/s", "HOME": "/h"], "/x/l.sqlite"),
        (["LIFEBOAT_LEDGER": "", "XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/lifeboat/ledger.sqlite"),
        (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/lifeboat/ledger.sqlite"),
        (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/lifeboat/ledger.sqlite"),
        ([:], "/home/me/.local/state/lifeboat/ledger.sqlite"),
    ])
    func theEnvironmentSaysWhereTheLedgerIs(environment: [String: String], path: String) {
        #expect(LedgerPlace.path(environment: environment, home: "/home/me") == path)
    }
}
