package io.gameday.proxy.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;

/// Why an address cannot be listened at, in Go's words, because clients compare them.
final class GoErrors {

    private GoErrors() {
    }

    static Refusal listening(InetSocketAddress address, IOException failed) {
        String host = address.getAddress().getHostAddress();
        String shown = (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
        return new Refusal(500, "listen", "listen tcp " + shown + ": " + why(failed));
    }

    private static String why(IOException failed) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            all.append(String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT)).append('\n');
        }
        if (all.indexOf("already in use") >= 0) {
            return "bind: address already in use";
        }
        if (all.indexOf("permission denied") >= 0) {
            return "bind: permission denied";
        }
        if (all.indexOf("cannot assign requested address") >= 0) {
            return "bind: cannot assign requested address";
        }
        return String.valueOf(failed.getMessage());
    }
}
