package io.gameday.report.grade;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.experiment.Objective;
import io.gameday.journal.Verdict;
import io.gameday.report.grade.Grade.AlarmLine;
import io.gameday.report.grade.Grade.Conduct;
import io.gameday.report.grade.Grade.Gain;
import io.gameday.report.grade.Grade.Prediction;
import io.gameday.report.grade.Grade.Told;
import io.gameday.report.grade.Grade.Window;
import io.gameday.report.grade.Impact.Span;
import io.gameday.report.text.Figures;
import io.gameday.signal.AlarmCondition;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Series.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Judges an incident. Pure: the same evidence gives the same grade.
public final class Grading {

    private static final int MOST_NAMED = 3;

    private final String title;
    private final Objective objective;
    private final List<Wanted> wanted;
    private final Evidence evidence;
    private final Map<String, KnownAlarm> known;
    private final Impact impact;
    private final Telling telling;
    private final List<Window> windows;

    private Grading(String title, Objective objective, List<Wanted> wanted, Evidence evidence) {
        this.title = title;
        this.objective = objective;
        this.wanted = wanted;
        this.evidence = evidence;
        known = evidence.alarms().alarms().stream().collect(Collectors.toMap(KnownAlarm::name, Function.identity()));
        // Values of another metric are neither well nor bad.
        impact = possible().isPresent() && !evidence.customers().samples().isEmpty()
                ? new Impact(List.of(), List.of())
                : Impact.of(evidence.customers(), objective, evidence.period());
        telling = new Telling(impact.spans());
        windows = impact.spans().stream().map(this::window).toList();
    }

    /// @param title  of the incident; may be empty
    /// @param wanted the alarms that had to ring
    public static Grade of(String title, Objective objective, List<Wanted> wanted, Evidence evidence) {
        return new Grading(title, objective, wanted, evidence).grade();
    }

    private Grade grade() {
        List<AlarmLine> alarms = known.values().stream().map(this::line).sorted(Comparator.comparing(AlarmLine::conduct)
                .thenComparing(line -> !line.wanted()).thenComparing(AlarmLine::name)).toList();
        List<Prediction> predictions = new ArrayList<>();
        predictions.add(everyWindowIsToldOf());
        People people = new People(wanted, evidence, impact, telling, possible().isEmpty());
        for (Wanted alarm : wanted) {
            Prediction rings = rings(alarm);
            predictions.add(rings);
            people.told(alarm, rings.verdict(), unfit(alarm.name())).ifPresent(predictions::add);
        }
        List<String> notes = new ArrayList<>(evidence.notes());
        List<Gain> gains = gains(notes);
        Duration blind = windows.stream().map(Window::blind).reduce(Duration.ZERO,
                (sum, one) -> one == null ? sum : sum.plus(one));
        return new Grade(title, evidence.period().from(), evidence.period().to(), exactTo(), Impact.words(objective),
                worst(predictions), evidence.customers().samples().size(), windows, impact.gaps(), blind,
                List.copyOf(predictions), alarms, people.lines(), gains, List.copyOf(notes));
    }

    private Duration exactTo() {
        Duration customers = evidence.customers().step();
        return customers.compareTo(evidence.alarms().step()) > 0 ? customers : evidence.alarms().step();
    }

    private static Verdict worst(List<Prediction> predictions) {
        if (predictions.stream().anyMatch(p -> p.verdict() == Verdict.BROKEN)) {
            return Verdict.BROKEN;
        }
        return predictions.stream().allMatch(p -> p.verdict() == Verdict.HELD) ? Verdict.HELD : Verdict.UNKNOWN;
    }

    /// Why customers' metric cannot be judged by the objective.
    private Optional<String> possible() {
        List<Sample> samples = evidence.customers().samples();
        if (samples.isEmpty()) {
            return Optional.of("the customers' metric never reports from " + evidence.period().from() + " to "
                    + evidence.period().to() + ": look whether its query is right");
        }
        return samples.stream().filter(sample -> !objective.possible(sample.value())).findFirst()
                .map(sample -> "the customers' metric is " + sample.value() + " at " + Figures.second(sample.at())
                        + "; allowed with an objective in %: 0 to 1. Divide it by 100, or give 'atMost'");
    }

    /// Why nothing can be said of alarms and windows.
    private Optional<String> nothing() {
        return possible().or(() -> impact.spans().isEmpty()
                ? Optional.of(
                        "customers had " + Impact.words(objective) + " whenever it was measured, so no alarm was due")
                : Optional.empty());
    }

    private Window window(Span span) {
        List<Told> told = known.values().stream()
                .flatMap(alarm -> ring(alarm, span).map(firing -> new Told(alarm.name(), firing.from(),
                        Duration.between(span.from(), firing.from()), isWanted(alarm.name()))).stream())
                .sorted(Comparator.comparing(Told::at).thenComparing(t -> !t.wanted()).thenComparing(Told::alarm))
                .toList();
        return new Window(span.number(), span.from(), span.to(), span.began(), span.over(),
                Impact.words(objective, span.worst().value()), span.worst().at(), told, blind(span, told));
    }

