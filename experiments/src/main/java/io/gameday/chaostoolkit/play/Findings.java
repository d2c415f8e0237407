package io.gameday.chaostoolkit.play;

import io.gameday.engine.ExitCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// What speaks against a run having held. The worst counts.
final class Findings {

    private static final List<ExitCode> WORST_FIRST = List.of(ExitCode.FAULT_NOT_GONE, ExitCode.STOPPED,
            ExitCode.BROKEN, ExitCode.UNKNOWN, ExitCode.NOT_STARTED);

    private record Finding(ExitCode code, String why) {
    }

    private final List<Finding> all = new ArrayList<>();

    void add(ExitCode code, String why) {
        all.add(new Finding(code, why));
    }

    ExitCode code() {
        return sorted().stream().findFirst().map(Finding::code).orElse(ExitCode.HELD);
    }

    List<String> reasons() {
        return List.copyOf(new LinkedHashSet<>(sorted().stream().map(Finding::why).toList()));
    }

    private List<Finding> sorted() {
        return all.stream().sorted(Comparator.comparingInt(finding -> WORST_FIRST.indexOf(finding.code()))).toList();
    }
}
