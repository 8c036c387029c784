/// Every command of the interface, in the order of help.
package enum CommandTable {
    package static let all: [Command] = places + lists + panes + calendar + program

    package static func command(_ id: CommandID) -> Command? { all.first { $0.id == id } }
}
