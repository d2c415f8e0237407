package io.gameday.proxy.api;

import io.gameday.http.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// @param pattern of a path, with names in braces: `/proxies/{proxy}`
record Route(Set<String> methods, String pattern, Action action) {

    @FunctionalInterface
    interface Action {
        HttpAnswer act(Call call) throws Refusal;
    }

    /// The names in `path`, or empty when it is another path.
    Optional<List<String>> names(String path) {
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                names.add(given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
