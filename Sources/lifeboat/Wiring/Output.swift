import Foundation

/// Writes to the standard streams.
enum Output {
    /// A write that failed for another reason than a reader that went away.
    struct Failed: Error {
        let reason: String
    }

    /// Makes sure that 0, 1 and 2 are streams: a program that was started without one would hand its number to the next
    /// file or socket, and write its report there.
    static func claimStreams() {
        while true {
            let descriptor = open("/dev/null", O_RDWR)
            guard descriptor >= 0, descriptor <= STDERR_FILENO else {
                if descriptor >= 0 { close(descriptor) }
                return
            }
        }
    }

    static func standard(_ text: String) throws(Failed) { try write(text, to: STDOUT_FILENO) }
    /// What cannot be said on stderr cannot be said at all.
    static func error(_ text: String) { try? write(text, to: STDERR_FILENO) }

    /// Why a write failed, for callers that cannot throw.
    static func failure(of write: () throws(Failed) -> Void) -> Failed? {
        do throws(Failed) {
            try write()
            return nil
        } catch {
            return error
        }
    }

    /// Writes all of it; waits for a slow reader, and is silent about one that is gone.
    static func write(_ text: String, to descriptor: Int32) throws(Failed) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                bytes = bytes.dropFirst(written)
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            } else if errno == EPIPE {
                return
            } else if errno != EINTR {
                throw Failed(reason: String(cString: strerror(errno)))
            }
        }
    }
}

extension String {
    /// The text as a terminal may have it: what AWS or a file sent must not steer it, turn the direction of its text,
    /// or hide in it. Visible characters of any script stay, each with at most four marks.
    var printable: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        var result = UnicodeScalarView()
        var marks = Self.mostMarks
        for scalar in unicodeScalars {
            if scalar.isMark {
                marks += 1
                if marks <= Self.mostMarks { result.append(scalar) }
                continue
            }
            let shown = scalar.shown
            result.append(shown)
            // What was written instead of something else takes no marks.
            marks = shown == scalar ? 0 : Self.mostMarks
        }
        return String(result)
    }
    private static var mostMarks: Int { 4 }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        guard value < 0xE0000 else { return false }
        return switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }

    /// Itself; a blank for what would end or move a line, `?` for what is not seen or means something else everywhere.
    fileprivate var shown: Unicode.Scalar {
        if (0xE0000...0xE0FFF).contains(value) { return "?" }
        return switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        case .format, .surrogate, .privateUse: "?"
        default: self
        }
    }
}
