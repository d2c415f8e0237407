package io.gameday.proxy.api;

import java.util.List;
import java.util.stream.Stream;

import static io.gameday.proxy.api.Row.call;
import static io.gameday.proxy.api.Row.delete;
import static io.gameday.proxy.api.Row.get;
import static io.gameday.proxy.api.Row.patch;
import static io.gameday.proxy.api.Row.post;
import static io.gameday.proxy.api.Row.row;
import static io.gameday.proxy.api.Row.shown;

/// What holds for all calls: routes, refusals, bodies and errors.
final class GeneralRows {

    private static final String PLAIN = "text/plain; charset=utf-8";
    static final String CREATE = "{\"name\":\"a\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}";
    static final String A = shown("a", "127.0.0.1:<a>", "127.0.0.1:1", true);
    private static final String LATENCY = """
            {"attributes":{"latency":0,"jitter":0},"name":"latency_downstream","type":"latency","stream":"downstream",\
            "toxicity":1}""";

    private GeneralRows() {
    }

    static List<Row> all() {
        return Stream.of(routes(), bodies(), errors(), addresses()).flatMap(List::stream).toList();
    }

    private static List<Row> routes() {
        return List.of(
                row("an unknown path is not found, in plain text",
                        get("/nope").gives(404, PLAIN, "404 page not found\n"),
                        get("/proxies/").gives(404, PLAIN, "404 page not found\n"),
                        get("/proxies/a/toxics/").gives(404, PLAIN, "404 page not found\n"),
                        get("/proxies/a/toxics/b/c").gives(404, PLAIN, "404 page not found\n"),
                        get("/").gives(404, PLAIN, "404 page not found\n"),
                        get("/nope").with("User-Agent", "Mozilla/5.0").gives(404, PLAIN, "404 page not found\n")),
                row("a known path with another method is answered without a body",
                        call("PUT", "/proxies").givesNothing(405), delete("/proxies").givesNothing(405),
                        get("/populate").givesNothing(405), get("/reset").givesNothing(405),
                        call("PUT", "/proxies/a").givesNothing(405), delete("/proxies/a/toxics").givesNothing(405),
                        call("PUT", "/proxies/a/toxics/b").givesNothing(405), post("/version", "").givesNothing(405),
                        call("PUT", "/proxies").with("User-Agent", "Mozilla/5.0").givesNothing(405)),
                row("metrics are not there unless switched on",
                        get("/metrics").gives(404, PLAIN, "404 page not found\n")),
                row("web pages are refused",
                        get("/proxies").with("User-Agent", "Mozilla/5.0 (X11)").gives(403, PLAIN,
                                "User agent not allowed\n"),
                        post("/reset", "").with("User-Agent", "Mozilla/5.0").gives(403, PLAIN,
                                "User agent not allowed\n"),
                        get("/proxies").with("User-Agent", "mozilla/5.0").gives(200, "{}"),
                        get("/proxies").with("User-Agent", "not Mozilla/5.0").gives(200, "{}")),
                row("the version is the one whose API this is",
                        get("/version").gives(200, "application/json;charset=utf-8", "{\"version\": \"2.12.0\"}\n")));
    }

