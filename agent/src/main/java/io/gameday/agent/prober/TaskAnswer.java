package io.gameday.agent.prober;

import io.gameday.journal.JournalFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a task says of itself in an answer; null is what it does not say.
record TaskAnswer(@Nullable String stock, @Nullable String revision, @Nullable String error) {

    private static final JsonMapper JSON = JournalFormat.mapper();
    private static final TaskAnswer NOTHING = new TaskAnswer(null, null, null);

    /// Never fails: what is no such answer says nothing.
    static TaskAnswer of(String body) {
        try {
            TaskAnswer answer = JSON.readValue(body, TaskAnswer.class);
            return answer == null ? NOTHING : answer;
        } catch (JacksonException other) {
            return NOTHING;
        }
    }

    boolean stockUnknown() {
        return "unknown".equals(stock);
    }
}
