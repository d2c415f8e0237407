package io.gameday.hostile;

import java.util.Set;

/// A request that an endpoint takes.
///
/// @param path may end with a query
/// @param body JSON; empty when there is none
/// @param free fields of the body in which any text, or any number, is allowed
public record GoodCall(String method, String path, String body, Set<String> free) {

    public static GoodCall get(String path) {
        return new GoodCall("GET", path, "", Set.of());
    }

    public static GoodCall post(String path, String body, String... free) {
        return new GoodCall("POST", path, body, Set.of(free));
    }
}
