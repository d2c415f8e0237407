package io.gameday.reference.host;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Chaos Monkey for Spring Boot (4.0) aboard one task. Answers arrive on the loop.
///
/// @param management `host:port` of the task
record ChaosMonkey(ManagementCalls calls, String management) {

    private static final String ROOT = "/actuator/chaosmonkey";
    /// An assault that is not over by then has begun.
    private static final Duration BEGINNING = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Everything that can be set; what [#read] found can be set again as it is.
    record Settings(boolean enabled, JsonNode assaults, JsonNode watchers) {

        /// Whether everything that `other` tells is so here too.
        boolean has(Settings other) {
            return enabled == other.enabled && has(assaults, other.assaults) && has(watchers, other.watchers);
        }

        private static boolean has(JsonNode all, JsonNode some) {
            return some.properties().stream().allMatch(field -> field.getValue().equals(all.path(field.getKey())));
        }
    }

    void read(Reply<Settings> then) {
        calls.call(management, HttpRequest.get(ROOT), answer -> then.accept(switch (answer) {
            case Answer.Ok<String>(String text) -> settings(text);
            case Answer.Failed<String>(String why) -> new Answer.Failed<>(why);
        }));
    }

    /// Sets assaults, watchers and the switch, in this order, and stops at the first that fails.
    void set(Settings settings, Reply<Done> then) {
        post("/assaults", settings.assaults.toString(), then, () -> post("/watchers", settings.watchers.toString(),
                then, () -> post(settings.enabled ? "/enable" : "/disable", "", then, () -> then.ok(new Done()))));
    }

    /// Sets the settings and reads them again: what was said to be set may have been set anew meanwhile, by a request
    /// that a stopped task took up late.
    void restore(Settings settings, Reply<Done> then) {
        set(settings, answer -> {
            switch (answer) {
                case Answer.Ok<Done> ok -> read(found -> then.accept(switch (found) {
                    case Answer.Ok<Settings>(Settings now) when now.has(settings) -> ok;
                    case Answer.Ok<Settings>(Settings now) -> new Answer.Failed<>(
                            "Chaos Monkey at " + management + " has other settings than it was given: " + now);
                    case Answer.Failed<Settings>(String why) -> new Answer.Failed<>(why);
                }));
                case Answer.Failed<Done> failed -> then.accept(failed);
            }
        });
    }

    /// Begins the memory assault that is set. Chaos Monkey answers only when it is over, so that no answer within
    /// [#BEGINNING] is what is wanted, and a connection that broke means that the task died of it.
    void attack(Reply<Done> then) {
        calls.callFor(BEGINNING, management, HttpRequest.post(ROOT + "/assaults/runtime/attack", ""), ended(then));
    }

    private Consumer<CallResult> ended(Reply<Done> then) {
        return result -> {
            switch (result) {
                case CallResult.TimedOut() -> then.ok(new Done());
                case CallResult.Broken(String why) -> then.ok(new Done());
                case CallResult.Unreachable(String why) ->
                    then.failed("Chaos Monkey at " + management + " cannot be reached: " + why);
                case CallResult.Answered(HttpAnswer answer) -> then.failed("the memory assault at " + management
                        + " was over at once, or never began: " + answer.status() + " " + answer.text());
            }
        };
    }

    private void post(String path, String json, Reply<Done> then, Runnable next) {
        calls.call(management, HttpRequest.post(ROOT + path, json), answer -> {
            switch (answer) {
                case Answer.Ok<String> ok -> next.run();
                case Answer.Failed<String>(String why) -> then.failed(why);
            }
        });
    }

    private Answer<Settings> settings(String text) {
        try {
            JsonNode all = JSON.readTree(text);
            JsonNode enabled = all.path("chaosMonkeyProperties").path("enabled");
            JsonNode assaults = all.path("assaultProperties");
            JsonNode watchers = all.path("watcherProperties");
            if (enabled.isBoolean() && assaults.isObject() && watchers.isObject()) {
                return new Answer.Ok<>(new Settings(enabled.booleanValue(), assaults, watchers));
            }
        } catch (JacksonException notJson) {
            return new Answer.Failed<>("Chaos Monkey at " + management + " answered " + notJson.getOriginalMessage());
        }
        return new Answer.Failed<>("Chaos Monkey at " + management + " did not tell its settings but: " + text);
    }
}
