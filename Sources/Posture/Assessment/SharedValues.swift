/// Gives equal values one storage: of fifty thousand resources most say the same.
package struct SharedValues<Value: Hashable & Sendable>: Sendable {
    private var known: Set<Value>

    package init() { known = [] }
    init(_ known: some Sequence<Value>) { self.known = Set(known) }

    /// The first of all values that equal this one.
    package mutating func shared(_ value: Value) -> Value { known.insert(value).memberAfterInsert }
}
