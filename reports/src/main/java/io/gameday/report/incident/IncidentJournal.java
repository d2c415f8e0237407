package io.gameday.report.incident;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.experiment.Objective;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.Phase;
import io.gameday.journal.Verdict;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.grade.Evidence;
import io.gameday.report.grade.Grade;
import io.gameday.report.grade.Grading;
import io.gameday.report.grade.Impact;
import io.gameday.report.incident.Incident.Away;
import io.gameday.report.text.Figures;
import io.gameday.signal.Alarms;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Page;
import io.gameday.signal.Pages;
import io.gameday.signal.Series;
import io.gameday.signal.Series.Sample;
import io.gameday.target.TargetKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The journal of an incident that was read afterwards. Its entries stand at the times at which things happened, so that all
/// that is made from a run's journal is made from this one too. The same incident gives the same journal.
public final class IncidentJournal {

    /// Instead of an experiment's name.
    public static final String NAME = "incident";

    private final Incident incident;
    private final Instant from;
    private final Instant to;
    private final List<Timed> timed = new ArrayList<>();

    private record Timed(Instant at, Event event) {
    }

    private IncidentJournal(Incident incident) {
        this.incident = incident;
        from = incident.period().from();
        to = incident.period().to();
    }

    /// @param run id of the journal: its folder's name
    public static List<Entry> of(Incident incident, String run) {
        return new IncidentJournal(incident).entries(run);
    }

    /// As a journal file has it.
    public static String text(List<Entry> entries) {
        return entries.stream().map(entry -> JournalFormat.write(entry) + "\n").collect(Collectors.joining());
    }

    private List<Entry> entries(String run) {
        List<Event> head = new ArrayList<>();
        String title = incident.title().isEmpty()
                ? "Incident of " + Figures.date(from) + ", " + Figures.second(from) + " UTC"
                : incident.title();
        head.add(new Event.RunStarted(NAME, title, "", TargetKind.INCIDENT, 0, incident.version(), List.of(), List.of(),
                0, 0, 0, "", 0, incident.alarmsFrom(), incident.pagesFrom()));
        head.addAll(sources());
        head.addAll(metric());
        incident.away().forEach(tool -> head.add(new Event.SourceAway(tool.source(), from, tool.why())));
        alarms();
        pages();
        incident.notes().notes()
                .forEach(note -> timed.add(new Timed(note.at(), new Event.NoteTaken(note.role(), note.text()))));
        timed.sort(Comparator.comparing(Timed::at));
        List<Event.PredictionJudged> judged = judged();
        List<Entry> entries = new ArrayList<>();
        head.forEach(event -> entries.add(new Entry(entries.size() + 1, from, run, event)));
        timed.forEach(each -> entries.add(new Entry(entries.size() + 1, each.at(), run, each.event())));
        judged.forEach(event -> entries.add(new Entry(entries.size() + 1, to, run, event)));
        entries.add(new Entry(entries.size() + 1, to, run, ended(judged)));
        return List.copyOf(entries);
    }

    /// Each tool once, with what it gave.
    private List<Event> sources() {
        Map<String, List<String>> gave = new LinkedHashMap<>();
        Incident.Metric metric = incident.metric();
        if (metric != null && metric.values() != null) {
            gave(gave, metric.source(),
                    Figures.many(metric.values().samples().size(), "value") + " of customers’ metric");
            if (metric.requests() != null) {
                gave(gave, metric.source(),
                        Figures.many(metric.requests().samples().size(), "value") + " of the rate of requests");
            }
        }
        Alarms alarms = incident.alarms();
        if (alarms != null) {
            long rang = alarms.alarms().stream().filter(alarm -> !alarm.firings().isEmpty()).count();
            gave(gave, String.valueOf(incident.alarmsFrom()),
                    Figures.many(alarms.alarms().size(), "alarm") + ", of which " + Figures.count(rang) + " rang");
        }
        Pages pages = incident.pages();
        if (pages != null) {
            gave(gave, String.valueOf(incident.pagesFrom()), Figures.many(pages.pages().size(), "page"));
        }
        if (!incident.pasted().isEmpty()) {
            gave(gave, "notes of people", incident.notes().words());
        }
        List<String> limits = Stream.concat(incident.limits().stream(),
                pages == null || pages.doubt().isEmpty() ? Stream.of() : Stream.of(pages.doubt())).toList();
        List<Event> read = new ArrayList<>();
        gave.forEach((source, what) -> read
                .add(new Event.SourceRead(source, String.join(", ", what), read.isEmpty() ? limits : List.of())));
        return read;
    }

    private static void gave(Map<String, List<String>> gave, String source, String what) {
        gave.computeIfAbsent(source, first -> new ArrayList<>()).add(what);
    }

    private List<Event> metric() {
        Incident.Metric metric = incident.metric();
        if (metric == null) {
            return List.of();
        }
        Double least = metric.objective() instanceof Objective.AtLeast(double share) ? Double.valueOf(share) : null;
        Double most = metric.objective() instanceof Objective.AtMost(double limit) ? Double.valueOf(limit) : null;
        Series values = metric.values();
        if (values != null) {
            Map<Instant, Double> requests = new HashMap<>();
            if (metric.requests() != null) {
                metric.requests().samples().forEach(sample -> requests.put(sample.at(), sample.value()));
            }
            for (Sample sample : values.samples()) {
                timed.add(new Timed(sample.at(),
                        new Event.SampleRead(sample.at(), sample.value(), requests.get(sample.at()))));
            }
        }
        return List.of(new Event.MetricRead(metric.source(), metric.query(),
                values == null ? metric.step() : values.step(), least, most, metric.requestsQuery()));
    }

