package io.gameday.notification;

import io.gameday.engine.Pager.Incident;
import io.gameday.engine.Pager.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/// A message as programs read it.
final class Said {

    private Said() {
    }

    /// | field | meaning |
    /// |---|---|
    /// | `event` | `page`, `acknowledged`, `resolved` |
    /// | `to`, `by`, `why` | of a page, an acknowledgement, a resolution |
    /// | the rest | the incident; `incident` is its key |
    static Map<String, Object> fields(Message message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (message) {
            case Message.Page page -> {
                fields.put("event", "page");
                fields.put("to", page.to());
            }
            case Message.Acknowledged taken -> {
                fields.put("event", "acknowledged");
                fields.put("by", taken.by());
            }
            case Message.Resolved over -> {
                fields.put("event", "resolved");
                fields.put("why", over.why());
            }
        }
        Incident incident = message.incident();
        fields.put("run", incident.run());
        fields.put("incident", incident.key());
        fields.put("began", incident.began().toString());
        fields.put("subject", incident.subject());
        fields.put("alarm", incident.alarm());
        fields.put("scope", incident.scope().toString());
        fields.put("evidence", incident.evidence());
        return fields;
    }
}
