import AWSModel
import Foundation
import SimulatedAWS

/// An object that one would want back, as it was at some moment or newer.
struct WantedObject: Sendable {
    let key: String
    /// The version that was the object at that moment.
    let version: StoredVersion
    /// By identifier and time: that version, and those that came after it.
    let acceptable: Set<String>

    static func mark(_ version: StoredVersion) -> String {
        "\(version.versionID) \(version.lastModified.timeIntervalSince1970)"
    }
}

extension SimulatedBucket {
    /// The objects that are there now, each as it was at a moment; those that are newer altogether are left out.
    func wanted(at moment: Date) -> [WantedObject] {
        objects.keys.compactMap { key in
            let versions = objects.versions(of: key)
            guard objects.current(key) != nil, let index = versions.firstIndex(where: { $0.lastModified <= moment }),
                !versions[index].isDeleteMarker
            else { return nil }
            return WantedObject(
                key: key, version: versions[index],
                acceptable: Set(versions[...index].filter { !$0.isDeleteMarker }.map(WantedObject.mark)))
        }
    }

    /// Whether a version is encrypted as the bucket would have it, not as its writer chose.
    func encryptsByDefault(_ version: StoredVersion) -> Bool {
        version.encryption.isKMS == encryption.isKMS
            && (encryption.kmsKeyID == nil || encryption.kmsKeyID == version.encryption.kmsKeyID)
    }
}
