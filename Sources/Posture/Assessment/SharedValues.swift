/// Gives equal values one storage: of fifty thousand resources most say the same.
struct SharedValues<Value: Hashable> {
    private var known: Set<Value> = []

    /// The first of all values that equal this one.
    mutating func shared(_ value: Value) -> Value { known.insert(value).memberAfterInsert }
}
