import Glibc
import AWSCore
import NIOCore
import NIOHTTP1
import SimulatedAWS

/// One connection: gathers a request, asks the account, writes what becomes of it.
final class SimulatedAWSHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let aws: SimulatedAWS
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ aws: SimulatedAWS) { self.aws = aws }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
            // The AWS CLI sends no body before it is told to.
            if head.headers["Expect"].contains(where: { $0.lowercased() == "100-continue" }) {
                let go = HTTPResponseHead(version: head.version, status: .continue)
                context.writeAndFlush(wrapOutboundOut(.head(go)), promise: nil)
            }
        case .body(let buffer): body.append(contentsOf: buffer.readableBytesView)
        case .end:
            guard let head else { return }
            self.head = nil
            answer(head, context: context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        guard let request = HTTPRequest(head, body: body) else {
            return write(HTTPResponse(status: 405), to: head, context: context)
        }
        switch aws.outcome(of: request) {
        case .reply(let response, after: .zero): write(response, to: head, context: context)
        case .reply(let response, let latency):
            let loop = context.eventLoop
            let bound = NIOLoopBound((self, context), eventLoop: loop)
            loop.scheduleTask(in: .nanoseconds(Int64(latency.seconds * 1e9))) {
                let (handler, context) = bound.value
                handler.write(response, to: head, context: context)
            }
        // The client's own time runs out; the connection stays open and silent.
        case .silence: break
        case .refusal, .reset: reset(context)
        }
    }

    private func write(_ response: HTTPResponse, to head: HTTPRequestHead, context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        var headers = NIOHTTP1.HTTPHeaders()
        for field in response.headers.fields { headers.add(name: field.name, value: field.value) }
        let hasBody = response.status != 204 && response.status != 304
        if hasBody, !headers.contains(name: "Content-Length") {
            headers.add(name: "Content-Length", value: "\(response.body.count)")
        }
        if !head.isKeepAlive { headers.add(name: "Connection", value: "close") }
        let reply = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
        context.write(wrapOutboundOut(.head(reply)), promise: nil)
        if !response.body.isEmpty, head.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
        }
        let isLast = !head.isKeepAlive
        let done = context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        done.futureResult.whenComplete { _ in if isLast { bound.value.close(promise: nil) } }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: done)
    }

    /// Closes with unsent data thrown away, so that the client sees a reset.
    private func reset(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        let linger = SocketOptionValue.linger
        if let option = context.channel as? any SocketOptionProvider {
            option.setSoLinger(linger).whenComplete { _ in bound.value.close(promise: nil) }
        } else {
            context.close(promise: nil)
        }
    }
}

private enum SocketOptionValue {
    static var linger: linger { Glibc.linger(l_onoff: 1, l_linger: 0) }
}
