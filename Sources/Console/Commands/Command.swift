package import Canvas

/// One row of the command table: keys, key bar, help, palette, README and the guard of writes are all made from it.
package struct Command: Sendable {
    /// Where its keys count.
    package enum Scope: Hashable, Sendable {
        case everywhere
        /// Panes with a list, where no resource is opened.
        case lists
        case panes([Pane])
        /// The view of one resource.
        case resource
    }

    package let id: CommandID
    package let keys: [Key]
    package let scope: Scope
    /// One or two words for the key bar.
    package let title: String
    /// One sentence.
    package let help: String
    /// Whether it changes an account: then it runs only where the program is armed.
    package let writes: Bool
    /// Its place in the key bar, the lowest first; nil leaves it out.
    package let bar: Int?
    /// Why it cannot run now; nil when it can.
    package let disabled: @Sendable (Model) -> String?
    package let run: @Sendable (inout Model) -> [Effect]

    init(
        _ id: CommandID, keys: [Key], in scope: Scope = .everywhere, _ title: String, _ help: String,
        writes: Bool = false, bar: Int? = nil, disabled: @escaping @Sendable (Model) -> String? = { _ in nil },
        run: @escaping @Sendable (inout Model) -> [Effect]
    ) {
        self.id = id
        self.keys = keys
        self.scope = scope
        self.title = title
        self.help = help
        self.writes = writes
        self.bar = bar
        self.disabled = disabled
        self.run = run
    }

    /// Whether its keys count where the model stands.
    package func isInScope(_ model: Model) -> Bool {
        switch scope {
        case .everywhere: true
        case .lists: model.opened == nil && model.pane.hasList
        case .panes(let panes): model.opened == nil && panes.contains(model.pane)
        case .resource: model.opened != nil
        }
    }

    /// Why it cannot run now: its own reason, or that the program is not armed.
    package func refusal(_ model: Model) -> String? {
        if writes, !model.isArmed { return "\(title) changes the account, and Lifeboat is not armed" }
        if model.isWalking, !countsInWalk { return "a walkthrough is open: esc leaves it, and it is kept" }
        return disabled(model)
    }

    /// Whether it means something while a walkthrough has the body of the screen: what acts on a list would act on one
    /// that nobody sees.
    private var countsInWalk: Bool {
        guard scope == .everywhere else { return false }
        return switch id {
        case .zoom, .scrollDetailsDown, .scrollDetailsUp, .up, .down, .top, .bottom, .pageUp, .pageDown: false
        default: true
        }
    }
}
