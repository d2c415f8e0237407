package io.gameday.journal;

import com.fasterxml.jackson.annotation.Nulls;
import io.gameday.observability.Scope;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/// One entry ↔ one line of JSON. Instants and durations are ISO-8601 text, scopes their text form.
public final class JournalFormat {

    private static final JsonMapper MAPPER = mapper();
    private static final ObjectReader READER = MAPPER.readerFor(Entry.class);

    private JournalFormat() {
    }

    /// A mapper that writes the records of this project as the journal does. Unknown fields are ignored, so that an
    /// older program reads a newer journal.
    public static JsonMapper mapper() {
        SimpleModule scopes = new SimpleModule("gameday");
        scopes.addSerializer(new ScopeWriter());
        scopes.addDeserializer(Scope.class, new ScopeReader());
        scopes.addDeserializer(Instant.class, new InstantReader());
        return JsonMapper.builder().addModule(scopes).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    /// A mapper for what others send us: nothing is guessed. A field that is unknown, missing, null or given twice, a
    /// number where a text belongs and the other way round are refused.
    public static JsonMapper strict() {
        SimpleModule durations = new SimpleModule("gameday-strict");
        durations.addDeserializer(Duration.class, new DurationReader());
        return mapper().rebuild().addModule(durations)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS).disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    public static String write(Entry entry) {
        return MAPPER.writeValueAsString(entry);
    }

    /// @throws JacksonException when `line` is no entry
    public static Entry read(String line) {
        return whole(READER.readValue(line));
    }

    /// @param utf8 of which the line is what stands from `from` to before `to`
    /// @throws JacksonException when that is no entry
    static Entry read(byte[] utf8, int from, int to) {
        return whole(READER.readValue(utf8, from, to - from));
    }

    private static Entry whole(@Nullable Entry entry) {
        // JSON such as `null` or `{}` is read without complaint.
        if (entry == null || entry.at() == null || entry.run() == null || entry.event() == null) {
            throw MismatchedInputException.from(null, Entry.class, "seq, at, run and event are needed");
        }
        return entry;
    }

    /// ISO-8601 text and nothing else: a bare number does not say of what.
    private static final class DurationReader extends StdDeserializer<Duration> {
        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (Duration) context.handleUnexpectedToken(context.constructType(Duration.class),
                        in.currentToken(), in, "allowed: a duration as text, such as \"PT8S\"");
            }
            String text = in.getString();
            try {
                return Duration.parse(text);
            } catch (DateTimeException | ArithmeticException unreadable) {
                throw context.weirdStringException(text, Duration.class, "allowed: a duration such as PT8S");
            }
        }
    }

    /// A third of reading a long journal would be its instants, by a parser of any format. Ours is read by place, and any
    /// other as the library does.
    private static final class InstantReader extends StdDeserializer<Instant> {

        private static final int SECONDS = "2026-01-01T00:00:00".length();

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            Instant ours = in.hasToken(JsonToken.VALUE_STRING) ? ours(in.getString()) : null;
            return ours != null ? ours : InstantDeserializer.INSTANT.deserialize(in, context);
        }

        private static @Nullable Instant ours(String text) {
            int end = text.length() - 1;
            if (end < SECONDS || end > SECONDS + 10 || text.charAt(10) != 'T' || text.charAt(end) != 'Z') {
                return null;
            }
            try {
                String fraction = text.substring(Math.min(end, SECONDS + 1), end) + "000000000";
                return LocalDateTime
                        .of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
                                number(text, 14, 16), number(text, 17, SECONDS), number(fraction, 0, 9))
                        .toInstant(ZoneOffset.UTC);
            } catch (NumberFormatException | DateTimeException none) {
                return null;
            }
        }

        private static int number(String text, int from, int to) {
            return Integer.parseInt(text, from, to, 10);
        }
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
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (Scope) context.handleUnexpectedToken(context.constructType(Scope.class), in.currentToken(), in,
                        "allowed: a scope as text, such as \"zone az1\"");
            }
            String text = in.getString();
            try {
                return Scope.parse(text);
            } catch (IllegalArgumentException unreadable) {
                throw context.weirdStringException(text, Scope.class, unreadable.getMessage());
            }
        }
    }
}
