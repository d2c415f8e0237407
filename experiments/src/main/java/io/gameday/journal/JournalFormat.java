package io.gameday.journal;

import io.gameday.observability.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// One entry ↔ one line of JSON. Instants and durations are ISO-8601 text, scopes their text form.
public final class JournalFormat {

    private static final JsonMapper MAPPER = mapper();

    private JournalFormat() {
    }

    /// A mapper that writes the records of this project as the journal does. Unknown fields are ignored, so that an
    /// older program reads a newer journal.
    public static JsonMapper mapper() {
        SimpleModule scopes = new SimpleModule("gameday");
        scopes.addSerializer(new ScopeWriter());
        scopes.addDeserializer(Scope.class, new ScopeReader());
        return JsonMapper.builder().addModule(scopes).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    public static String write(Entry entry) {
        return MAPPER.writeValueAsString(entry);
    }

    /// @throws JacksonException when `line` is no entry
    public static Entry read(String line) {
        Entry entry = MAPPER.readValue(line, Entry.class);
        // JSON such as `null` or `{}` is read without complaint.
        if (entry == null || entry.at() == null || entry.run() == null || entry.event() == null) {
            throw MismatchedInputException.from(null, Entry.class, "seq, at, run and event are needed");
        }
        return entry;
    }

    private static final class ScopeWriter extends StdSerializer<Scope> {
        ScopeWriter() {
            super(Scope.class);
        }

        @Override
        public void serialize(Scope scope, JsonGenerator out, SerializationContext context) {
            out.writeString(scope.toString());
        }
    }

    private static final class ScopeReader extends StdDeserializer<Scope> {
        ScopeReader() {
            super(Scope.class);
        }

        @Override
        public Scope deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getString();
            try {
                return Scope.parse(text);
            } catch (IllegalArgumentException unreadable) {
                throw context.weirdStringException(text, Scope.class, unreadable.getMessage());
            }
        }
    }
}