    private static List<Row> bodies() {
        return List.of(
                row("the content type of a request is not looked at",
                        post("/proxies", CREATE).with("Content-Type", "text/plain").gives(201, A)),
                row("what follows the first value of a body is not looked at",
                        post("/proxies", CREATE + " and more {").gives(201, A),
                        post("/proxies/a/toxics", "{\"type\":\"latency\"}]").gives(200, LATENCY)),
                row("field names match without regard to case",
                        post("/proxies", "{\"NAME\":\"a\",\"Listen\":\"127.0.0.1:0\",\"upStream\":\"127.0.0.1:1\"}")
                                .gives(201, A),
                        post("/proxies/a/toxics", "{\"Type\":\"latency\",\"Attributes\":{\"Latency\":0}}").gives(200,
                                LATENCY)),
                row("of a field given twice the last counts",
                        post("/proxies",
                                "{\"name\":\"b\",\"Name\":\"a\",\"upstream\":\"127.0.0.1:1\",\"listen\":\""
                                        + "127.0.0.1:0\"}")
                                .gives(201, A)),
                row("unknown fields are passed over",
                        post("/proxies", CREATE.replace("{", "{\"colour\":{\"r\":[1,null]},")).gives(201, A),
                        post("/proxies/a/toxics", "{\"type\":\"latency\",\"attributes\":{\"colour\":1.5}}").gives(200,
                                LATENCY)),
                row("null leaves the default",
                        post("/proxies", CREATE.replace("}", ",\"enabled\":null,\"toxics\":null}")).gives(201, A),
                        patch("/proxies/a", "{\"listen\":null,\"upstream\":null,\"enabled\":null}").gives(200, A),
                        patch("/proxies/a", "null").gives(200, A),
                        post("/proxies/a/toxics",
                                "{\"type\":\"latency\",\"attributes\":null,\"name\":null,\"stream\""
                                        + ":null,\"toxicity\":null}")
                                .gives(200, LATENCY),
                        patch("/proxies/a/toxics/latency_downstream", "{\"attributes\":null,\"toxicity\":null}")
                                .gives(200, LATENCY),
                        delete("/proxies/a/toxics/latency_downstream").givesNothing(204),
                        post("/proxies/a/toxics", "{\"type\":\"latency\",\"attributes\":{\"latency\":null}}").gives(200,
                                LATENCY)),
                row("integers must be integers", post("/proxies", CREATE).gives(201, A), toxic("100.5", "100.5"),
                        toxic("\"100\"", "\"100\""), toxic("1e2", "1e2"), toxic("true", "true"),
                        toxic("[1]", "an array"), toxic("{}", "an object"),
                        toxic("99999999999999999999", "99999999999999999999")),
                row("text is written as Go writes it",
                        post("/proxies",
                                "{\"name\":\"<&>\\u00e9\\u2028\\n\\u0001\\\"\",\"listen\":\"127.0.0.1:0\","
                                        + "\"upstream\":\"127.0.0.1:1\"}")
                                .gives(201,
                                        shown("\\u003c\\u0026\\u003eé\\u2028\\n\\u0001\\\"", "127.0.0.1:<a>",
                                                "127.0.0.1:1", true))),
                row("names in paths are decoded",
                        post("/proxies", CREATE.replace("\"a\"", "\"a b+é\"")).gives(201,
                                shown("a b+é", "127.0.0.1:<a>", "127.0.0.1:1", true)),
                        get("/proxies/a%20b+%C3%A9").gives(200, shown("a b+é", "127.0.0.1:<a>", "127.0.0.1:1", true))));
    }

    private static Row.Step toxic(String latency, String shown) {
        return post("/proxies/a/toxics", "{\"type\":\"latency\",\"attributes\":{\"latency\":" + latency + "}}")
                .refuses(400, "bad request body: latency is " + shown + "; allowed: an integer")
                .butRealRefuses(400, "bad request body: json: cannot unmarshal <*>");
    }

