extension RDS {
    /// Parameters by their names in the API, as the wire has them: a list, which stands with commas between its
    /// parts, becomes `VpcSecurityGroupIds.VpcSecurityGroupId.1` and so on.
    static func wire(_ options: [String: String]) -> [String: String] {
        var parameters = options
        for (list, member) in ["VpcSecurityGroupIds": "VpcSecurityGroupId"] {
            guard let text = parameters.removeValue(forKey: list) else { continue }
            let parts = text.split { $0 == "," || $0 == " " }
            for (index, part) in parts.enumerated() { parameters["\(list).\(member).\(index + 1)"] = String(part) }
        }
        return parameters
    }
}
