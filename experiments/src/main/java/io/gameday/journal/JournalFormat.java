package io.gameday.journal;

import com.fasterxml.jackson.annotation.Nulls;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
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
import tools.jackson.databind.ValueDeserializer;
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

import static java.util.Objects.requireNonNull;

/// One entry ↔ one line of JSON. Instants and durations are ISO-8601 text, scopes their text form.
public final class JournalFormat {

    private static final JsonMapper MAPPER = lines();
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

    /// Reads the same as [#mapper()], what a journal has most of by hand: a long game day's has more than a hundred thousand
    /// entries, and by way of their constructors half of the time would be the library's.
    private static JsonMapper lines() {
        SimpleModule byHand = new SimpleModule("gameday-lines");
        byHand.addDeserializer(Entry.class, new EntryReader());
        byHand.addDeserializer(Tally.class, new TallyReader());
        return mapper().rebuild().addModule(byHand).build();
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
        // `null` is read without complaint.
        if (entry == null) {
            throw MismatchedInputException.from(null, Entry.class, "seq, at, run and event are needed");
        }
        return entry;
    }

    private static final class EntryReader extends StdDeserializer<Entry> {

        private static final InstantReader INSTANTS = new InstantReader();

        private @Nullable ValueDeserializer<Object> events;

        EntryReader() {
            super(Entry.class);
        }

        @Override
        public void resolve(DeserializationContext context) {
            // Once: to look it up for each entry costs more than to read one.
            events = context.findRootValueDeserializer(context.constructType(Event.class));
        }

        @Override
        public @Nullable Entry deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.START_OBJECT)) {
                return (Entry) context.handleUnexpectedToken(context.constructType(Entry.class), in);
            }
            long seq = 0;
            Instant at = null;
            String run = null;
            Event event = null;
            for (String field = in.nextName(); field != null; field = in.nextName()) {
                boolean given = in.nextToken() != JsonToken.VALUE_NULL;
                switch (field) {
                    case "seq" -> seq = _parseLongPrimitive(in, context);
                    case "at" -> at = given ? INSTANTS.deserialize(in, context) : null;
                    case "run" -> run = given ? _parseString(in, context, null) : null;
                    case "event" -> event = given ? (Event) requireNonNull(events).deserialize(in, context) : null;
                    default -> in.skipChildren();
                }
            }
            if (at == null || run == null || event == null) {
                throw MismatchedInputException.from(in, Entry.class, "seq, at, run and event are needed");
            }
            return new Entry(seq, at, run, event);
        }
    }

    private static final class TallyReader extends StdDeserializer<Tally> {
        TallyReader() {
            super(Tally.class);
        }

        @Override
        public Tally deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.START_OBJECT)) {
                return (Tally) context.handleUnexpectedToken(context.constructType(Tally.class), in);
            }
            long requests = 0;
            long useful = 0;
            long p50Micros = 0;
            long p99Micros = 0;
            long slow = 0;
            long totalMicros = 0;
            Long refused = null;
            for (String field = in.nextName(); field != null; field = in.nextName()) {
                boolean given = in.nextToken() != JsonToken.VALUE_NULL;
                switch (field) {
                    case "requests" -> requests = _parseLongPrimitive(in, context);
                    case "useful" -> useful = _parseLongPrimitive(in, context);
                    case "p50Micros" -> p50Micros = _parseLongPrimitive(in, context);
                    case "p99Micros" -> p99Micros = _parseLongPrimitive(in, context);
                    case "slow" -> slow = _parseLongPrimitive(in, context);
                    case "totalMicros" -> totalMicros = _parseLongPrimitive(in, context);
                    case "refused" -> refused = given ? _parseLongPrimitive(in, context) : null;
                    default -> in.skipChildren();
                }
            }
            try {
                return new Tally(requests, useful, p50Micros, p99Micros, slow, totalMicros, refused);
            } catch (IllegalArgumentException impossible) {
                return (Tally) context.handleInstantiationProblem(Tally.class, in, impossible);
            }
        }
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
            if (end < SECONDS || end > SECONDS + 10 || end == SECONDS + 1 || text.charAt(end) != 'Z'
                    || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T'
                    || text.charAt(13) != ':' || text.charAt(16) != ':'
                    || end > SECONDS && text.charAt(SECONDS) != '.') {
                return null;
            }
            try {
                return LocalDateTime
                        .of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
                                number(text, 14, 16), number(text, 17, SECONDS), nanos(text, end))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException none) {
                return null;
            }
        }

        private static int nanos(String text, int end) {
            int nanos = end == SECONDS ? 0 : number(text, SECONDS + 1, end);
            for (int digits = end - SECONDS - 1; digits < 9; digits++) {
                nanos *= 10;
            }
            return nanos;
        }

        private static int number(String text, int from, int to) {
            int number = 0;
            for (int i = from; i < to; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    throw new DateTimeException(text);
                }
                number = 10 * number + digit;
            }
            return number;
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
