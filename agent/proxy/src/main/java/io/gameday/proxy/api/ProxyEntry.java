package io.gameday.proxy.api;

import io.gameday.proxy.NamedToxic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A proxy as somebody asks for it, its fields of the right type and nothing else known of them.
///
/// @param toxics null when none are to be set: Toxiproxy ignores them, and clients rely on that
/// @param source what it was read from
record ProxyEntry(@Nullable String name, @Nullable String listen, @Nullable String upstream, @Nullable Boolean enabled,
        @Nullable Boolean http, @Nullable List<JsonValue> toxics, JsonValue.Fields source) {

    static ProxyEntry read(JsonValue.Fields body, boolean withToxics) throws BadBody {
        JsonValue.Items toxics = withToxics ? body.items("toxics") : null;
        return new ProxyEntry(body.text("name"), body.text("listen"), body.text("upstream"), body.truth("enabled"),
                body.fields("gameday").truth("http"), toxics == null ? null : toxics.values(), body);
    }

    String requiredName(String where) throws Refusal {
        return required("name", name, where);
    }

    String requiredUpstream(String where) throws Refusal {
        return required("upstream", upstream, where);
    }

    private static String required(String field, @Nullable String value, String where) throws Refusal {
        if (value == null || value.isEmpty()) {
            throw Refusal.missing(field, where);
        }
        return value;
    }

    boolean startsEnabled() {
        return enabled == null || enabled;
    }

    boolean tellsRequestsApart() {
        return http != null && http;
    }

    /// The toxics to set, each checked as if it were added by a call of its own.
    List<NamedToxic> checkedToxics() throws BadBody, Refusal {
        List<NamedToxic> checked = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (toxics != null) {
            for (JsonValue toxic : toxics) {
                ToxicCodec.Asked asked = ToxicCodec.asked(JsonReader.object(toxic));
                if (!names.add(asked.name())) {
                    throw Refusal.toxicExists();
                }
                checked.add(asked.toxic());
            }
        }
        return checked;
    }
}
