package import AWSCore

/// A call over the query protocol: parameters as a form, the result in `<ActionResponse><ActionResult>`.
package protocol QueryOperation: FormOperation {
    associatedtype Output
    static func read(_ result: XMLElement) throws(MalformedReply) -> Output
}

/// A read over the query protocol.
package protocol QueryRead: QueryOperation, ReadOperation {}

/// A change over the query protocol.
package protocol QueryWrite: QueryOperation, MutatingOperation {}

extension QueryOperation {
    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
        try read(XMLElement.document(response, root: name + "Response").required(name + "Result"))
    }
}
