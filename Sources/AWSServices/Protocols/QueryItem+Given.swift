import AWSCore

extension QueryItem {
    /// The parameters that have a value, in the order written.
    static func given(_ parameters: KeyValuePairs<String, String?>) -> [QueryItem] {
        parameters.compactMap { name, value in value.map { QueryItem(name, $0) } }
    }
}
