package io.gameday.http;

/// How a call ended.
public sealed interface CallResult {

    record Answered(HttpAnswer answer) implements CallResult {
    }

    /// No connection could be made, so the server has not seen the request.
    record Unreachable(String why) implements CallResult {
    }

    /// The connection broke before the answer; the server may have acted on the request.
    record Broken(String why) implements CallResult {
    }

    /// No answer within the limit; the server may still act on the request.
    record TimedOut() implements CallResult {
    }
}
