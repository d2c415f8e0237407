package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.Words;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.scorecard.FaultReceipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row;
import io.gameday.report.timeline.Silences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the strip out of a run.
final class StripMaking {

    /// A task's crash stays for no time at all, and is to be seen all the same.
    private static final Duration MOMENT = Duration.ofMillis(500);

    private static final Duration BEFORE_GO = Duration.ofSeconds(5);

    /// Of alarms that were up at once.
    private static final int NAMES = 5;

    private final RunFacts facts;
    private final Scorecard card;
    private final List<Row> rows;
    private final Detection detection;
    private final Instant begin;
    private final Instant end;

    StripMaking(RunFacts facts, Scorecard card, List<Row> rows, Detection detection) {
        this.detection = detection;
        this.facts = facts;
        this.card = card;
        this.rows = rows;
        Instant last = facts.last();
        for (Row row : rows) {
            last = row.at().isAfter(last) ? row.at() : last;
        }
        begin = begin(facts);
        end = last.isAfter(facts.begun()) ? last : facts.begun().plusSeconds(1);
    }

    /// While the go of those who were invited is awaited, nothing happens that is worth the room.
    private static Instant begin(RunFacts facts) {
        Instant zero = facts.zero();
        return facts.all(Event.PersonActed.class).stream()
                .filter(acted -> acted.event().act() instanceof PersonAct.Answered answered && answered.go())
                .map(Stamped::at).filter(at -> zero == null || at.isBefore(zero)).max(Comparator.naturalOrder())
                .map(at -> at.minus(BEFORE_GO)).filter(at -> at.isAfter(facts.begun())).orElse(facts.begun());
    }

    Strip strip() {
        return new Strip(begin, end, facts.zero(), detection.lanes(), faults(), alarms(), marks(Row.Kind.AUTOMATION),
                marks(Row.Kind.PAGE, Row.Kind.ACKNOWLEDGED, Row.Kind.NOTE, Row.Kind.INTERVENTION, Row.Kind.STOP),
                Silences.of(card, rows).stream().filter(s -> s.to().isAfter(begin))
                        .map(s -> span(s, Texts.of("debrief.silence", Figures.wholeSeconds(s.length())), "")).toList(),
                card.gaps().stream()
                        .map(g -> span(new Silences.Silence(g.from(), g.to()), Texts.of("debrief.standstill"),
                                "J-" + g.seq()))
                        .toList(),
                card.response().interventionsKnown() ? "" : Texts.of("debrief.nobody"));
    }

    private static Strip.Span span(Silences.Silence silence, String label, String evidence) {
        return new Strip.Span(silence.from(), silence.to(), label, "", false,
                told(silence.from(), label + ", " + Texts.said(Figures.wholeSeconds(silence.length())), evidence));
    }

    static String told(Instant at, String text, String evidence) {
        return Figures.clock(at) + "  " + text + (evidence.isEmpty() ? "" : "  [" + evidence + "]");
    }

    private List<Strip.Span> faults() {
        return card.faults().stream().map(this::fault).toList();
    }

    private Strip.Span fault(FaultReceipt fault) {
        FaultReceipt.Removal removal = fault.removal();
        Duration lasted = fault.inForce();
        boolean moment = fault.planned() == null;
        Instant to = removal != null && lasted != null ? removal.at() : moment ? fault.injectedAt().plus(MOMENT) : end;
        String label = Texts.said(fault.name())
                + (lasted == null ? "" : " · " + Texts.said(Figures.wholeSeconds(lasted)));
        String after = gone(fault);
        return new Strip.Span(fault.injectedAt(), to, label, after, lasted == null && !moment,
                told(fault.injectedAt(), label + (after.isEmpty() ? "" : ", " + after), "J-" + fault.seq()));
    }

    private static String gone(FaultReceipt fault) {
        FaultReceipt.Look look = fault.goneLook();
        if (fault.planned() == null && look == null) {
            return "";
        }
        return fault.gone() == Verdict.HELD
                ? look == null
                        ? Texts.of("debrief.gone")
                        : Texts.of("debrief.gone.after", Figures.seconds(look.after()))
                : fault.gone() == Verdict.BROKEN ? Texts.of("debrief.notgone") : Texts.of("debrief.notseengone");
    }

