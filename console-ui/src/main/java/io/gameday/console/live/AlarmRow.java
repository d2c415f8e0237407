package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment.Composite;
import io.gameday.journal.Event.PredictionJudged;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.Words;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.yaml.Units;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One alarm as it stands, and the prediction about it beside it.
///
/// @param place   what it is about: `site`, a zone or a cell
/// @param verdict a mark only for what is decided; undecided silence is "silent so far"
/// @param since   after the first fault; empty where the prediction tells it
/// @param note    what its state alone would hide, such as customers who fail while it is OK
/// @param paged   whom it paged; empty when nobody
/// @param source  the team's tool that tells of it, or that it is Gameday's own beside such; empty where there are only
///                Gameday's
/// @param made    of what a composite is made and what is up of it; empty for the others
record AlarmRow(String name, String place, State state, String stateWords, State verdict, String prediction,
        String since, String note, String paged, String source, String made) {

    /// So many alarms of one name that nobody predicted anything of are one row: a screen full of `OK` hides the rest.
    private static final int MANY = 12;

    /// Raised ones first, the graded before the others, composites before what they are made of, in the order they were raised.
    static List<AlarmRow> of(Moment moment) {
        List<AlarmView> all = List.copyOf(moment.view().allAlarms());
        Set<AlarmView> graded = Set.copyOf(moment.view().alarms());
        Map<String, List<AlarmView>> ofCells = all.stream()
                .filter(alarm -> alarm.scope() instanceof Scope.Cell && expected(alarm, moment) == null)
                .collect(Collectors.groupingBy(alarm -> alarm.name() + "\n" + alarm.source()));
        ofCells.values().removeIf(same -> same.size() <= MANY);
        Set<AlarmView> folded = ofCells.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<AlarmView> heads = ofCells.values().stream().map(AlarmRow::head).toList();
        return all.stream().filter(alarm -> !folded.contains(alarm) || heads.contains(alarm))
                .sorted(Comparator.comparing((AlarmView alarm) -> !(alarm.raised() && graded.contains(alarm)))
                        .thenComparing(alarm -> !alarm.raised())
                        .thenComparing(alarm -> composite(alarm, moment) == null)
                        .thenComparing(alarm -> alarm.firstRaised() == null ? Instant.MAX : alarm.firstRaised()))
                .map(alarm -> folded.contains(alarm)
                        ? of(alarm, moment).ofMany(ofCells.get(alarm.name() + "\n" + alarm.source()))
                        : of(alarm, moment))
                .toList();
    }

    /// The one that stands for the others: a raised one where there is any, of these the one that was raised first.
    private static AlarmView head(List<AlarmView> same) {
        return same.stream()
                .min(Comparator.comparing((AlarmView alarm) -> !alarm.raised())
                        .thenComparing(alarm -> alarm.state() != AlarmState.OK)
                        .thenComparing(alarm -> alarm.firstRaised() == null ? Instant.MAX : alarm.firstRaised()))
                .orElseThrow();
    }

    private AlarmRow ofMany(List<AlarmView> same) {
        long raised = same.stream().filter(AlarmView::raised).count();
        return new AlarmRow(name, Texts.of("live.alarms.cells", raised, same.size()), state, stateWords, verdict,
                prediction, since, note, paged, source, made);
    }

    private static AlarmRow of(AlarmView alarm, Moment moment) {
        State state = switch (alarm.state()) {
            // Nobody is told by one that is not graded.
            case ALARM -> graded(alarm, moment) ? State.ALARM : State.PLAIN;
            case OK -> State.PLAIN;
            case INSUFFICIENT_DATA -> State.UNKNOWN;
        };
        String word = Texts.of(switch (alarm.state()) {
            case ALARM -> "live.alarms.alarm";
            case OK -> "live.alarms.ok";
            case INSUFFICIENT_DATA -> "live.alarms.no-data";
        });
        Expectation expected = graded(alarm, moment) ? expected(alarm, moment) : null;
        PredictionJudged judged = judged(expected, moment);
        State verdict = judged == null ? State.PLAIN : switch (judged.verdict()) {
            case HELD -> State.HEALTHY;
            case BROKEN -> State.BROKEN;
            case UNKNOWN -> State.UNKNOWN;
        };
        Instant raised = alarm.firstRaised();
        Set<String> roles = moment.alarmLog().paged(alarm.name(), alarm.scope());
        return new AlarmRow(alarm.name(), Texts.said(Words.name(alarm.scope())), state, word, verdict,
                prediction(expected, judged, alarm),
                raised == null || verdict == State.HEALTHY ? "" : moment.view().sinceZero(raised), note(alarm, moment),
                roles.isEmpty() ? "" : Texts.of("live.alarms.paged", String.join(", ", roles)), source(alarm, moment),
                composite(alarm, moment) == null
                        ? ""
                        : Texts.of("live.alarms.composite.told",
                                moment.alarmLog().evidence(alarm.name(), alarm.scope()).orElse("")));
    }

    private static String source(AlarmView alarm, Moment moment) {
        return alarm.source() == null
                ? ""
                : Texts.of(graded(alarm, moment) ? "live.alarms.source" : "live.alarms.source.ungraded",
                        alarm.source());
    }

    /// Where the team's alarms are graded, Gameday's own are not.
    private static boolean graded(AlarmView alarm, Moment moment) {
        return moment.view().alarms().contains(alarm);
    }

    private static String prediction(@Nullable Expectation expected, @Nullable PredictionJudged judged,
            AlarmView alarm) {
        return switch (expected) {
            case Expectation.AlarmFires fires when judged != null && judged.verdict() == Verdict.HELD ->
                "+" + Texts.said(judged.value()) + ", ≤ " + Texts.said(Units.words(fires.within()));
            case Expectation.AlarmFires fires -> "≤ " + Texts.said(Units.words(fires.within()));
            case Expectation.AlarmSilent _ when judged != null && judged.verdict() == Verdict.HELD ->
                Texts.of("live.alarms.silent");
            case Expectation.AlarmSilent _ when judged == null && alarm.state() == AlarmState.OK ->
                Texts.of("live.alarms.silent-so-far");
            case Expectation.AlarmSilent _ -> Texts.of("live.alarms.silence-wanted");
            case null, default -> "";
        };
    }

    private static String note(AlarmView alarm, Moment moment) {
        Composite composite = composite(alarm, moment);
        if (composite != null) {
            return held(composite, moment);
        }
        if (alarm.raised() || !alarm.name().equals(StandardAlarms.ZONE_IMPACT)
                || !(alarm.scope() instanceof Scope.Zone zone)) {
            return "";
        }
        Tally customers = moment.recent(Standing.series(Observer.CUSTOMER, zone));
        boolean told = moment.view().alarms().stream().anyMatch(AlarmView::raised);
        return Moment.failing(customers)
                ? Texts.of(told ? "live.alarms.not-zonal" : "live.alarms.customers-fail", Words.percent(customers),
                        Moment.ofTotal(customers))
                : "";
    }

    /// What the experiment's file says it is made of; null where it is none, as a metric's alarm and the team's are.
    private static @Nullable Composite composite(AlarmView alarm, Moment moment) {
        boolean teams = alarm.source() != null && graded(alarm, moment);
        return teams || moment.plan() == null
                ? null
                : moment.plan().composites().stream().filter(one -> one.name().equals(alarm.name())).findFirst()
                        .orElse(null);
    }

    private static String held(Composite composite, Moment moment) {
        if (composite.suppressor() == null) {
            return "";
        }
        String by = composite.suppressor().alarm();
        return switch (moment.alarmLog().heldBack(composite, moment.now())) {
            case NOTHING -> "";
            case ALARM -> Texts.of("live.alarms.held", by);
            case WAIT_PERIOD -> Texts.of("live.alarms.waits", by);
            case EXTENSION_PERIOD -> Texts.of("live.alarms.extended", by);
        };
    }

    private static @Nullable Expectation expected(AlarmView alarm, Moment moment) {
        if (moment.plan() == null) {
            return null;
        }
        return Stream.concat(moment.plan().detect().stream(), moment.plan().respond().stream())
                .filter(expectation -> switch (expectation) {
                    case Expectation.AlarmFires fires ->
                        fires.alarm().equals(alarm.name()) && fires.scope().equals(alarm.scope());
                    case Expectation.AlarmSilent silent ->
                        silent.alarm().equals(alarm.name()) && silent.scope().equals(alarm.scope());
                    default -> false;
                }).findFirst().orElse(null);
    }

    private static @Nullable PredictionJudged judged(@Nullable Expectation expected, Moment moment) {
        return expected == null
                ? null
                : moment.view().judged().stream().filter(judged -> judged.text().equals(expected.words())).findFirst()
                        .orElse(null);
    }
}
