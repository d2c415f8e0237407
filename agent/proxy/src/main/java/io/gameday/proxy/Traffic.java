package io.gameday.proxy;

/// What connections that are over have carried in one direction.
///
/// @param listen   where the proxy listened when they ended
/// @param upstream where it led then
/// @param received bytes that came in
/// @param sent     bytes that went out
public record Traffic(Stream direction, String listen, String upstream, long received, long sent) {

    Traffic and(Traffic more) {
        return new Traffic(direction, listen, upstream, received + more.received, sent + more.sent);
    }

    record Key(Stream direction, String listen, String upstream) {
    }

    Key key() {
        return new Key(direction, listen, upstream);
    }
}
