/// What is wrong with the options, the environment or a configuration file, in one sentence; never with a secret.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
