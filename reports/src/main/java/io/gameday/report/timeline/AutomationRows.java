package io.gameday.report.timeline;

import io.gameday.journal.Event;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the system did by itself; the same action many times in a row is one row.
final class AutomationRows {

    private static final Duration TOGETHER = Duration.ofSeconds(5);
    private static final int TEXTS = 2;

    private AutomationRows() {
    }

    static List<Row> of(RunFacts facts) {
        List<List<Stamped<Event.AutomationActed>>> groups = new ArrayList<>();
        var inOrder = facts.all(Event.AutomationActed.class).stream()
                .sorted(Comparator.comparing(a -> a.event().when())).toList();
        for (Stamped<Event.AutomationActed> act : inOrder) {
            List<Stamped<Event.AutomationActed>> same = groups.stream().filter(g -> belongs(g.getFirst(), act))
                    .findFirst().orElse(null);
            if (same == null) {
                groups.add(new ArrayList<>(List.of(act)));
            } else {
                same.add(act);
            }
        }
        return groups.stream().map(AutomationRows::row).toList();
    }

    private static boolean belongs(Stamped<Event.AutomationActed> first, Stamped<Event.AutomationActed> next) {
        return first.event().name().equals(next.event().name())
                && Duration.between(first.event().when(), next.event().when()).compareTo(TOGETHER) <= 0;
    }

    private static Row row(List<Stamped<Event.AutomationActed>> group) {
        List<String> texts = group.stream().map(g -> g.event().text()).distinct().toList();
        String told = String.join("; ", texts.subList(0, Math.min(TEXTS, texts.size())));
        String more = texts.size() > TEXTS ? "; and " + Figures.count(texts.size() - TEXTS) + " more" : "";
        Stamped<Event.AutomationActed> first = group.getFirst();
        return Row.machine(first.event().when(), Kind.AUTOMATION, "", first.event().name() + ": " + told + more,
                "automation", evidence(group));
    }

    private static String evidence(List<Stamped<Event.AutomationActed>> group) {
        return group.getFirst().evidence() + (group.size() > 1 ? " +" + (group.size() - 1) : "");
    }
}
