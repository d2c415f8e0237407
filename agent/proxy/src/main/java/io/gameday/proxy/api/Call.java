package io.gameday.proxy.api;

import io.gameday.http.HttpRequest;
import java.util.List;

/// One request that has found its route.
///
/// @param names what stands in the path where the route has a name in braces, in that order
record Call(HttpRequest request, List<String> names) {

    String name(int index) {
        return names.get(index);
    }

    JsonValue body() throws Refusal {
        try {
            return JsonReader.read(request.body());
        } catch (BadBody bad) {
            throw Refusal.badBody(bad);
        }
    }

    JsonValue.Fields fields() throws Refusal {
        try {
            return JsonReader.object(body());
        } catch (BadBody bad) {
            throw Refusal.badBody(bad);
        }
    }

    /// Whether the client asks that `toxics` in a body be taken; Toxiproxy ignores them, and clients rely on that.
    boolean wantsToxics() {
        return "toxics".equals(request.query().get("gameday"));
    }
}
