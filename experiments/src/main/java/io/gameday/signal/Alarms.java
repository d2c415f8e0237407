package io.gameday.signal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// @param alarms     by name, each name once
/// @param step       to which the times of firings are exact
/// @param added      labels that the source puts onto every alarm when it sends it on
/// @param notes      what the source said besides, and what it could not tell
public record Alarms(List<KnownAlarm> alarms, Duration step, Map<String, String> added, List<String> notes) {

    public List<String> names() {
        return alarms.stream().map(KnownAlarm::name).toList();
    }
}
