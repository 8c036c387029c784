/// A signature with the texts it is made from, which tell two signers apart where they differ.
struct Signature {
    /// UTF-8.
    let canonicalRequest: [UInt8]
    let stringToSign: String
    /// The value of the `Authorization` header.
    let authorization: String
}
