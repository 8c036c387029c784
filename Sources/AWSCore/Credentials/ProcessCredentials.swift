/// Credentials that a program prints, as `credential_process` of a profile names it.
struct ProcessCredentials: CredentialsSource {
    private let profile: String
    private let words: [String]
    private let account: String?
    private let run: CredentialsEffects.RunProcess

    /// Nil when the profile names no program.
    init?(
        profile: String, section: ConfigSection?, run: @escaping CredentialsEffects.RunProcess
    ) throws(CredentialsError) {
        guard let section, let line = section["credential_process"] else { return nil }
        guard let words = ShellWords.split(line), !words.isEmpty else {
            throw CredentialsError(
                .sourceFailed, "credential_process of profile \"\(profile)\" has a quote that is not closed; close it")
        }
        self.profile = profile
        self.words = words
        account = section["aws_account_id"]
        self.run = run
    }

    var name: String { "profile \(profile) (credential_process)" }
    var renewal: CredentialsRenewal { .automatic }

    func load() async throws(CredentialsError) -> Credentials? {
        let output = try await run(words)
        let advice = "run the program by hand to see why"
        guard output.status == 0 else {
            throw CredentialsError(.sourceFailed, "\(name) ended with status \(output.status); \(advice)")
        }
        let document: KeyDocument
        do {
            document = try JSONReply.decode(KeyDocument.self, from: output.standardOutput)
        } catch {
            throw CredentialsError(.sourceFailed, "\(name) printed something else than documented, \(error); \(advice)")
        }
        guard document.version == 1 else {
            throw CredentialsError(
                .sourceFailed,
                "\(name) printed \(document.version.map { "Version \($0)" } ?? "no Version"), and 1 is the one known; "
                    + advice)
        }
        return try document.credentials(of: name, account: account, advice: advice)
    }
}
