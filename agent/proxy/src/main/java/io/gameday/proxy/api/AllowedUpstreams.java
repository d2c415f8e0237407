package io.gameday.proxy.api;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Where proxies may lead. Names are compared as written and never looked up: a name server could answer differently a
/// moment later.
public final class AllowedUpstreams {

    private static final Pattern LOOPBACK = Pattern.compile("(127(\\.\\d{1,3}){3}|localhost|\\[::1]):\\d{1,5}");

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
