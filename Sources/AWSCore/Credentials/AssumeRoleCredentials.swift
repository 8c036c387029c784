import AWSModel

/// The credentials of a role that a profile assumes with the credentials of another source.
struct AssumeRoleCredentials: CredentialsSource {
    private let role: AssumedRole
    private let profile: String
    private let base: CredentialsChain
    private let keys: RefreshingCredentials
    private let tokens: SecurityTokens
    private let effects: CredentialsEffects

    /// - Parameter base: where the keys come from that the role is assumed with.
    init(_ role: AssumedRole, profile: String, base: CredentialsChain, tokens: SecurityTokens) {
        self.role = role
        self.profile = profile
        self.base = base
        self.tokens = tokens
        effects = tokens.client.effects
        keys = RefreshingCredentials(base, now: tokens.client.effects.now)
    }

    var name: String { "profile \(profile) (assume-role)" }
    var renewal: CredentialsRenewal {
        role.mfaSerial == nil ? base.origin?.renewal.ofDependent ?? .automatic : .byOperator("enter an MFA code")
    }
    var refreshNeeds: [RegionalDependency] {
        let own = RegionalDependency(service: "STS", region: tokens.region)
        return [own] + (base.origin?.refreshNeeds ?? []).filter { $0 != own }
    }

    func load() async throws(CredentialsError) -> Credentials? {
        var form = FormBody(action: "AssumeRole", version: Service.securityTokens.apiVersion)
        form.add("RoleArn", role.arn)
        form.add("RoleSessionName", role.sessionName ?? SecurityTokens.defaultSessionName(at: effects.now()))
        form.add("DurationSeconds", role.durationSeconds.map(String.init))
        form.add("ExternalId", role.externalID)
        // The keys first: no code is asked for when there is nothing to send it with.
        let keys = try await keys.credentials()
        if let serial = role.mfaSerial {
            form.add("SerialNumber", serial)
            form.add("TokenCode", try await code(of: serial))
        }
        return try await tokens.assume(form, for: name, signedWith: keys)
    }

    private func code(of serial: String) async throws(CredentialsError) -> String {
        guard let ask = effects.askMFACode else {
            throw CredentialsError(
                .sourceFailed,
                "profile \"\(profile)\" needs a code of the MFA device \(serial), and there is no terminal to ask on; "
                    + "run it on a terminal, or give it credentials that need none")
        }
        guard let code = await ask(serial), !code.isEmpty else {
            throw CredentialsError(
                .sourceFailed, "no code of the MFA device \(serial) was given for profile \"\(profile)\"; try again")
        }
        return code
    }
}

/// A role as a profile describes it.
struct AssumedRole: Hashable, Sendable {
    let arn: String
    let sessionName: String?
    let externalID: String?
    let durationSeconds: Int?
    let mfaSerial: String?

    /// Nil when the profile assumes no role, or assumes it with a web identity.
    init?(profile: String, section: ConfigSection) throws(CredentialsError) {
        guard let arn = section["role_arn"], section["web_identity_token_file"] == nil else { return nil }
        self.arn = arn
        sessionName = section["role_session_name"]
        externalID = section["external_id"]
        mfaSerial = section["mfa_serial"]
        if let text = section["duration_seconds"] {
            guard let seconds = Int(text), seconds > 0 else {
                throw CredentialsError(
                    .sourceFailed, "duration_seconds of profile \"\(profile)\" must be a whole number of seconds")
            }
            durationSeconds = seconds
        } else {
            durationSeconds = nil
        }
    }
}

extension CredentialsRenewal {
    /// Of credentials that are made from these: as long as these last, they are made anew.
    fileprivate var ofDependent: CredentialsRenewal { self == .notNeeded ? .automatic : self }
}
