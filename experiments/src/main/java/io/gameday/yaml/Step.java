package io.gameday.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One step on the way to a piece of a file.
sealed interface Step {

    /// @param key of a group's field
    record Key(String key) implements Step {
    }

    /// @param number of a list's item, from 1
    record Number(int number) implements Step {
    }

    Pattern ONE = Pattern.compile("\\.?([^.\\[\\]]+)|\\[([1-9][0-9]{0,5})]");

    /// The steps of `actions[2].status`; empty when that is no path.
    static Optional<List<Step>> of(String path) {
        List<Step> steps = new ArrayList<>();
        Matcher step = ONE.matcher(path);
        int at = 0;
        while (at < path.length()) {
            if (!step.region(at, path.length()).lookingAt()) {
                return Optional.empty();
            }
            steps.add(step.group(1) != null ? new Key(step.group(1)) : new Number(Integer.parseInt(step.group(2))));
            at = step.end();
        }
        return Optional.of(steps);
    }
}
