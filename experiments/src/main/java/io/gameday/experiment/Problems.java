package io.gameday.experiment;

import io.gameday.experiment.Node.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is wrong with one file, gathered while it is read.
final class Problems {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Place place, String message) {
        problems.add(new Problem(file, place.line(), place.column(), message));
    }

    List<Problem> inOrder() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
