package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.phrase.OwnWords;
import io.gameday.target.TargetKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the system and people did.
///
/// @param automation         what it did by itself, each deed in each place once
/// @param sinceZero          how many deeds that were since the first injection; what it did while warming up is no response
/// @param interventionsKnown false where no person could intervene or nobody tells of it, so that none is not a result
/// @param pagesKnown         false where nothing that knows of pages was read
public record Response(List<Acts> automation, long sinceZero, List<Intervention> interventions,
        boolean interventionsKnown, List<Page> pages, boolean pagesKnown, List<Stop> stops) {

    /// One deed in one place. A platform may try the same thing for an hour, twenty times a second, and the journal has each
    /// of them.
    ///
    /// @param text  of the first
    /// @param first when it was done for the first time, as the platform says
    /// @param seq   of the first
    public record Acts(String name, String scope, String text, long times, Instant first, Instant last,
            long seq) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("name", "scope");
        }

        private static Acts of(Stamped<Event.AutomationActed> act) {
            return new Acts(act.event().name(), act.event().scope().toString(), act.event().text(), 1,
                    act.event().when(), act.event().when(), act.seq());
        }

        private Acts and(Acts later) {
            return new Acts(name, scope, text, times + later.times, first, later.last, seq);
        }
    }

    private record Deed(String name, Scope scope) {
    }

    private static List<Acts> automation(RunFacts facts) {
        Map<Deed, Acts> all = new LinkedHashMap<>();
        facts.all(Event.AutomationActed.class)
                .forEach(act -> all.merge(new Deed(act.event().name(), act.event().scope()), Acts.of(act), Acts::and));
        return List.copyOf(all.values());
    }

    private static long sinceZero(RunFacts facts) {
        return facts.all(Event.FaultInjected.class).stream().findFirst().map(
                first -> facts.all(Event.AutomationActed.class).stream().filter(act -> act.seq() > first.seq()).count())
                .orElse(0L);
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

    private static boolean pagesRead(RunFacts facts) {
        String from = facts.started().pagesFrom();
        return from != null && facts.first(Event.SourceAway.class, away -> away.source().equals(from)).isEmpty();
    }

    static Response of(RunFacts facts) {
        return new Response(automation(facts), sinceZero(facts),
                facts.all(Event.InterventionRecorded.class).stream()
                        .map(a -> new Intervention(a.event().role(), a.event().name(), a.event().scope().toString(),
                                a.event().text(), a.event().when(), a.seq()))
                        .toList(),
                facts.started().target() == TargetKind.LOCAL,
                facts.all(Event.PageSent.class).stream()
                        .map(p -> new Page(p.event().to(), p.event().subject(), p.event().alarm(),
                                p.event().when() == null ? p.at() : p.event().when(), p.seq()))
                        .toList(),
                facts.started().target().planned() || pagesRead(facts),
                facts.entries().stream().flatMap(e -> switch (e.event()) {
                    case Event.StopConditionMet met ->
                        Stream.of(new Stop("stop condition: " + met.line() + ", was " + met.value(), e.at(), e.seq()));
                    case Event.StopRequested asked ->
                        Stream.of(new Stop("asked for by " + asked.by() + ": " + asked.why(), e.at(), e.seq()));
                    default -> Stream.empty();
                }).toList());
    }
}
