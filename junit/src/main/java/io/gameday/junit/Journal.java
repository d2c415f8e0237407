package io.gameday.junit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happened in a run, in order, from its `journal.jsonl`.
public record Journal(List<Event> events) {

    /// @param type   such as `FaultInjected`
    /// @param fields of this type; objects as maps, arrays as lists, numbers as [Double] or [Long]
    public record Event(long number, Instant at, String type, Map<String, Object> fields) {
    }

    /// All of one type.
    public List<Event> of(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    public Optional<Event> first(String type) {
        return events.stream().filter(event -> event.type().equals(type)).findFirst();
    }

    static Journal read(List<String> lines) {
        return new Journal(lines
                .stream().filter(line -> !line.isBlank()).map(Json::read).map(entry -> new Event(entry.integer("seq"),
                        Instant.parse(entry.text("at")), entry.at("event").text("type"), entry.at("event").map()))
                .toList());
    }
}