    private static List<Row> errors() {
        String eof = "bad request body: EOF";
        String cut = "bad request body: unexpected EOF";
        return List.of(
                row("an empty body is refused", post("/proxies", "").refuses(400, eof),
                        post("/proxies", " \n ").refuses(400, eof), post("/proxies", CREATE).gives(201, A),
                        patch("/proxies/a", "").refuses(400, eof), post("/proxies/a", "").refuses(400, eof),
                        post("/proxies/a/toxics", "").refuses(400, eof),
                        post("/proxies/a/toxics", "{\"type\":\"latency\"}").gives(200, LATENCY),
                        patch("/proxies/a/toxics/latency_downstream", "").refuses(400, eof),
                        post("/populate", "").gives(400,
                                "{\"error\":\"bad request body: EOF\",\"status\":400,\"proxies\":null}")),
                row("a body that is cut short is refused", post("/proxies", "{\"name\":\"a\"").refuses(400, cut),
                        post("/proxies", "{\"name\":\"a").refuses(400, cut), post("/proxies", "{").refuses(400, cut),
                        post("/populate", "[{").gives(400,
                                "{\"error\":\"bad request body: unexpected EOF\",\"status\":400,\"proxies\":null}")),
                row("a body of another shape is refused",
                        post("/proxies", "[]")
                                .refuses(400, "bad request body: the body is an array; allowed: an object")
                                .butRealRefuses(400, "bad request body: json: cannot unmarshal <*>"),
                        post("/proxies", "{\"name\":5,\"upstream\":\"127.0.0.1:1\"}")
                                .refuses(400, "bad request body: name is 5; allowed: a string")
                                .butRealRefuses(400, "bad request body: json: cannot unmarshal <*>"),
                        post("/proxies", CREATE.replace("}", ",\"enabled\":\"yes\"}"))
                                .refuses(400, "bad request body: enabled is \"yes\"; allowed: true or false")
                                .butRealRefuses(400, "bad request body: json: cannot unmarshal <*>"),
                        post("/proxies", "{name}").refuses(400, "bad request body: <*>"),
                        post("/populate", "{}")
                                .gives(400,
                                        "{\"error\":\"bad request body: the body is an object; allowed: an array of "
                                                + "objects\",\"status\":400,\"proxies\":null}")
                                .butRealGives(400,
                                        "{\"error\":\"bad request body: json: cannot unmarshal <*>\","
                                                + "\"status\":400,\"proxies\":null}")),
                row("what is required is named", post("/proxies", "{}").refuses(400, "missing required field: name"),
                        post("/proxies", "null").refuses(400, "missing required field: name"),
                        post("/proxies", "{\"name\":\"\",\"upstream\":\"127.0.0.1:1\"}").refuses(400,
                                "missing required field: name"),
                        post("/proxies", "{\"name\":\"a\"}").refuses(400, "missing required field: upstream"),
                        post("/proxies", "{\"name\":\"a\",\"upstream\":\"\"}").refuses(400,
                                "missing required field: upstream")),
                row("a proxy that is not there is not found", get("/proxies/a").refuses(404, "proxy not found"),
                        post("/proxies/a", "{}").refuses(404, "proxy not found"),
                        patch("/proxies/a", "{").refuses(404, "proxy not found"),
                        delete("/proxies/a").refuses(404, "proxy not found"),
                        get("/proxies/a/toxics").refuses(404, "proxy not found"),
                        post("/proxies/a/toxics", "{}").refuses(404, "proxy not found"),
                        get("/proxies/a/toxics/t").refuses(404, "proxy not found"),
                        post("/proxies/a/toxics/t", "").refuses(404, "proxy not found"),
                        patch("/proxies/a/toxics/t", "{}").refuses(404, "proxy not found"),
                        delete("/proxies/a/toxics/t").refuses(404, "proxy not found")),
                row("a toxic that is not there is not found", post("/proxies", CREATE).gives(201, A),
                        get("/proxies/a/toxics/t").refuses(404, "toxic not found"),
                        post("/proxies/a/toxics/t", "").refuses(404, "toxic not found"),
                        patch("/proxies/a/toxics/t", "{}").refuses(404, "toxic not found"),
                        delete("/proxies/a/toxics/t").refuses(404, "toxic not found")));
    }

    private static List<Row> addresses() {
        return List.of(
                row("an address that is taken is told as Go tells it", post("/proxies", CREATE).gives(201, A),
                        create("127.0.0.1:<a>").refuses(500, "listen tcp 127.0.0.1:<a>: bind: address already in use"),
                        create("localhost:<a>").refuses(500, "listen tcp 127.0.0.1:<a>: bind: address already in use"),
                        get("/proxies").gives(200, "{\"a\":" + A + "}")),
                row("what is no address is told as Go tells it",
                        create("local373").refuses(500, "listen tcp: address local373: missing port in address"),
                        create("127.0.0.1:99999").refuses(500, "listen tcp: address 99999: invalid port"),
                        create("127.0.0.1:-1").refuses(500, "listen tcp: address -1: invalid port"),
                        create("127.0.0.1:abc").refuses(500, "listen tcp: lookup tcp/abc: unknown port"),
                        create("::1:80").refuses(500, "listen tcp: address ::1:80: too many colons in address"),
                        create("[::1").refuses(500, "listen tcp: address [::1: missing ']' in address"),
                        create("[::1]").refuses(500, "listen tcp: address [::1]: missing port in address"),
                        create("127.0.0.1]:4").refuses(500,
                                "listen tcp: address 127.0.0.1]:4: unexpected ']' in address"),
                        create("127[0.0.1:4").refuses(500,
                                "listen tcp: address 127[0.0.1:4: unexpected '[' in address"),
                        get("/proxies").gives(200, "{}")));
    }

    private static Row.Asking create(String listen) {
        return post("/proxies", "{\"name\":\"b\",\"listen\":\"" + listen + "\",\"upstream\":\"127.0.0.1:1\"}");
    }
}