    private static @Nullable Duration blind(Span span, List<Told> told) {
        if (!span.began()) {
            return null;
        }
        Duration length = Duration.between(span.from(), span.to());
        if (told.isEmpty() || told.getFirst().after().compareTo(length) >= 0) {
            return length;
        }
        Duration after = told.getFirst().after();
        return after.isNegative() ? Duration.ZERO : after;
    }

    /// The first ring of `alarm` that tells of `span`. One that was there as the time asked about began tells nothing.
    private Optional<Firing> ring(KnownAlarm alarm, Span span) {
        return alarm.firings().stream().filter(f -> !f.before() && telling.tells(span, f.from(), f.to()))
                .min(Comparator.comparing(Firing::from));
    }

    private boolean isWanted(String alarm) {
        return wanted.stream().anyMatch(w -> w.name().equals(alarm));
    }

    private Prediction everyWindowIsToldOf() {
        String text = "an alarm tells of every window, before it is over";
        if (nothing().isPresent()) {
            return new Prediction(text, Verdict.UNKNOWN, nothing().get() + gapsSaid());
        }
        List<String> blind = windows.stream().filter(w -> w.began() && w.length().equals(w.blind()))
                .map(w -> String.valueOf(w.number())).toList();
        if (!blind.isEmpty()) {
            return new Prediction(text, Verdict.BROKEN, "flying blind in " + numbered(blind));
        }
        Optional<String> chance = windows.stream().flatMap(window -> byChance(window).stream()).findFirst();
        if (chance.isPresent()) {
            return new Prediction(text, Verdict.UNKNOWN, chance.get());
        }
        Optional<Window> early = windows.stream().filter(w -> !w.began()).findFirst();
        if (early.isPresent()) {
            return new Prediction(text, Verdict.UNKNOWN, early.map(Grading::beganBefore).orElseThrow());
        }
        if (!impact.gaps().isEmpty()) {
            return new Prediction(text, Verdict.UNKNOWN, "of those that are known" + gapsSaid());
        }
        return new Prediction(text, Verdict.HELD,
                windows.size() == 1 ? "the one there was" : "all " + windows.size() + " of them");
    }

    /// An alarm that rings apart from windows as often as for them says little, unless it is one that had to ring.
    private Optional<String> byChance(Window window) {
        List<AlarmLine> told = window.told().stream().map(t -> line(known.get(t.alarm()))).toList();
        return told.stream().anyMatch(alarm -> alarm.wanted() || alarm.outside() < alarm.windows().size())
                ? Optional.empty()
                : told.stream().findFirst().map(alarm -> alarm.name() + " may have told of window " + window.number()
                        + " by chance: it rang " + Figures.many(alarm.outside(), "time") + " apart from windows");
    }

    private String gapsSaid() {
        if (impact.gaps().isEmpty()) {
            return "";
        }
        Duration sum = impact.gaps().stream().map(g -> Duration.between(g.from(), g.to())).reduce(Duration.ZERO,
                Duration::plus);
        return "; what customers felt is not known for " + Figures.length(sum);
    }

    private static String numbered(List<String> numbers) {
        return (numbers.size() == 1 ? "window " : "windows ") + Figures.list(numbers);
    }

    private static String beganBefore(Window window) {
        return "window " + window.number() + " was there as the measuring began, at " + Figures.second(window.from())
                + "; choose an earlier --from";
    }

    /// Why an alarm cannot be judged at all.
    private Optional<String> unfit(String name) {
        KnownAlarm alarm = known.get(name);
        if (alarm == null) {
            return Optional.of(People.noSuch("alarm", name, known.keySet()));
        }
        if (!alarm.conditions().isEmpty() && alarm.conditions().stream().noneMatch(c -> c.trouble().isEmpty())) {
            return Optional.of("it cannot be evaluated: " + alarm.conditions().getFirst().trouble());
        }
        return alwaysOn(alarm) ? Optional.of("it was in ALARM all the time, which tells nothing") : Optional.empty();
    }

    private static boolean alwaysOn(KnownAlarm alarm) {
        return !alarm.firings().isEmpty() && alarm.firings().stream().allMatch(f -> f.before() && f.open());
    }

    private Prediction rings(Wanted alarm) {
        String text = alarm.name() + " rings within " + Figures.length(alarm.within());
        Optional<String> why = unfit(alarm.name()).or(this::nothing);
        if (why.isPresent()) {
            return new Prediction(text, Verdict.UNKNOWN, why.get());
        }
        List<Prediction> each = impact.spans().stream().flatMap(span -> rings(alarm, text, span).stream()).toList();
        if (each.isEmpty()) {
            return new Prediction(text, Verdict.UNKNOWN, "every window was over before it was due");
        }
        Verdict verdict = worst(each);
        List<String> seen = each.stream().filter(p -> p.verdict() == verdict).map(Prediction::seen).toList();
        String more = seen.size() > MOST_NAMED ? "; and in " + (seen.size() - MOST_NAMED) + " windows more" : "";
        return new Prediction(text, verdict, seen.stream().limit(MOST_NAMED).collect(Collectors.joining("; ")) + more);
    }

