package io.gameday.report.timeline;

import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the system did by itself; the same action many times in a row is one row.
final class AutomationRows {

    private static final Duration TOGETHER = Duration.ofSeconds(5);
    private static final int LONGEST = 130;

    private AutomationRows() {
    }

    static List<Row> of(RunFacts facts) {
        Instant gate = gate(facts);
        var inOrder = facts.all(Event.AutomationActed.class).stream()
                .sorted(Comparator.comparing(a -> a.event().when())).toList();
        List<Row> rows = new ArrayList<>();
        warmUp(inOrder.stream().filter(a -> a.event().when().isBefore(gate)).toList(), rows);
        List<List<Stamped<Event.AutomationActed>>> groups = new ArrayList<>();
        // An earlier group of a name ended before the newest began, so only that can go on.
        Map<String, List<Stamped<Event.AutomationActed>>> newest = new HashMap<>();
        for (Stamped<Event.AutomationActed> act : inOrder) {
            if (act.event().when().isBefore(gate)) {
                continue;
            }
            List<Stamped<Event.AutomationActed>> same = newest.get(act.event().name());
            if (same != null && belongs(same.getLast(), act)) {
                same.add(act);
            } else {
                List<Stamped<Event.AutomationActed>> group = new ArrayList<>(List.of(act));
                groups.add(group);
                newest.put(act.event().name(), group);
            }
        }
        groups.forEach(group -> rows.add(row(group)));
        return rows;
    }

    /// What a system does while it warms up is no response to a fault.
    private static void warmUp(List<Stamped<Event.AutomationActed>> acts, List<Row> rows) {
        if (!acts.isEmpty()) {
            rows.add(Row.machine(acts.getFirst().event().when(), Kind.AUTOMATION, "",
                    Figures.many(acts.size(), "action") + " before the steady state", "automation", evidence(acts)));
        }
    }

    private static Instant gate(RunFacts facts) {
        return facts.last(Event.SteadyStateMeasured.class, s -> s.when() == When.BEFORE).map(Stamped::at)
                .orElse(facts.begun());
    }

    private static boolean belongs(Stamped<Event.AutomationActed> last, Stamped<Event.AutomationActed> next) {
        return Duration.between(last.event().when(), next.event().when()).compareTo(TOGETHER) <= 0;
    }

    private static Row row(List<Stamped<Event.AutomationActed>> group) {
        Event.AutomationActed first = group.getFirst().event();
        String text = shortened(first.text());
        Duration span = Duration.between(first.when(), group.getLast().event().when());
        String times = group.size() == 1
                ? ""
                : " (first of " + group.size()
                        + (span.compareTo(Duration.ofSeconds(1)) > 0 ? " in " + Figures.seconds(span) : "") + ")";
        return Row.machine(first.when(), Kind.AUTOMATION, "", first.name() + times + ": " + text, "automation",
                evidence(group));
    }

    /// Whole sentences as far as they fit, or without what is said aside; the journal has the rest.
    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int sentence = text.lastIndexOf(". ", LONGEST);
        if (sentence > 0) {
            return text.substring(0, sentence + 1);
        }
        int aside = text.lastIndexOf(" (", LONGEST);
        return aside > LONGEST / 2 ? text.substring(0, aside) : text.substring(0, LONGEST - 1) + "…";
    }

    private static String evidence(List<Stamped<Event.AutomationActed>> group) {
        return group.getFirst().evidence() + (group.size() > 1 ? " +" + (group.size() - 1) : "");
    }
}
