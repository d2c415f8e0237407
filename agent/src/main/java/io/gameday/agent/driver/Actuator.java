package io.gameday.agent.driver;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.target.Fault;
import io.gameday.target.WebAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Chaos Monkey for Spring Boot aboard a service of a team's own, by its actuator. Every call blocks.
final class Actuator {

    /// The first request of a kind makes a service load the code for it.
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// What surrounds the entry of a request in a Spring application, and so hits each request once.
    private static final JsonNode WATCHERS = JSON
            .valueToTree(Map.of("controller", true, "restController", true, "service", false, "repository", false,
                    "component", false, "restTemplate", false, "webClient", false, "actuatorHealth", false));

    private final Endpoint server;
    private final String root;

    Actuator(HttpCaller caller, WebAddress base) {
        server = new Endpoint(caller, new InetSocketAddress(base.host(), base.port()), "Chaos Monkey at " + base,
                LIMIT);
        root = base.path() + "/chaosmonkey";
    }

    /// All that can be set.
    record Settings(boolean enabled, JsonNode assaults, JsonNode watchers) {

        static Settings parse(String json) {
            return JSON.readValue(json, Settings.class);
        }

        String json() {
            return JSON.writeValueAsString(this);
        }

        /// The assaults that it makes now.
        List<String> active() {
            return enabled
                    ? assaults.properties().stream()
                            .filter(field -> field.getKey().endsWith("Active") && field.getValue().asBoolean(false))
                            .map(Map.Entry::getKey).toList()
                    : List.of();
        }

        /// Whether everything that `other` tells is so here too.
        private boolean has(Settings other) {
            return enabled == other.enabled && has(assaults, other.assaults) && has(watchers, other.watchers);
        }

        private static boolean has(JsonNode all, JsonNode some) {
            return some.properties().stream().allMatch(field -> field.getValue().equals(all.path(field.getKey())));
        }
    }

    /// What stands for `fault`, and nothing else besides.
    static Settings assault(Fault fault) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("level", 1, "deterministic", true, "latencyActive", false,
                "exceptionsActive", false, "killApplicationActive", false, "memoryActive", false, "cpuActive", false));
        switch (fault) {
            case Fault.TaskLatency latency -> all.putAll(Map.of("latencyActive", true, "latencyRangeStart",
                    latency.delay().toMillis(), "latencyRangeEnd", latency.delay().toMillis()));
            // Chaos Monkey counts requests and hits each Nth.
            case Fault.TaskErrors errors ->
                all.putAll(Map.of("exceptionsActive", true, "level", Math.round(100 / errors.sharePercent())));
            default -> throw new IllegalArgumentException(fault.kind() + " is not done by an actuator");
        }
        return new Settings(true, JSON.valueToTree(all), WATCHERS);
    }

    /// @throws IOException when there is no Chaos Monkey, or it did not tell
    Settings read() throws IOException {
        HttpAnswer answer = server.ask(HttpRequest.get(root));
        if (answer.status() == NOT_FOUND) {
            throw new IOException(server.name() + " is not there (404 for " + root + "); it needs "
                    + "chaos-monkey-spring-boot, the profile chaos-monkey, and the endpoint chaosmonkey exposed");
        }
        server.check(OK, answer);
        try {
            JsonNode all = JSON.readTree(answer.text());
            JsonNode enabled = all.path("chaosMonkeyProperties").path("enabled");
            JsonNode assaults = all.path("assaultProperties");
            JsonNode watchers = all.path("watcherProperties");
            if (enabled.isBoolean() && assaults.isObject() && watchers.isObject()) {
                return new Settings(enabled.booleanValue(), assaults, watchers);
            }
        } catch (JacksonException notJson) {
            throw new IOException(server.name() + " answered " + notJson.getOriginalMessage(), notJson);
        }
        throw new IOException(server.name() + " did not tell its settings");
    }

    /// Sets the settings that were found before, and reads them again.
    ///
    /// @throws IOException when it is not known to have them
    void restore(Settings found) throws IOException {
        set(found);
        if (!read().has(found)) {
            throw new IOException(server.name() + " has other settings than those that were found before");
        }
    }

    /// Sets assaults, watchers and the switch, in this order.
    ///
    /// @throws IOException when it may not have them
    void set(Settings settings) throws IOException {
        server.expect(OK, HttpRequest.post(root + "/assaults", settings.assaults.toString()));
        server.expect(OK, HttpRequest.post(root + "/watchers", settings.watchers.toString()));
        server.expect(OK, HttpRequest.post(root + (settings.enabled ? "/enable" : "/disable"), ""));
    }
}
