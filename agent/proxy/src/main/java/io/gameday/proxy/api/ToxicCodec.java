package io.gameday.proxy.api;

import io.gameday.proxy.Bandwidth;
import io.gameday.proxy.Latency;
import io.gameday.proxy.LimitData;
import io.gameday.proxy.NamedToxic;
import io.gameday.proxy.Noop;
import io.gameday.proxy.ResetPeer;
import io.gameday.proxy.Slicer;
import io.gameday.proxy.SlowClose;
import io.gameday.proxy.Stream;
import io.gameday.proxy.Timeout;
import io.gameday.proxy.Toxic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Toxics as the API writes and reads them.
///
/// ```json
/// {"attributes":{"latency":1000,"jitter":50},"name":"latency_downstream","type":"latency","stream":"downstream","toxicity":1}
/// ```
final class ToxicCodec {

    private static final Map<String, Kind> KINDS = List
            .of(new Kind("latency", List.of("latency", "jitter"), of -> new Latency(of[0], of[1])),
                    new Kind("bandwidth", List.of("rate"), of -> new Bandwidth(of[0])),
                    new Kind("slow_close", List.of("delay"), of -> new SlowClose(of[0])),
                    new Kind("timeout", List.of("timeout"), of -> new Timeout(of[0])),
                    new Kind("reset_peer", List.of("timeout"), of -> new ResetPeer(of[0])),
                    new Kind("slicer", List.of("average_size", "size_variation", "delay"),
                            of -> new Slicer(of[0], of[1], of[2])),
                    new Kind("limit_data", List.of("bytes"), of -> new LimitData(of[0])),
                    new Kind("noop", List.of(), of -> new Noop()))
            .stream().collect(Collectors.toMap(Kind::type, Function.identity()));

    private ToxicCodec() {
    }

    static Map<String, @Nullable Object> fields(NamedToxic named) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("attributes", attributes(named.toxic()));
        fields.put("name", named.name());
        fields.put("type", named.toxic().type());
        fields.put("stream", named.stream().text());
        fields.put("toxicity", named.toxicity());
        return fields;
    }

    /// Reads what is wanted up to the point where the name has to be free; [Asked#toxic] reads the rest. The order
    /// decides which of several mistakes a client is told.
    static Asked asked(JsonValue.Fields body) throws BadBody, Refusal {
        String name = body.text("name");
        String type = body.text("type");
        String stream = body.text("stream");
        Double toxicity = body.number("toxicity");
        JsonValue.Fields attributes = body.fields("attributes");
        Stream direction = stream == null ? Stream.DOWNSTREAM : direction(stream);
        Kind kind = KINDS.get(type == null ? "" : type);
        if (kind == null) {
            throw new Refusal(400, "invalid toxic type");
        }
        String called = name == null || name.isEmpty() ? type + "_" + direction.text() : name;
        return new Asked(called, direction, kind, toxicity == null ? 1 : toxicity.floatValue(), attributes, body);
    }

    /// The toxic with what `body` changes of it: toxicity and attributes; what is not given stays.
    static NamedToxic updated(NamedToxic old, JsonValue.Fields body) throws BadBody, Refusal {
        Double toxicity = body.number("toxicity");
        Kind kind = Optional.ofNullable(KINDS.get(old.toxic().type())).orElseThrow();
        Toxic toxic = kind.read(body.fields("attributes"), attributes(old.toxic()));
        return named(old.name(), old.stream(), toxicity == null ? old.toxicity() : toxicity.floatValue(), toxic);
    }

    private static Stream direction(String stream) throws Refusal {
        return switch (stream.toLowerCase(Locale.ROOT)) {
            case "upstream" -> Stream.UPSTREAM;
            case "downstream" -> Stream.DOWNSTREAM;
            default -> throw new Refusal(400, "stream was invalid, can be either upstream or downstream");
        };
    }

    private static NamedToxic named(String name, Stream stream, float toxicity, Toxic toxic) throws Refusal {
        try {
            return new NamedToxic(name, stream, toxicity, toxic);
        } catch (IllegalArgumentException outOfRange) {
            throw Refusal.badBody(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static Map<String, Object> attributes(Toxic toxic) {
        Map<String, Object> all = new LinkedHashMap<>();
        switch (toxic) {
            case Latency(long latency, long jitter) -> {
                all.put("latency", latency);
                all.put("jitter", jitter);
            }
            case Bandwidth(long rate) -> all.put("rate", rate);
            case SlowClose(long delay) -> all.put("delay", delay);
            case Timeout(long timeout) -> all.put("timeout", timeout);
            case ResetPeer(long timeout) -> all.put("timeout", timeout);
            case Slicer(long averageSize, long sizeVariation, long delay) -> {
                all.put("average_size", averageSize);
                all.put("size_variation", sizeVariation);
                all.put("delay", delay);
            }
            case LimitData(long bytes) -> all.put("bytes", bytes);
            case Noop() -> {
                // It has none.
            }
        }
        return all;
    }

    /// A toxic whose stream and type are right, and whose attributes have not been looked at.
    record Asked(String name, Stream stream, Kind kind, float toxicity, JsonValue.Fields attributes,
            JsonValue.Fields body) {

        NamedToxic toxic() throws BadBody, Refusal {
            return named(name, stream, toxicity, kind.read(attributes, Map.of()));
        }
    }

    /// @param attributes in the order in which `make` takes them
    record Kind(String type, List<String> attributes, Function<long[], Toxic> make) {

        /// @param defaults by attribute; one that is missing counts as 0
        Toxic read(JsonValue.Fields given, Map<String, Object> defaults) throws BadBody, Refusal {
            long[] values = new long[attributes.size()];
            for (int i = 0; i < values.length; i++) {
                String attribute = attributes.get(i);
                Long value = given.whole(attribute);
                values[i] = value == null ? ((Number) defaults.getOrDefault(attribute, 0L)).longValue() : value;
            }
            try {
                return make.apply(values);
            } catch (IllegalArgumentException outOfRange) {
                throw Refusal.badBody(String.valueOf(outOfRange.getMessage()));
            }
        }
    }
}
