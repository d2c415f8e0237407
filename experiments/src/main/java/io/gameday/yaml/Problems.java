package io.gameday.yaml;

import io.gameday.yaml.Node.Place;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with one file, gathered while it is read.
public final class Problems {

    private final String file;
    private final Set<Problem> problems = new LinkedHashSet<>();

    public Problems(String file) {
        this.file = file;
    }

    /// What is read twice may be found wrong twice; it is told once.
    public void add(Place place, String message) {
        problems.add(new Problem(file, place.line(), place.column(), message));
    }

    public List<Problem> inOrder() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