    private void alarms() {
        Alarms alarms = incident.alarms();
        if (alarms != null) {
            alarms.alarms().forEach(this::alarm);
        }
    }

    /// First how it stood as the time asked about began, then each change.
    private void alarm(KnownAlarm alarm) {
        boolean before = alarm.firings().stream().anyMatch(Firing::before);
        if (before) {
            changed(alarm, from, AlarmState.ALARM, AlarmState.ALARM, "it rang already as the time asked about begins");
        } else if (alarm.firings().isEmpty() && !alarm.blind().isEmpty()) {
            changed(alarm, from, AlarmState.INSUFFICIENT_DATA, AlarmState.INSUFFICIENT_DATA, alarm.blind());
        } else {
            changed(alarm, from, AlarmState.INSUFFICIENT_DATA, AlarmState.OK, "it did not ring then");
        }
        for (Ring ring : rings(alarm)) {
            if (!ring.before()) {
                changed(alarm, ring.from(), AlarmState.OK, AlarmState.ALARM, "as its tool keeps it");
            }
            if (!ring.open()) {
                changed(alarm, ring.to(), AlarmState.ALARM, AlarmState.OK, "as its tool keeps it");
            }
        }
    }

    private void changed(KnownAlarm alarm, Instant at, AlarmState before, AlarmState after, String evidence) {
        timed.add(new Timed(at,
                new Event.AlarmChanged(alarm.name(), Scope.SITE, before, after, evidence, incident.alarmsFrom(), at)));
    }

    /// A time in which an alarm rang for any of its labels.
    private record Ring(Instant from, Instant to, boolean before, boolean open) {

        Ring with(Firing next) {
            return new Ring(from, next.to().isAfter(to) ? next.to() : to, before || next.before(), open || next.open());
        }
    }

    private static List<Ring> rings(KnownAlarm alarm) {
        List<Ring> rings = new ArrayList<>();
        for (Firing firing : alarm.firings().stream().sorted(Comparator.comparing(Firing::from)).toList()) {
            if (!rings.isEmpty() && !firing.from().isAfter(rings.getLast().to())) {
                rings.add(rings.removeLast().with(firing));
            } else {
                rings.add(new Ring(firing.from(), firing.to(), firing.before(), firing.open()));
            }
        }
        return rings;
    }

    private void pages() {
        Pages pages = incident.pages();
        if (pages == null) {
            return;
        }
        List<String> known = incident.alarms() == null ? List.of() : incident.alarms().names();
        for (Page page : pages.pages()) {
            timed.add(new Timed(page.at(), new Event.PageSent(page.receiver(), pages.source(), page.subject(),
                    String.join(",", page.about(known)), Scope.SITE, page.at())));
            Instant answered = page.acknowledged();
            if (answered != null) {
                timed.add(new Timed(answered, new Event.PageAcknowledged(page.receiver(), answered)));
            }
        }
    }

    /// Alarms that had to ring. Nobody sealed that before, so there is no such event.
    private List<Event.PredictionJudged> judged() {
        if (incident.wanted().isEmpty()) {
            return List.of();
        }
        Incident.Metric metric = incident.metric();
        Evidence evidence = incident.evidence();
        List<Grade.Prediction> judged = metric == null || evidence == null
                ? incident.wanted().stream().flatMap(this::notKnown).toList()
                : Grading.of("", metric.objective(), incident.wanted(), evidence).wanted();
        List<Event.PredictionJudged> events = new ArrayList<>();
        for (Grade.Prediction each : judged) {
            events.add(new Event.PredictionJudged("w" + (events.size() + 1),
                    each.text().contains(" is told of ") ? Phase.RESPOND : Phase.DETECT, false, each.text(),
                    each.verdict(), "", each.seen(), ""));
        }
        return events;
    }

    private Stream<Grade.Prediction> notKnown(Wanted alarm) {
        String why = incident.away().stream().map(Away::why).findFirst()
                .orElse("no metric of what customers felt was read, so it is not known when it was due");
        String text = alarm.name() + " rings within " + Figures.length(alarm.within());
        return Stream.concat(Stream.of(new Grade.Prediction(text, Verdict.UNKNOWN, why)),
                Stream.ofNullable(alarm.team())
                        .map(team -> new Grade.Prediction(team + " is told of " + alarm.name(), Verdict.UNKNOWN, why)));
    }

    /// As a run ends: broken where customers had less than they were to have, or what had to happen did not.
    private Event.RunEnded ended(List<Event.PredictionJudged> judged) {
        Verdict felt = felt();
        List<Verdict> all = Stream.concat(Stream.of(felt), judged.stream().map(Event.PredictionJudged::verdict))
                .toList();
        Verdict verdict = all.contains(Verdict.BROKEN)
                ? Verdict.BROKEN
                : all.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.HELD;
        int code = switch (verdict) {
            case HELD -> 0;
            case BROKEN -> 3;
            case UNKNOWN -> 4;
        };
        return new Event.RunEnded(code, verdict, switch (felt) {
            case HELD -> "Customers had what they were to have whenever it was measured.";
            case BROKEN -> "Customers had less than they were to have.";
            case UNKNOWN -> "What customers felt was not measured, or not all of the time.";
        });
    }

    private Verdict felt() {
        Incident.@Nullable Metric metric = incident.metric();
        Series values = metric == null ? null : metric.values();
        if (metric == null || values == null || values.samples().isEmpty()) {
            return Verdict.UNKNOWN;
        }
        Impact impact = Impact.of(values, metric.objective(), incident.period());
        return !impact.spans().isEmpty() ? Verdict.BROKEN : impact.gaps().isEmpty() ? Verdict.HELD : Verdict.UNKNOWN;
    }
}
