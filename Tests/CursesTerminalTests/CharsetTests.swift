import Foundation
import Glibc
import Testing

@testable import CursesTerminal

extension CursesTests {
    /// Each in a process of its own: the locale belongs to the process.
    @Suite("draws in the characters of the locale")
    struct CharsetTests {
        @Test(
            "UTF-8 where the locale says so, says nothing, or is not installed",
            arguments: [
                "C.UTF-8", "", "xx_XX.UTF-8", "xx_XX.utf8@euro", "xx_XX",
            ])
        func utf8(_ locale: String) async {
            await #expect(processExitsWith: .success) { [locale = locale as String] in
                unsetenv("LC_CTYPE")
                unsetenv("LC_ALL")
                setenv("LANG", locale, 1)
                #expect(Charset.adopt() == .utf8)
            }
        }

        @Test(
            "ASCII where the locale is another one, be it installed or not",
            arguments: [
                "C", "POSIX", "xx_XX.ISO-8859-1",
            ])
        func ascii(_ locale: String) async {
            await #expect(processExitsWith: .success) { [locale = locale as String] in
                unsetenv("LC_ALL")
                setenv("LANG", "C.UTF-8", 1)
                setenv("LC_CTYPE", locale, 1)
                #expect(Charset.adopt() == .ascii)
            }
        }
    }
}
