package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.experiment.Impact;
import io.gameday.journal.Event;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.facts.Tellings;
import io.gameday.report.gray.Quadrant;
import io.gameday.report.gray.Views;
import io.gameday.report.scorecard.CellImpact;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes out of a run what Debrief shows of its detection.
final class DetectionMaking {

    private static final Pattern AT_LEAST = Pattern.compile("\\((> [^)]*)\\)");

    /// Seconds in which customers of a place without windows of its own were hurt.
    private static final Set<Quadrant> WELL = Set.of(Quadrant.HEALTHY, Quadrant.MASKED, Quadrant.UNASKED);

    private final RunFacts facts;
    private final Scorecard card;
    private final Set<String> composites;
    private final Views views;

    private DetectionMaking(RunFacts facts, Scorecard card, Set<String> composites) {
        this.facts = facts;
        this.card = card;
        this.composites = Set.copyOf(composites);
        views = new Views(facts, new Impact(card.objective()), Tellings.of(facts));
    }

    /// @param composites by name, as the run's experiment has them
    static Detection of(RunFacts facts, Scorecard card, Set<String> composites) {
        return new DetectionMaking(facts, card, composites).detection();
    }

    private Detection detection() {
        List<PlaceLane> lanes = new ArrayList<>();
        lanes.add(lane(Scope.SITE));
        views.places().forEach(place -> lanes.add(lane(place)));
        return new Detection(List.copyOf(lanes), lines(), card.square().standingBefore());
    }

    private PlaceLane lane(Scope place) {
        List<PlaceLane.Stretch> stretches = PlaceLane.stretches(views.of(place));
        List<Strip.Span> windows = switch (place) {
            case Scope.Site _ -> windows(card.impact());
            case Scope.Cell(String cell) -> windows(cell(cell).map(CellImpact::windows).orElse(List.of()));
            case Scope.Zone _,Scope.CellZone _,Scope.Instance _ -> hurt(stretches);
        };
        return new PlaceLane(place, Words.name(place), Curve.of(facts.begun(), facts.seconds(), place), windows,
                stretches);
    }

    private Optional<CellImpact> cell(String name) {
        return card.cells().stream().filter(cell -> cell.cell().equals(name)).findFirst();
    }

    /// A zone has no windows of its own: its customers are those of the cells.
    private static List<Strip.Span> hurt(List<PlaceLane.Stretch> stretches) {
        return stretches.stream().filter(s -> !WELL.contains(s.quadrant())).map(s -> {
            String words = QuadrantLook.word(s.quadrant()) + " " + Texts.said(Figures.wholeSeconds(s.length()));
            return new Strip.Span(s.from(), s.to(), words, "", false, StripMaking.told(s.from(), words, ""));
        }).toList();
    }

    private List<Strip.Span> windows(List<ImpactWindow> windows) {
        return windows.stream().map(window -> {
            ImpactWindow.Told by = window.told();
            String label = Texts.of("debrief.impact", length(window), verdict(window));
            return new Strip.Span(window.from(), window.to(), label, "", window.open(),
                    StripMaking.told(window.from(), label + "; " + failed(window), by == null ? "" : "J-" + by.seq()));
        }).toList();
    }

    private static String length(ImpactWindow window) {
        return (window.open() ? "≥ " : "") + Texts.said(Figures.seconds(window.length()));
    }

    private static String verdict(ImpactWindow window) {
        ImpactWindow.Told by = window.told();
        return by == null
                ? Texts.of(window.blind() ? "debrief.impact.blind" : "debrief.impact.unread")
                : by.standing() || by.after().isNegative()
                        ? Texts.of("debrief.impact.standing", by.alarm())
                        : Texts.of("debrief.impact.told", by.alarm(), Figures.seconds(by.after()));
    }

    private String failed(ImpactWindow window) {
        return window.of() == 0
                ? Texts.of("debrief.impact.uncounted", window.worst())
                : Texts.of("debrief.impact.failed", window.failedWords(card.experiment().target().requests()),
                        window.worst());
    }

    private List<DetectionLine> lines() {
        List<DetectionLine> lines = new ArrayList<>();
        lines.add(place(Scope.SITE, card.impact().isEmpty() ? List.of() : card.durations(), card.blind().words()));
        card.impact().forEach(window -> lines.add(window(Scope.SITE, window, card.impact().size())));
        for (CellImpact cell : card.cells()) {
            Scope place = new Scope.Cell(cell.cell());
            lines.add(place(place, cell.durations(), cell.blind().words()));
            cell.windows().forEach(window -> lines.add(window(place, window, cell.windows().size())));
        }
        Incidents.of(facts).forEach(incident -> lines.add(incident(incident)));
        unpaged().forEach(lines::add);
        facts.all(Event.PageAcknowledged.class).forEach(taken -> lines.add(acknowledged(taken)));
        return List.copyOf(lines);
    }

