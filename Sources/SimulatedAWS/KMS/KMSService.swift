import AWSCore
import AWSModel
import Foundation

/// Answers the calls of KMS that describe, make and switch keys.
enum KMSService {
    static func respond(to request: SimulatedRequest, _ operation: String, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = try JSONInput(request.body)
        switch operation {
        case "DescribeKey":
            return reply(["KeyMetadata": metadata(try find(input, request, account), account.id)])
        case "CreateKey":
            let key = account.keys.create(
                id: account.ids.uuid(), in: request.region, account: account.id, at: account.now,
                description: input.string("Description") ?? "", multiRegion: input.bool("MultiRegion") ?? false)
            return reply(["KeyMetadata": metadata(key, account.id)])
        case "CreateAlias":
            let key = try find(input, request, account, name: "TargetKeyId")
            account.keys.setAlias(input.string("AliasName") ?? "", in: request.region, to: key.metadata.arn)
            return HTTPResponse(status: 200, headers: contentType)
        case "DisableKey", "EnableKey":
            let key = try find(input, request, account)
            account.keys.update(key.metadata.arn) { $0.state = operation == "EnableKey" ? .enabled : .disabled }
            return HTTPResponse(status: 200, headers: contentType)
        case "ScheduleKeyDeletion":
            let key = try find(input, request, account)
            let date = account.now.addingTimeInterval(Double(input.integer("PendingWindowInDays") ?? 30) * 86_400)
            account.keys.update(key.metadata.arn) {
                $0.state = .pendingDeletion
                $0.deletionDate = date
            }
            return reply([
                "KeyId": .string(key.metadata.arn.text), "DeletionDate": .number(date.timeIntervalSince1970),
                "KeyState": .string("PendingDeletion"),
            ])
        case "ListAliases": return listAliases(input, request, account)
        case "ListKeys":
            let keys = account.keys.keys.values.filter { $0.region == request.region }
            return reply([
                "Keys": .array(
                    keys.sorted { $0.metadata.arn < $1.metadata.arn }.map { key in
                        .object(["KeyId": .string(key.metadata.keyID), "KeyArn": .string(key.metadata.arn.text)])
                    }), "Truncated": .bool(false),
            ])
        case "GetKeyPolicy":
            let key = try find(input, request, account)
            return reply(["Policy": .string(defaultPolicy(key, account.id)), "PolicyName": .string("default")])
        default:
            throw ServiceError(400, "UnknownOperationException", "")
        }
    }

    private static func find(
        _ input: JSONInput, _ request: SimulatedRequest, _ account: SimulatedAccount, name member: String = "KeyId"
    ) throws(ServiceError) -> SimulatedKey {
        let name = input.string(member) ?? ""
        if let key = account.keys.find(name, in: request.region) { return key }
        let shown =
            name.hasPrefix("arn:")
            ? name
            : "arn:\(request.partition):kms:\(request.region):\(account.id):"
                + (name.hasPrefix("alias/") ? name : "key/\(name)")
        throw ServiceError(
            400, "NotFoundException",
            name.contains("alias/") ? "Alias \(shown) is not found." : "Key '\(shown)' does not exist")
    }

    private static func metadata(_ key: SimulatedKey, _ account: AccountID) -> JSONText {
        var members: [String: JSONText] = [
            "AWSAccountId": .string(account.digits), "KeyId": .string(key.metadata.keyID),
            "Arn": .string(key.metadata.arn.text), "CreationDate": .number(key.createdAt.timeIntervalSince1970),
            "Enabled": .bool(key.state == .enabled), "Description": .string(key.description),
            "KeyUsage": .string("ENCRYPT_DECRYPT"), "KeyState": .string(key.state.rawValue),
            "Origin": .string("AWS_KMS"), "KeyManager": .string(key.metadata.manager?.wire ?? "CUSTOMER"),
            "CustomerMasterKeySpec": .string("SYMMETRIC_DEFAULT"), "KeySpec": .string("SYMMETRIC_DEFAULT"),
            "EncryptionAlgorithms": .array([.string("SYMMETRIC_DEFAULT")]),
            "MultiRegion": .bool(key.metadata.multiRegion ?? false),
        ]
        if key.metadata.multiRegion == true {
            let primary: [String: JSONText] = [
                "Arn": .string(key.metadata.arn.text), "Region": .string(key.region.name),
            ]
            members["MultiRegionConfiguration"] = .object([
                "MultiRegionKeyType": .string("PRIMARY"), "PrimaryKey": .object(primary), "ReplicaKeys": .array([]),
            ])
        }
        if let date = key.deletionDate, key.state == .pendingDeletion {
            members["DeletionDate"] = .number(date.timeIntervalSince1970)
        }
        return .object(members)
    }

    private static func listAliases(
        _ input: JSONInput, _ request: SimulatedRequest, _ account: SimulatedAccount
    ) -> HTTPResponse {
        let aliases = account.keys.aliases[request.region] ?? [:]
        let rows = aliases.sorted { $0.key < $1.key }.compactMap { name, arn -> JSONText? in
            guard let key = account.keys.keys[arn] else { return nil }
            if let wanted = input.string("KeyId"), wanted != arn, wanted != key.metadata.keyID { return nil }
            return .object([
                "AliasName": .string(name),
                "AliasArn": .string("arn:\(request.partition):kms:\(request.region):\(account.id):\(name)"),
                "TargetKeyId": .string(key.metadata.keyID),
            ])
        }
        return reply(["Aliases": .array(rows), "Truncated": .bool(false)])
    }

    private static func defaultPolicy(_ key: SimulatedKey, _ account: AccountID) -> String {
        let root = "arn:\(key.region.partition):iam::\(account):root"
        return #"{"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions","#
            + #""Effect":"Allow","Principal":{"AWS":"\#(root)"},"Action":"kms:*","Resource":"*"}]}"#
    }

    private static let contentType: HTTPHeaders = ["Content-Type": "application/x-amz-json-1.1"]

    private static func reply(_ members: [String: JSONText]) -> HTTPResponse {
        HTTPResponse(status: 200, headers: contentType, body: JSONText.bytes(members))
    }
}
