import AWSCore
import AWSModel

/// Owners and access control lists: with bucket-owner-enforced ownership every list says the same.
enum AccessControlDocument {
    static func ownedBy(_ account: AccountID) -> XMLElement {
        let id = canonicalID(account)
        return .node(
            "AccessControlPolicy",
            [
                owner(account),
                .node(
                    "AccessControlList",
                    [
                        .node(
                            "Grant",
                            [
                                .node("Grantee", [.leaf("ID", id)]), .leaf("Permission", "FULL_CONTROL"),
                            ])
                    ]),
            ])
    }

    static func owner(_ account: AccountID) -> XMLElement { .node("Owner", [.leaf("ID", canonicalID(account))]) }

    /// 64 hexadecimal digits, one for each account.
    private static func canonicalID(_ account: AccountID) -> String {
        Digest.hex(Digest.sha256(Array("canonical user of \(account.digits)".utf8)))
    }
}
