extension HTTPResponse {
    /// A 200 that holds an error: S3 sends them late, JSON services name their type.
    func isDisguisedError(_ wire: Service.Wire) -> Bool {
        switch wire {
        case .restXML, .query, .ec2:
            let start = body.prefix(256)
            return start.contains(UInt8(ascii: "<"))
                && (start.containsSequence("<Error>") || start.containsSequence("<ErrorResponse"))
        case .restJSON, .json:
            return headers["x-amzn-errortype"] != nil || body.prefix(256).containsSequence("\"__type\"")
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func containsSequence(_ text: StaticString) -> Bool {
        let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = needle.first, count >= needle.count else { return false }
        for start in startIndex...(endIndex - needle.count) where self[start] == first {
            if self[start..<(start + needle.count)].elementsEqual(needle) { return true }
        }
        return false
    }
}
