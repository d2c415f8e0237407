package io.gameday.proxy.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One promise of Toxiproxy's API, as calls and the whole answers they get.
///
/// In bodies `<a>` stands for a port: whatever it is where it comes first, the same from then on, in requests too.
/// `<*>` stands for anything.
record Row(String promise, List<Step> steps) {

    @Override
    public String toString() {
        return promise;
    }

    static Row row(String promise, Step... steps) {
        return new Row(promise, List.of(steps));
    }

    static Asking get(String path) {
        return new Asking("GET", path, "", Map.of());
    }

    static Asking post(String path, String body) {
        return new Asking("POST", path, body, Map.of());
    }

    static Asking patch(String path, String body) {
        return new Asking("PATCH", path, body, Map.of());
    }

    static Asking delete(String path) {
        return new Asking("DELETE", path, "", Map.of());
    }

    static Asking call(String method, String path) {
        return new Asking(method, path, "", Map.of());
    }

    record Asking(String method, String path, String body, Map<String, String> headers) {

        Asking with(String header, String value) {
            return new Asking(method, path, body, Map.of(header, value));
        }

        Step gives(int status, String contentType, String body) {
            return new Step(this, new Expected(status, contentType, body), null);
        }

        Step gives(int status, String body) {
            return gives(status, "application/json", body);
        }

        Step givesNothing(int status) {
            return new Step(this, new Expected(status, null, ""), null);
        }

        Step refuses(int status, String message) {
            return new Step(this, Expected.error(status, message), null);
        }
    }

    /// @param real what a real Toxiproxy answers where ours differs on purpose; null where it does not
    record Step(Asking asking, Expected ours, @Nullable Expected real) {

        Step butRealGives(int status, String body) {
            return new Step(asking, ours, new Expected(status, "application/json", body));
        }

        Step butRealRefuses(int status, String message) {
            return new Step(asking, ours, Expected.error(status, message));
        }
    }

    /// @param contentType null when there is none
    /// @param error       whether it is an error that a real Toxiproxy sends as plain text
    record Expected(int status, @Nullable String contentType, String body, boolean error) {

        Expected(int status, @Nullable String contentType, String body) {
            this(status, contentType, body, false);
        }

        static Expected error(int status, String message) {
            return new Expected(status, "application/json",
                    "{\"error\":" + GoJson.text(message).replace("\\u003c*\\u003e", "<*>")
                            .replaceAll("\\\\u003c([a-z])\\\\u003e", "<$1>") + ",\"status\":" + status + "}\n",
                    true);
        }
    }

    /// A proxy as the API shows it.
    static String shown(String name, String listen, String upstream, boolean enabled, String... toxics) {
        return "{\"name\":\"" + name + "\",\"listen\":\"" + listen + "\",\"upstream\":\"" + upstream + "\",\"enabled\":"
                + enabled + ",\"toxics\":[" + String.join(",", toxics) + "]}";
    }

    static List<Row> all(List<List<Row>> parts) {
        List<Row> all = new ArrayList<>();
        parts.forEach(all::addAll);
        return all;
    }
}
