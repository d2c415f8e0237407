package io.gameday.reference.host;

import io.gameday.http.HttpRequest;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The settings of one task that can be pushed while it runs. Answers arrive on the loop.
///
/// @param management `host:port` of the task
record PushedSettings(ManagementCalls calls, String management) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Has the task look for the orders table in another schema.
    ///
    /// @param then told the schema it looked in before
    void pushSchema(String schema, Reply<String> then) {
        String body = JSON.writeValueAsString(Map.of("schema", schema));
        calls.call(management, HttpRequest.post("/actuator/settings", body), answer -> then.accept(switch (answer) {
            case Answer.Ok<String>(String text) -> before(text);
            case Answer.Failed<String> failed -> failed;
        }));
    }

    private Answer<String> before(String text) {
        try {
            String schema = JSON.readTree(text).path("before").path("schema").asString("");
            if (!schema.isEmpty()) {
                return new Answer.Ok<>(schema);
            }
        } catch (JacksonException notJson) {
            return new Answer.Failed<>(
                    "the settings of " + management + " are no JSON: " + notJson.getOriginalMessage());
        }
        return new Answer.Failed<>("the task at " + management + " did not tell what was set before but: " + text);
    }
}
