/// One bucket behind a Multi-Region Access Point, and whether traffic is sent to it (1.22).
package struct AccessPointRoute: Hashable, Sendable, Codable {
    package var bucket: String
    package var region: Region?
    /// 0 or 100
    package var dial: Int

    package init(bucket: String, region: Region? = nil, dial: Int) {
        self.bucket = bucket
        self.region = region
        self.dial = dial
    }
}
