import AWSModel

/// What a profile and its `sso-session` say of IAM Identity Center.
struct SSOSettings: Hashable, Sendable {
    let account: AccountID
    let role: String
    let startURL: String
    let region: Region
    /// Nil for a profile of the older kind, without an `sso-session`.
    let session: String?

    /// Nil when the profile names neither an account nor a role.
    /// - Throws: `CredentialsError` naming what is missing or contradicts.
    init?(profile: String, shared: SharedConfiguration) throws(CredentialsError) {
        guard var section = shared.profile(profile),
            section["sso_account_id"] != nil || section["sso_role_name"] != nil
        else { return nil }
        session = section["sso_session"]
        if let session {
            guard let shared = shared.ssoSession(session) else {
                throw CredentialsError(
                    .sourceFailed,
                    "profile \"\(profile)\" names the sso-session \"\(session)\", which is nowhere; "
                        + "run `aws configure sso`")
            }
            for name in ["sso_start_url", "sso_region"] {
                guard let here = section[name], let there = shared[name], here != there else { continue }
                throw CredentialsError(
                    .sourceFailed,
                    "\(name) of profile \"\(profile)\" is not that of its sso-session \"\(session)\"; "
                        + "remove it from the profile")
            }
            section = section.merging(shared)
        }
        func required(_ name: String) throws(CredentialsError) -> String {
            guard let value = section[name] else {
                throw CredentialsError(
                    .sourceFailed, "profile \"\(profile)\" uses SSO but has no \(name); run `aws configure sso`")
            }
            return value
        }
        account = AccountID(try required("sso_account_id"))
        role = try required("sso_role_name")
        startURL = try required("sso_start_url")
        region = Region(try required("sso_region"))
    }
}
