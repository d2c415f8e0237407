package io.gameday.report.chart;

import io.gameday.experiment.Impact;
import io.gameday.experiment.Objective;
import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.report.chart.Chart.Band;
import io.gameday.report.chart.Chart.Bound;
import io.gameday.report.chart.Chart.Mark;
import io.gameday.report.chart.Chart.Panel;
import io.gameday.report.chart.Chart.Point;
import io.gameday.report.facts.Felt;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.SeriesName;
import io.gameday.report.facts.Stamped;
import io.gameday.report.facts.Tellings;
import io.gameday.report.gray.Moment;
import io.gameday.report.gray.PlaceSeconds;
import io.gameday.report.gray.Views;
import io.gameday.report.scorecard.Milestones;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.FaultWords;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Chooses what the charts of a run show.
public final class Charts {

    private static final Duration BEFORE = Duration.ofSeconds(15);
    private static final Duration AFTER = Duration.ofSeconds(10);
    private static final int MOST_PANELS = 6;
    private static final int MOST_POINTS = 600;
    /// What is drawn of a metric that is no count of requests, in parts of the height.
    private static final long FULL = 1_000_000;
    private static final double HEADROOM = 1.1;
    private static final int MOST_LANES = 10;

    private final RunFacts facts;
    private final Scorecard scorecard;
    private final Milestones milestones;

    public Charts(RunFacts facts, Scorecard scorecard) {
        this.facts = facts;
        this.scorecard = scorecard;
        milestones = Milestones.of(facts, scorecard.impact());
    }

    /// All requests, then each zone; empty when no second was measured.
    public Optional<Chart> byZone() {
        return chart(Optional.of(panel(Scope.SITE, "All " + requests(), true)), facts.started().zones(),
                Scope.Zone::new);
    }

    /// Each cell; empty when no second was measured.
    public Optional<Chart> byCell() {
        return chart(Optional.empty(), facts.started().cells(), Scope.Cell::new);
    }

    /// What customers felt by the team's own metric, over all of the time asked about; empty when there is no value.
    public Optional<Chart> felt() {
        Felt felt = facts.felt();
        if (felt == null || felt.samples().isEmpty()) {
            return Optional.empty();
        }
        double top = switch (felt.objective()) {
            case Objective.AtLeast _ -> 1;
            case Objective.AtMost(double most) ->
                HEADROOM * Math.max(most, felt.worst().map(Event.SampleRead::value).orElse(most));
        };
        double objective = switch (felt.objective()) {
            case Objective.AtLeast(double share) -> share;
            case Objective.AtMost(double most) -> top > 0 ? most / top : 0;
        };
        Bound bound = felt.objective() instanceof Objective.AtLeast ? Bound.AT_LEAST : Bound.AT_MOST;
        Duration point = felt.step()
                .multipliedBy(Math.max(1, Math.ceilDiv(felt.period().length().dividedBy(felt.step()), MOST_POINTS)));
        Panel panel = new Panel("Customers", "worst " + felt.words(felt.worst().orElseThrow().value()), true,
                points(felt, point, top), "no value");
        return Optional.of(new Chart(felt.period().from(), felt.period().to(), objective, List.of(panel), List.of(),
                marks(), 0, point, bound));
    }

    /// Each point the worst value of its time.
    private static List<Point> points(Felt felt, Duration point, double top) {
        Map<Long, Double> values = new HashMap<>();
        for (Event.SampleRead sample : felt.samples()) {
            long number = Duration.between(felt.period().from(), sample.when()).dividedBy(point);
            values.merge(number, sample.value(),
                    (a, b) -> felt.objective() instanceof Objective.AtLeast ? Math.min(a, b) : Math.max(a, b));
        }
        return LongStream.rangeClosed(0, felt.period().length().minusNanos(1).dividedBy(point)).mapToObj(number -> {
            Instant at = felt.period().from().plus(point.multipliedBy(number));
            Double value = values.get(number);
            return value == null
                    ? new Point(at, 0, 0)
                    : new Point(at, FULL, Math.round(FULL * Math.clamp(top > 0 ? value / top : 0, 0, 1)));
        }).toList();
    }

    /// Customers against alarms and health checks, zones and then cells; empty when no second was measured.
    public Optional<Lanes> square() {
        if (facts.seconds().isEmpty()) {
            return Optional.empty();
        }
        List<PlaceSeconds> all = scorecard.square().places();
        List<PlaceSeconds> chosen = all.size() <= MOST_LANES
                ? all
                : all.stream()
                        .sorted(Comparator.comparingLong(PlaceSeconds::gray).thenComparing(PlaceSeconds::unread)
                                .thenComparing(PlaceSeconds::overload).thenComparing(PlaceSeconds::detected).reversed())
                        .limit(MOST_LANES).toList();
        Views views = new Views(facts, new Impact(scorecard.objective()), Tellings.of(facts));
        List<Lanes.Lane> lanes = all.stream().filter(chosen::contains).map(seconds -> lane(seconds, views)).toList();
        return Optional.of(new Lanes(from(), to(), lanes, faults(), marks(), all.size() - lanes.size()));
    }

    private Lanes.Lane lane(PlaceSeconds seconds, Views views) {
        String name = switch (seconds.place()) {
            case Scope.Zone(String zone) -> zone;
            case Scope.Cell(String cell) -> cell;
            case Scope.Site _,Scope.CellZone _,Scope.Instance _ -> seconds.place().toString();
        };
        Instant from = from();
        Instant to = to();
        List<Moment> shown = views.of(seconds.place()).stream()
                .filter(m -> !m.second().isBefore(from) && m.second().isBefore(to)).toList();
        return new Lanes.Lane(name, note(seconds), shown);
    }

