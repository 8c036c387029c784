import AWSCore
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
package import SimulatedAWS

/// Serves a simulated account over HTTP/1.1 on the loopback interface, for real clients.
package struct SimulatedAWSServer: Sendable {
    package let port: Int
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup

    /// Listens on 127.0.0.1; port 0 takes a free one.
    /// - Throws: `PortRefused` when the port is taken, or not this user's to take.
    package static func start(_ aws: SimulatedAWS, port: Int) async throws -> SimulatedAWSServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        do {
            let channel = try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 1024)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                        try channel.pipeline.syncOperations.addHandler(SimulatedAWSHandler(aws))
                    }
                }
                .bind(host: "127.0.0.1", port: port).get()
            return SimulatedAWSServer(port: channel.localAddress?.port ?? port, channel: channel, group: group)
        } catch let error as IOError {
            try await group.shutdownGracefully()
            throw PortRefused(description: String(cString: strerror(error.errnoCode)))
        } catch {
            try await group.shutdownGracefully()
            throw error
        }
    }

    /// Closes the listener and every connection.
    package func shutdown() async throws {
        try await channel.close()
        try await group.shutdownGracefully()
    }
}

/// A port on which nothing can listen, and why in the system's words.
package struct PortRefused: Error, CustomStringConvertible {
    package let description: String
}
