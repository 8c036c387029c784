/// The answer of a call that answers nothing but that it was done.
package struct Accepted: Hashable, Sendable {
    package init() {}
}
