/// What the config and the credentials file say together: profiles, SSO sessions and services sections by name.
package struct SharedConfiguration: Hashable, Sendable {
    package let config: SharedConfigFile
    package let credentials: SharedConfigFile
    private var configProfiles: [String: ConfigSection] = [:]
    private var ssoSessions: [String: ConfigSection] = [:]
    private var services: [String: ConfigSection] = [:]

    package init(config: SharedConfigFile, credentials: SharedConfigFile) {
        self.config = config
        self.credentials = credentials
        // `[profile default]` is looked at last, for it wins over `[default]`.
        for (header, section) in config.sections.sorted(by: { $0.key < $1.key }) {
            let words = ShellWords.split(header) ?? []
            switch (words.first, words.count) {
            case ("default", 1): configProfiles["default"] = section
            case ("profile", 2): configProfiles[words[1]] = section
            case ("sso-session", 2): ssoSessions[words[1]] = section
            case ("services", 2): services[words[1]] = section
            default: break
            }
        }
    }

    /// Reads the two files, wherever the environment says they are; a file that is not there is empty.
    package static func load(
        environment: [String: String], files: any FileStore
    ) throws(ConfigurationError) -> SharedConfiguration {
        let home = HomeDirectory(environment: environment, files: files)
        return SharedConfiguration(
            config: try read(environment.nonEmpty("AWS_CONFIG_FILE") ?? "~/.aws/config", home, files),
            credentials: try read(
                environment.nonEmpty("AWS_SHARED_CREDENTIALS_FILE") ?? "~/.aws/credentials", home, files))
    }

    private static func read(
        _ path: String, _ home: HomeDirectory, _ files: any FileStore
    ) throws(ConfigurationError) -> SharedConfigFile {
        do {
            guard let bytes = try files.read(home.expand(path)) else { return SharedConfigFile(path: path) }
            return try SharedConfigFile(bytes, path: path)
        } catch let error as UnreadableFile {
            throw ConfigurationError("\(path) cannot be read: \(error.reason)")
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError("\(path) cannot be read")
        }
    }

    /// The settings of both files, those of the credentials file on top; nil when neither has the profile.
    package func profile(_ name: String) -> ConfigSection? {
        guard let inConfig = configProfiles[name] else { return credentials.sections[name] }
        return credentials.sections[name].map(inConfig.merging) ?? inConfig
    }
    package func profileInConfig(_ name: String) -> ConfigSection? { configProfiles[name] }
    package func profileInCredentials(_ name: String) -> ConfigSection? { credentials.sections[name] }
    package func ssoSession(_ name: String) -> ConfigSection? { ssoSessions[name] }
    package func services(_ name: String) -> ConfigSection? { services[name] }

    /// Sorted.
    package var profileNames: [String] { Set(configProfiles.keys).union(credentials.sections.keys).sorted() }
}
