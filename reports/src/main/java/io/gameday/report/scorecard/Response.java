package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.journal.view.Words;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.phrase.OwnWords;
import io.gameday.target.TargetKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the system and people did.
///
/// @param interventionsKnown false where no person could intervene or nobody tells of it, so that none is not a result
public record Response(List<Act> automation, List<Intervention> interventions, boolean interventionsKnown,
        List<Page> pages, List<Stop> stops) {

    public record Act(String name, String scope, String text, Instant at, long seq) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("name", "scope");
        }
    }

    /// @param role of whoever called the control plane; null where they gave none
    public record Intervention(@Nullable String role, String name, String scope, String text, Instant at,
            long seq) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("name", "scope");
        }

        /// Whoever it was, in words.
        public String by() {
            return Words.somebody(role);
        }
    }

    /// Who intervened, such as ` (on-call, somebody, role not given)`; empty when nobody did.
    public String who() {
        return interventions.isEmpty()
                ? ""
                : interventions.stream().map(Intervention::by).distinct().collect(Collectors.joining("; ", " (", ")"));
    }

    public record Page(String to, String subject, String alarm, Instant at, long seq) {
    }

    /// @param why a stop condition with its value, or who asked
    public record Stop(String why, Instant at, long seq) {
    }

    static Response of(RunFacts facts) {
        return new Response(
                facts.all(Event.AutomationActed.class).stream()
                        .map(a -> new Act(a.event().name(), a.event().scope().toString(), a.event().text(),
                                a.event().when(), a.seq()))
                        .toList(),
                facts.all(Event.InterventionRecorded.class).stream()
                        .map(a -> new Intervention(a.event().role(), a.event().name(), a.event().scope().toString(),
                                a.event().text(), a.event().when(), a.seq()))
                        .toList(),
                facts.started().target() == TargetKind.LOCAL,
                facts.all(Event.PageSent.class).stream()
                        .map(p -> new Page(p.event().to(), p.event().subject(), p.event().alarm(),
                                p.event().when() == null ? p.at() : p.event().when(), p.seq()))
                        .toList(),
                facts.entries().stream().flatMap(e -> switch (e.event()) {
                    case Event.StopConditionMet met ->
                        Stream.of(new Stop("stop condition: " + met.line() + ", was " + met.value(), e.at(), e.seq()));
                    case Event.StopRequested asked ->
                        Stream.of(new Stop("asked for by " + asked.by() + ": " + asked.why(), e.at(), e.seq()));
                    default -> Stream.empty();
                }).toList());
    }
}
