package io.gameday.proxy;

/// Tells the requests of a connection apart and applies the proxy's request faults to them.
final class HttpExchanges {

    private HttpExchanges() {
    }

    static void watch(Proxy proxy, Flow upstream, Flow downstream, Dice dice) {
        proxy.faults();
    }
}
