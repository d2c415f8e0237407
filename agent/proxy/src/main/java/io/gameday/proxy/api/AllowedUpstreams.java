package io.gameday.proxy.api;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Where proxies may lead. Names are compared as written and never looked up: a name server could answer differently a
/// moment later.
public final class AllowedUpstreams {

    /// Strict about numbers: what only looks like an address is a name to a name server.
    static final String LOOPBACK_HOST = "(127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|localhost|\\[::1])";

    private static final Pattern LOOPBACK = Pattern.compile(LOOPBACK_HOST + ":\\d{1,5}");

    private AllowedUpstreams() {
    }

    /// This machine alone.
    public static Predicate<String> loopback() {
        return LOOPBACK.asMatchPredicate();
    }

    /// This machine, and what is named.
    ///
    /// @param others as `host:port`
    public static Predicate<String> loopbackAnd(Collection<String> others) {
        Set<String> named = Set.copyOf(others);
        return loopback().or(named::contains);
    }

    public static Predicate<String> any() {
        return upstream -> true;
    }
}
