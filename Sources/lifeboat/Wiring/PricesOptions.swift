import ArgumentParser
import Posture
import Settings

/// What things cost.
struct PricesOptions: ParsableArguments {
    @Option(
        name: .customLong("prices"),
        help: ArgumentHelp(
            "The file with prices that differ from AWS's lists; without it lifeboat.yaml, here or in "
                + "~/.config/lifeboat.", valueName: "file"))
    var file: String?

    /// The list prices, overridden by those of the file.
    ///
    /// - Parameter config: the settings file that was named; nil looks for `lifeboat.yaml`.
    /// - Throws: `Failure` with the file and the line of what is not understood.
    func prices(config: String? = nil) throws -> PriceList {
        guard let file else {
            return .dated.overridden(by: try SettingsFile.read(config)?.settings().prices ?? [])
        }
        guard let prices = try SettingsFile.read(file)?.settings().prices else {
            throw Failure.usage("\(file): it holds no prices")
        }
        return .dated.overridden(by: prices)
    }
}