    private DetectionLine.OfPlace place(Scope place, List<DurationValue> durations, String blind) {
        String name = Texts.said(Words.name(place));
        List<DetectionLine.Part> parts = durations.isEmpty()
                ? List.of(new DetectionLine.Part(Texts.said(blind), Texts.of("debrief.durations.impact"),
                        Texts.said(blind)))
                : List.of(part(durations, "impactTotal", "debrief.durations.impact"),
                        part(durations, "detect", "debrief.durations.detect"),
                        part(durations, "mitigateFromImpact", "debrief.durations.mitigate"),
                        part(durations, "recoveredAfterRemoval", "debrief.durations.removal"));
        StringBuilder told = new StringBuilder(name);
        parts.forEach(part -> told.append("\n").append(part.told()));
        told.append("\n").append(Texts.of("debrief.figure.blind")).append(": ").append(Texts.said(blind));
        return new DetectionLine.OfPlace(name, parts, told.toString(), new Focus(place, name, List.of()));
    }

    /// What is at least so long is told as such; any other missing value is a dash, with its words in `told`.
    private static DetectionLine.Part part(List<DurationValue> durations, String name, String caption) {
        DurationValue found = durations.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
        Matcher least = AT_LEAST.matcher(found.words());
        String value = found.value() != null ? found.words() : least.find() ? least.group(1) : "–";
        String words = Texts.of(caption);
        return new DetectionLine.Part(Texts.said(Figure.brief(value)), words, words + ": " + Texts.said(found.words()));
    }

    private DetectionLine.Finding window(Scope place, ImpactWindow window, int of) {
        ImpactWindow.Told by = window.told();
        String name = Texts.said(Words.name(place));
        String number = of == 1 ? name : Texts.of("debrief.focus.window", name, String.valueOf(window.number()));
        String text = Texts.of("debrief.window", number, length(window));
        String second = by != null
                ? Texts.said(by.words())
                : window.blind()
                        ? window.couldHave().isEmpty()
                                ? Texts.of("debrief.window.nobody")
                                : Texts.said(window.couldHave())
                        : Texts.of("debrief.impact.unread");
        State state = by == null || by.when() == ImpactWindow.When.AFTERWARDS ? State.GRAY : State.HEALTHY;
        String word = Texts.of(by == null
                ? window.blind() ? "debrief.window.blind" : "debrief.window.unread"
                : by.when() == ImpactWindow.When.AFTERWARDS ? "debrief.window.late" : "debrief.window.told");
        return new DetectionLine.Finding(state, word, text, second, window.from(),
                word + ": " + text + ", " + second + "\n" + failed(window), focus(place, text, window));
    }

    private static Focus focus(Scope place, String words, ImpactWindow window) {
        return new Focus(place, words, List.of(new Focus.Range(window.from(), window.to())));
    }

    private DetectionLine.Finding incident(Incidents.Incident incident) {
        Stamped<Event.PageSent> first = incident.pages().getFirst();
        String alarm = alarm(incident.alarm(), incident.scope());
        Instant at = when(first.event().when(), first);
        String second = Texts.of("debrief.incident.paged", String.join(", ", incident.roles()),
                after(at).orElse(Texts.of("debrief.incident.before")), incident.channels());
        return finding(State.ALARM, Texts.of("debrief.incident"), alarm, second, at, "");
    }

    private DetectionLine.Finding acknowledged(Stamped<Event.PageAcknowledged> taken) {
        String text = Texts.of("debrief.acknowledged.text", taken.event().by());
        Instant at = when(taken.event().when(), taken);
        return finding(State.PLAIN, Texts.of("debrief.acknowledged"), text, after(at).orElse(""), at, "");
    }

    /// The team's tools are read with a delay, and say themselves when it was.
    private static Instant when(@Nullable Instant told, Stamped<?> recorded) {
        return told == null ? recorded.at() : told;
    }

    /// Composite alarms that were raised and paged nobody: nothing asked for it, or a suppressor held it back.
    private List<DetectionLine> unpaged() {
        List<String> paging = facts.all(Event.PageSent.class).stream().map(page -> page.event().alarm()).toList();
        return facts.all(Event.AlarmChanged.class).stream()
                .filter(change -> change.event().to() == AlarmState.ALARM && change.event().source() == null
                        && composites.contains(change.event().alarm()) && !paging.contains(change.event().alarm()))
                .<DetectionLine>map(change -> finding(State.UNKNOWN, Texts.of("debrief.composite"),
                        Texts.of("debrief.composite.text", change.event().alarm()),
                        Texts.of("debrief.composite.nobody"), when(change.event().when(), change),
                        Texts.said(change.event().evidence())))
                .toList();
    }

    private static DetectionLine.Finding finding(State state, String word, String text, String second, Instant at,
            String evidence) {
        return new DetectionLine.Finding(state, word, text, second, at,
                word + ": " + text + "\n" + second + (evidence.isEmpty() ? "" : "\n" + evidence),
                new Focus(Scope.SITE, word + ": " + text, List.of(new Focus.Range(at, at))));
    }

    private static String alarm(String name, Scope scope) {
        return scope instanceof Scope.Site ? name : name + " " + Texts.said(Words.name(scope));
    }

    private Optional<String> after(Instant at) {
        Instant zero = facts.zero();
        return zero == null || at.isBefore(zero)
                ? Optional.empty()
                : Optional.of("+" + Texts.said(Figures.seconds(Duration.between(zero, at))));
    }
}
