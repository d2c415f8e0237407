package io.gameday.signal.pagerduty;

import io.gameday.signal.HttpSource;
import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The log entries of PagerDuty. Of each incident, the first notification to each team counts. People are left out: a
/// grade is about teams and alarms.
public final class PagerDutyLog implements PagerLog {

    private static final int PER_PAGE = 100;
    /// PagerDuty refuses to go further by offset.
    private static final int FARTHEST = 10_000;

    private final HttpSource source;

    /// @param source with the headers of [#headers(String)]
    public PagerDutyLog(HttpSource source) {
        this.source = source;
    }

    /// What PagerDuty wants with every call.
    public static Map<String, String> headers(String token) {
        return Map.of("Authorization", "Token token=" + token, "Accept", "application/vnd.pagerduty+json;version=2");
    }

    @Override
    public Pages read(Period period) throws SourceFailure {
        List<JsonNode> entries = entries(period);
        Map<String, Instant> acknowledged = new LinkedHashMap<>();
        Map<String, String> subjects = new LinkedHashMap<>();
        for (JsonNode entry : entries) {
            subjects.merge(incident(entry), subject(entry), (a, b) -> a.contains(b) ? a : a + " " + b);
            if (type(entry).equals("acknowledge_log_entry")) {
                acknowledged.merge(incident(entry), at(entry), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        Map<String, Page> pages = new LinkedHashMap<>();
        for (JsonNode entry : entries) {
            if (type(entry).equals("notify_log_entry")) {
                List<String> told = receivers(entry);
                @Nullable
                Instant answered = acknowledged.get(incident(entry));
                pages.putIfAbsent(incident(entry) + told, new Page(at(entry), told,
                        subjects.getOrDefault(incident(entry), ""), answered, incident(entry)));
            }
        }
        return new Pages("PagerDuty", pages.values().stream().sorted(Comparator.comparing(Page::at)).toList(),
                List.of(), "", List.of());
    }

    private record Timed(Instant at, JsonNode entry) {
    }

    /// Oldest first.
    private List<JsonNode> entries(Period period) throws SourceFailure {
        List<JsonNode> entries = new ArrayList<>();
        boolean more = true;
        for (int offset = 0; more; offset += PER_PAGE) {
            if (offset + PER_PAGE > FARTHEST) {
                throw source.failure(Cause.QUESTION, "has more than " + FARTHEST + " log entries from " + period.from()
                        + " to " + period.to() + ", and gives no more than that; choose a shorter time");
            }
            JsonNode answer = source.get("/log_entries",
                    List.of(Map.entry("since", period.from().toString()), Map.entry("until", period.to().toString()),
                            Map.entry("is_overview", "false"), Map.entry("time_zone", "UTC"),
                            Map.entry("include[]", "incidents"), Map.entry("include[]", "channels"),
                            Map.entry("limit", String.valueOf(PER_PAGE)), Map.entry("offset", String.valueOf(offset))));
            if (!answer.path("log_entries").isArray()) {
                throw source.failure(Cause.SOURCE, "answered without log_entries; is that PagerDuty's API?");
            }
            answer.path("log_entries").forEach(entries::add);
            more = answer.path("more").asBoolean(false);
        }
        List<Timed> timed = new ArrayList<>();
        for (JsonNode entry : entries) {
            timed.add(new Timed(at(entry), entry));
        }
        return timed.stream().sorted(Comparator.comparing(Timed::at)).map(Timed::entry).toList();
    }

    private static String type(JsonNode entry) {
        return entry.path("type").asString("").replaceFirst("_reference$", "");
    }

    private static String incident(JsonNode entry) {
        return entry.path("incident").path("id").asString("");
    }

    /// Everything in which the alarm's name may stand.
    private static String subject(JsonNode entry) {
        Set<String> words = new LinkedHashSet<>();
        JsonNode channel = entry.path("channel");
        for (JsonNode text : List.of(entry.path("incident").path("title"), entry.path("incident").path("summary"),
                channel.path("summary"), channel.path("subject"), channel.path("cef_details").path("details"),
                channel.path("details"))) {
            String said = text.isString()
                    ? text.asString()
                    : text.isMissingNode() || text.isNull() ? "" : text.toString();
            if (!said.isBlank()) {
                words.add(said);
            }
        }
        return String.join(" ", words);
    }

    private List<String> receivers(JsonNode entry) throws SourceFailure {
        Set<String> names = new LinkedHashSet<>();
        entry.path("teams").forEach(team -> names.add(team.path("summary").asString("")));
        names.add(entry.path("service").path("summary").asString(""));
        names.add(entry.path("incident").path("service").path("summary").asString(""));
        names.remove("");
        if (names.isEmpty()) {
            throw source.failure(Cause.SOURCE, "tells of a notification of incident " + incident(entry)
                    + " with neither team nor service; is that PagerDuty's API?");
        }
        return List.copyOf(names);
    }

    private Instant at(JsonNode entry) throws SourceFailure {
        String text = entry.path("created_at").asString("");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw source.failure(Cause.SOURCE, "gave '" + text + "' for a time");
        }
    }
}
