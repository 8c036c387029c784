package import AWSCore

/// A call over EC2's own query protocol: parameters as a form, the result directly in `<ActionResponse>`.
package protocol EC2Operation: FormOperation {
    associatedtype Output
    static func read(_ reply: XMLElement) throws(MalformedReply) -> Output
}

/// A read of EC2.
package protocol EC2Read: EC2Operation, ReadOperation {}

/// A change by EC2.
package protocol EC2Write: EC2Operation, MutatingOperation {}

extension EC2Operation {
    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
        try read(XMLElement.document(response, root: name + "Response"))
    }
}