    private List<Strip.Span> alarms() {
        Map<String, Stamped<Event.AlarmChanged>> raised = new LinkedHashMap<>();
        List<Strip.Span> bars = new ArrayList<>();
        for (Stamped<Event.AlarmChanged> change : facts.all(Event.AlarmChanged.class)) {
            String name = name(change.event());
            if (change.event().to() == AlarmState.ALARM) {
                raised.putIfAbsent(name, change);
            } else {
                Stamped<Event.AlarmChanged> since = raised.remove(name);
                if (since != null) {
                    bars.add(bar(name, since, at(change), change.event().to() == AlarmState.OK ? "OK" : "no data",
                            false));
                }
            }
        }
        raised.forEach((name, since) -> bars.add(bar(name, since, end, "", true)));
        // What people are told by stands first where several came at once.
        bars.sort(Comparator.comparing(Strip.Span::from).thenComparing(bar -> standard(bar.label())));
        return together(bars);
    }

    private static boolean standard(String name) {
        return StandardAlarms.NAMES.contains(name.split(" ", 2)[0]);
    }

    private static Instant at(Stamped<Event.AlarmChanged> change) {
        Instant when = change.event().when();
        return when == null ? change.at() : when;
    }

    private static String name(Event.AlarmChanged alarm) {
        String scope = Words.name(alarm.scope());
        String name = scope.equals("site") ? alarm.alarm() : alarm.alarm() + " " + scope;
        return alarm.source() == null ? name : name + " (" + alarm.source() + ")";
    }

    private static Strip.Span bar(String name, Stamped<Event.AlarmChanged> since, Instant to, String after,
            boolean open) {
        return new Strip.Span(at(since), to, name, after, open,
                told(at(since), name + ": " + since.event().evidence(), since.evidence()));
    }

    /// One lane has room for one bar at a time.
    private static List<Strip.Span> together(List<Strip.Span> bars) {
        List<Strip.Span> merged = new ArrayList<>();
        for (Strip.Span bar : bars) {
            Strip.Span last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || !bar.from().isBefore(last.to())) {
                merged.add(bar);
                continue;
            }
            boolean longer = bar.to().isAfter(last.to());
            Set<String> names = new LinkedHashSet<>(List.of(last.label().split(" · ")));
            names.add(bar.label());
            merged.set(merged.size() - 1,
                    new Strip.Span(last.from(), longer ? bar.to() : last.to(), String.join(" · ", names),
                            longer ? bar.after() : last.after(), last.open() || bar.open(),
                            last.told() + "\n" + bar.told()));
        }
        return merged.stream().map(StripMaking::shortened).toList();
    }

    /// Many names at once: the hover has them all.
    private static Strip.Span shortened(Strip.Span bar) {
        List<String> names = List.of(bar.label().split(" · "));
        return names.size() <= NAMES
                ? bar
                : new Strip.Span(bar.from(), bar.to(),
                        String.join(" · ", names.subList(0, NAMES)) + " · "
                                + Texts.of("debrief.alarms.more", String.valueOf(names.size() - NAMES)),
                        bar.after(), bar.open(), bar.told());
    }

    private List<Strip.Mark> marks(Row.Kind... kinds) {
        Set<Row.Kind> wanted = Set.of(kinds);
        return rows.stream().filter(row -> wanted.contains(row.kind()) && !row.at().isBefore(begin)).map(
                row -> new Strip.Mark(row.at(), shortly(row), told(row.at(), TimelineLine.words(row), row.evidence())))
                .toList();
    }

    private static String shortly(Row row) {
        return switch (row.kind()) {
            case PAGE -> Texts.said(row.text().split(":", 2)[0]);
            case ACKNOWLEDGED -> Texts.of("debrief.mark.acknowledged");
            case STOP -> Texts.of("debrief.mark.stop");
            case NOTE -> row.who();
            default -> row.text().split("[ :]", 2)[0];
        };
    }
}