    private static String note(PlaceSeconds seconds) {
        return seconds.unread() == 0
                ? "gray " + seconds.gray() + " s"
                : "gray " + seconds.gray() + "–" + (seconds.gray() + seconds.unread()) + " s";
    }

    private Optional<Chart> chart(Optional<Panel> site, List<String> names, Function<String, Scope> scope) {
        if (facts.seconds().isEmpty()) {
            return Optional.empty();
        }
        List<Panel> all = names.stream().map(n -> panel(scope.apply(n), n, false)).toList();
        List<Panel> shown = worst(all);
        List<Panel> panels = Stream.concat(site.stream(), shown.stream()).toList();
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(from(), to(), scorecard.objective(), panels, faults(), marks(),
                        all.size() - shown.size()));
    }

    /// Where there are too many, those that missed most, in their own order.
    private static List<Panel> worst(List<Panel> all) {
        if (all.size() <= MOST_PANELS) {
            return all;
        }
        List<Panel> chosen = all.stream().sorted(Comparator.comparingLong(Charts::missed).reversed()).limit(MOST_PANELS)
                .toList();
        return all.stream().filter(chosen::contains).toList();
    }

    private static long missed(Panel panel) {
        return panel.points().stream().mapToLong(p -> p.traffic() ? p.requests() - p.useful() : 1).sum();
    }

    private Instant from() {
        if (facts.seconds().isEmpty()) {
            return facts.begun();
        }
        Instant first = facts.seconds().getFirst().second();
        Instant zero = facts.zero();
        Instant wanted = zero == null ? first : zero.minus(BEFORE).truncatedTo(ChronoUnit.SECONDS);
        return wanted.isBefore(first) ? first : wanted;
    }

    private Instant to() {
        Instant last = facts.measuredUntil();
        Instant wanted = Stream
                .of(Optional.ofNullable(milestones.recovered()), Optional.ofNullable(milestones.faultsEnded()),
                        Optional.ofNullable(milestones.impactOver()))
                .flatMap(Optional::stream).max(Comparator.naturalOrder()).map(end -> end.plus(AFTER)).orElse(last);
        boolean open = facts.faultsEnded() == null || scorecard.impact().stream().anyMatch(w -> w.open());
        return open || wanted.isAfter(last) ? last : wanted;
    }

    private Panel panel(Scope scope, String name, boolean tall) {
        Observer observer = observer(scope);
        List<Point> points = new ArrayList<>();
        Instant from = from();
        Instant to = to();
        for (Event.SecondMeasured second : facts.seconds()) {
            if (!second.second().isBefore(from) && second.second().isBefore(to)) {
                Tally tally = SeriesName.tally(second, observer, scope);
                points.add(new Point(second.second(), tally.requests(), tally.useful()));
            }
        }
        String seen = observer == Observer.CUSTOMER ? "" : " (" + observer.name().toLowerCase(Locale.ROOT) + "s)";
        return new Panel(name + seen, note(points), tall, points, silence(scope));
    }

    /// Customers' own view where it tells of this scope at all.
    private Observer observer(Scope scope) {
        return Stream.of(Observer.values()).filter(o -> SeriesName.present(facts.seconds(), o, scope)).findFirst()
                .orElse(Observer.CUSTOMER);
    }

    private String note(List<Point> points) {
        Optional<Point> lowest = points.stream().filter(Point::traffic)
                .min(Comparator.comparingDouble(Point::availability));
        long silent = points.stream().filter(p -> !p.traffic()).count();
        if (lowest.isEmpty()) {
            return "no " + requests();
        }
        if (lowest.get().availability() < 1) {
            return "lowest " + Figures.percent(lowest.get().availability()) + " at "
                    + shortSecond(lowest.get().second());
        }
        return silent == 0 ? "100 % throughout" : "no " + requests() + " for " + silent + " s";
    }

    private String requests() {
        return facts.started().target().requests();
    }

    private static String shortSecond(Instant second) {
        return Figures.second(second).substring(5);
    }

    private String silence(Scope scope) {
        Tally probes = facts.secondsSinceZero().stream()
                .filter(s -> SeriesName.tally(s, Observer.CUSTOMER, scope).requests() == 0)
                .map(s -> SeriesName.tally(s, Observer.CANARY, scope)).reduce(Tally.NONE, Tally::plus);
        return probes.requests() == 0
                ? "no traffic"
                : "no traffic · probes " + Figures.percent(probes.useful(), probes.requests());
    }

    private List<Band> faults() {
        List<Band> bands = new ArrayList<>();
        for (Stamped<Event.FaultInjected> fault : facts.all(Event.FaultInjected.class)) {
            Optional<Instant> end = fault.event().lasts() == null
                    ? Optional.of(fault.at())
                    : facts.first(Event.FaultReverted.class, r -> r.id().equals(fault.event().id()) && r.done())
                            .map(Stamped::at);
            bands.add(new Band(fault.at(), end.orElse(to()), end.isPresent(), FaultWords.mark(fault.event().fault()),
                    fault.event().lasts() == null ? "" : FaultWords.ended(fault.event().fault())));
        }
        return bands;
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        Instant alarm = milestones.firstAlarm();
        Instant zero = facts.started().target().planned() ? facts.zero() : milestones.impactStart();
        if (alarm != null && zero != null) {
            marks.add(new Mark(alarm, Mark.Kind.ALARM,
                    "alarm " + (alarm.isBefore(zero) ? "" : "+") + Figures.seconds(Duration.between(zero, alarm))));
        }
        Instant over = milestones.impactOver();
        if (over != null) {
            marks.add(
                    new Mark(over, Mark.Kind.MITIGATED, milestones.mitigated() == null ? "impact over" : "mitigated"));
        }
        return marks;
    }
}
