package io.gameday.signal.prometheus;

import io.gameday.signal.Alarms;
import io.gameday.signal.Firing;
import io.gameday.signal.HttpSource;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Who Alertmanager told, worked out from what rang and from its routes, inhibitions and silences: it keeps no log of
/// what it sent.
///
///     ALERTS of Prometheus ──► routes ──► not inhibited, not silenced ──► told after `group_wait`
public final class AlertmanagerPages implements PagerLog {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final String WORKED_OUT = "who was told is worked out from Alertmanager's routes, inhibitions and "
            + "silences as they stand now: it keeps no log of what it sent, and does not know who answered";

    private final HttpSource source;
    private final PrometheusServer prometheus;
    private final Alarms alarms;

    /// @param prometheus that `alarms` come from
    public AlertmanagerPages(HttpSource source, PrometheusServer prometheus, Alarms alarms) {
        this.source = source;
        this.prometheus = prometheus;
        this.alarms = alarms;
    }

    /// A time in which alarms with some labels are kept silent.
    private record Silence(List<LabelMatcher> matchers, Instant from, Instant to) {
    }

    /// An alarm as Alertmanager gets it.
    private record Sent(String alarm, Map<String, String> labels, Firing firing) {
    }

    @Override
    public Pages read(Period period) throws SourceFailure {
        JsonNode status = source.get("/api/v2/status", List.of());
        try {
            JsonNode config = YAML.readTree(status.path("config").path("original").asString(""));
            RoutingTree root = RoutingTree.read(config.path("route"));
            List<Inhibition> inhibitions = new ArrayList<>();
            config.path("inhibit_rules").forEach(rule -> inhibitions.add(Inhibition.read(rule)));
            Set<String> receivers = new TreeSet<>();
            config.path("receivers").forEach(receiver -> receivers.add(receiver.path("name").asString("")));
            if (receivers.isEmpty()) {
                throw source.failure(Cause.QUESTION, "has no receivers in its configuration; is that an Alertmanager?");
            }
            Set<String> notes = new LinkedHashSet<>(Set.of(WORKED_OUT));
            List<Silence> silences = silences();
            compareWithNow(root, notes);
            return new Pages("Alertmanager", pages(root, inhibitions, silences, period, notes), List.copyOf(receivers),
                    Deliveries.doubt(prometheus, period, alarms.step()), List.copyOf(notes));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw source.failure(Cause.SOURCE,
                    "has a configuration that cannot be read here: " + unreadable.getMessage());
        }
    }

    private List<Silence> silences() throws SourceFailure {
        List<Silence> silences = new ArrayList<>();
        for (JsonNode silence : source.get("/api/v2/silences", List.of())) {
            List<LabelMatcher> matchers = new ArrayList<>();
            silence.path("matchers").forEach(
                    m -> matchers.add(LabelMatcher.of(m.path("name").asString(""), m.path("value").asString(""),
                            m.path("isRegex").asBoolean(false), m.path("isEqual").asBoolean(true))));
            silences.add(new Silence(matchers, instant(silence.path("startsAt")), instant(silence.path("endsAt"))));
        }
        return silences;
    }

    private Instant instant(JsonNode text) throws SourceFailure {
        try {
            return Instant.parse(text.asString(""));
        } catch (DateTimeException unreadable) {
            throw source.failure(Cause.SOURCE, "gave '" + text.asString("") + "' for a time");
        }
    }

    /// Of what rings now, Alertmanager itself says whom it tells. Where that differs, the working out is wrong.
    private void compareWithNow(RoutingTree root, Set<String> notes) throws SourceFailure {
        for (JsonNode alert : source.get("/api/v2/alerts", List.of())) {
            Set<String> told = new TreeSet<>();
            alert.path("receivers").forEach(receiver -> told.add(receiver.path("name").asString("")));
            Set<String> workedOut = new TreeSet<>();
            Map<String, String> labels = PrometheusServer.labels(alert.path("labels"));
            root.endings(labels).forEach(ending -> workedOut.add(ending.receiver()));
            if (!told.equals(workedOut)) {
                notes.add("of " + labels.get("alertname") + ", which rings now, Alertmanager tells " + told
                        + ", and by its routes it would be " + workedOut + ": who was told is not certain");
            }
        }
    }

    private List<Page> pages(RoutingTree root, List<Inhibition> inhibitions, List<Silence> silences, Period period,
            Set<String> notes) {
        List<Sent> sent = new ArrayList<>();
        for (KnownAlarm alarm : alarms.alarms()) {
            for (Firing firing : alarm.firings()) {
                Map<String, String> labels = new TreeMap<>(alarms.added());
                labels.putAll(firing.labels());
                sent.add(new Sent(alarm.name(), labels, firing));
            }
        }
        sent.sort(Comparator.comparing((Sent one) -> one.firing().from()).thenComparing(Sent::alarm));
        List<Page> pages = new ArrayList<>();
        Map<String, Instant> newest = new HashMap<>();
        for (Sent one : sent) {
            // Of what rang before, somebody was told before.
            if (one.firing().before()) {
                continue;
            }
            for (RoutingTree.Ending ending : root.endings(one.labels())) {
                if (ending.atTimes()) {
                    notes.add("the route to " + ending.receiver() + " is silent at some times of the week, which is "
                            + "not worked out here");
                }
                told(one, ending, sent, inhibitions, silences).filter(at -> at.isBefore(period.to())).ifPresent(at -> {
                    Instant before = newest.get(ending.group(one.labels()) + one.alarm());
                    if (before == null || !at.isBefore(before.plus(ending.interval()))) {
                        pages.add(new Page(at, List.of(ending.receiver()), one.alarm(), null));
                        newest.put(ending.group(one.labels()) + one.alarm(), at);
                    }
                });
            }
        }
        pages.sort(Comparator.comparing(Page::at));
        return pages;
    }

    /// The first moment from `group_wait` on at which nothing keeps it silent; empty when it was over before that.
    private static Optional<Instant> told(Sent one, RoutingTree.Ending ending, List<Sent> all,
            List<Inhibition> inhibitions, List<Silence> silences) {
        Instant at = one.firing().from().plus(ending.delay());
        Instant later = at;
        while (later != null) {
            at = later;
            if (!at.isBefore(one.firing().to()) && !one.firing().open()) {
                return Optional.empty();
            }
            later = silentUntil(at, one, all, inhibitions, silences);
        }
        return Optional.of(at);
    }

    private static @Nullable Instant silentUntil(Instant at, Sent one, List<Sent> all, List<Inhibition> inhibitions,
            List<Silence> silences) {
        for (Silence silence : silences) {
            if (!at.isBefore(silence.from()) && at.isBefore(silence.to())
                    && silence.matchers().stream().allMatch(matcher -> matcher.matches(one.labels()))) {
                return silence.to();
            }
        }
        for (Sent other : all) {
            if (other != one && !at.isBefore(other.firing().from()) && at.isBefore(other.firing().to())
                    && inhibitions.stream().anyMatch(rule -> rule.silences(one.labels(), other.labels()))) {
                return other.firing().to();
            }
        }
        return null;
    }
}
