import SimulatedAWS

/// A version as a simulated bucket holds it; the wire's model has a type of the same name.
typealias StoredVersion = ObjectVersion