    /// Empty where the window was over before the alarm was due.
    private Optional<Prediction> rings(Wanted wanted, String text, Span span) {
        KnownAlarm alarm = known.get(wanted.name());
        String window = windows.size() == 1 ? "" : "window " + span.number() + ": ";
        Instant due = span.from().plus(wanted.within());
        if (!span.began()) {
            return Optional.of(new Prediction(text, Verdict.UNKNOWN, beganBefore(windows.get(span.number() - 1))));
        }
        Optional<Firing> ring = ring(alarm, span);
        if (ring.isPresent() && !ring.get().from().isAfter(due)) {
            return Optional.of(new Prediction(text, Verdict.HELD, window + after(span, ring.get().from())));
        }
        Optional<Firing> standing = alarm.firings().stream()
                .filter(f -> !f.from().isAfter(span.from()) && f.to().isAfter(span.from())).findFirst();
        if (standing.isPresent()) {
            return Optional.of(new Prediction(text, Verdict.UNKNOWN,
                    window + "it was in ALARM since " + (standing.get().before() ? "before " : "")
                            + Figures.second(standing.get().from()) + ", which tells nothing of it"));
        }
        if (!due.isBefore(evidence.period().to())) {
            return Optional.of(new Prediction(text, Verdict.UNKNOWN,
                    window + "due at " + Figures.second(due) + ", which is not asked about; choose a later --to"));
        }
        if (ring.isPresent()) {
            return Optional.of(new Prediction(text, Verdict.BROKEN, window + after(span, ring.get().from())));
        }
        return due.isBefore(span.to())
                ? Optional.of(new Prediction(text, Verdict.BROKEN, window + "silent"))
                : Optional.empty();
    }

    private static String after(Span span, Instant at) {
        Duration after = Duration.between(span.from(), at);
        return after.isNegative()
                ? Figures.length(after.abs()) + " before customers felt it"
                : "after " + Figures.length(after);
    }

    private AlarmLine line(KnownAlarm alarm) {
        List<Integer> of = impact.spans().stream().filter(span -> ring(alarm, span).isPresent()).map(Span::number)
                .toList();
        int outside = (int) alarm.firings().stream().filter(f -> !f.before() && !telling.tellsOfAny(f.from(), f.to()))
                .count();
        Conduct conduct = alwaysOn(alarm)
                ? Conduct.ALWAYS_ON
                : !of.isEmpty()
                        ? Conduct.TOLD
                        : unfit(alarm.name()).isPresent()
                                ? Conduct.NOT_EVALUATED
                                : outside > 0 ? Conduct.RANG_FOR_NOTHING : Conduct.SILENT;
        String why = conduct == Conduct.NOT_EVALUATED ? unfit(alarm.name()).orElse("") : "";
        return new AlarmLine(alarm.name(), isWanted(alarm.name()), conduct, of, outside, why);
    }

    private List<Gain> gains(List<String> notes) {
        List<Gain> gains = new ArrayList<>();
        if (nothing().isPresent()) {
            return gains;
        }
        Backtest backtest = new Backtest(impact.spans(), telling, exactTo());
        evidence.tested().forEach((name, tested) -> {
            KnownAlarm alarm = known.get(name);
            if (alarm != null && !alwaysOn(alarm)) {
                Backtest.Result result = backtest.of(alarm, tested);
                gains.addAll(result.gains());
                if (!result.note().isEmpty()) {
                    notes.add(result.note());
                }
            }
        });
        return List.copyOf(gains);
    }

    /// Alarms of which other settings can be tried: those that had to ring, and those that rang; with a delay or several
    /// datapoints, and with one condition only.
    ///
    /// @param most how many at most
    public static Map<String, AlarmCondition> worthTesting(List<KnownAlarm> alarms, List<Wanted> wanted, int most) {
        return alarms.stream()
                .filter(a -> a.conditions().size() == 1 && a.conditions().getFirst().trouble().isEmpty()
                        && a.conditions().getFirst().holds().isPositive()
                        && a.conditions().getFirst().every().isPositive())
                .filter(a -> !a.firings().isEmpty() || wanted.stream().anyMatch(w -> w.name().equals(a.name())))
                .sorted(Comparator
                        .comparing((KnownAlarm a) -> wanted.stream().noneMatch(w -> w.name().equals(a.name())))
                        .thenComparing(KnownAlarm::name))
                .limit(most).collect(Collectors.toMap(KnownAlarm::name, a -> a.conditions().getFirst()));
    }
}
