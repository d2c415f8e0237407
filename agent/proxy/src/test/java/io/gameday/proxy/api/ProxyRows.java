package io.gameday.proxy.api;

import java.util.List;
import java.util.stream.Stream;

import static io.gameday.proxy.api.GeneralRows.A;
import static io.gameday.proxy.api.GeneralRows.CREATE;
import static io.gameday.proxy.api.Row.delete;
import static io.gameday.proxy.api.Row.get;
import static io.gameday.proxy.api.Row.patch;
import static io.gameday.proxy.api.Row.post;
import static io.gameday.proxy.api.Row.row;
import static io.gameday.proxy.api.Row.shown;

/// What holds for proxies: create, update, delete, populate, reset.
final class ProxyRows {

    private static final String OFF = shown("a", "127.0.0.1:<a>", "127.0.0.1:1", false);
    private static final String NOOP = "{\"attributes\":{},\"name\":\"noop_downstream\",\"type\":\"noop\",\"stream\":"
            + "\"downstream\",\"toxicity\":1}";
    private static final String A_WITH_NOOP = shown("a", "127.0.0.1:<a>", "127.0.0.1:1", true, NOOP);

    private ProxyRows() {
    }

    static List<Row> all() {
        return Stream.of(creation(), update(), populate(), reset()).flatMap(List::stream).toList();
    }

    private static Row.Step withNoop() {
        return post("/proxies/a/toxics", "{\"type\":\"noop\"}").gives(200, NOOP);
    }

    private static List<Row> creation() {
        return List.of(row("without proxies the list is an empty object", get("/proxies").gives(200, "{}")),
                row("a proxy that is created is shown with its real address", post("/proxies", CREATE).gives(201, A),
                        get("/proxies/a").gives(200, A), get("/proxies").gives(200, "{\"a\":" + A + "}")),
                row("localhost is shown as its address",
                        post("/proxies", CREATE.replace("127.0.0.1:0", "localhost:0")).gives(201, A)),
                row("a listen address may leave its port open",
                        post("/proxies", CREATE.replace("127.0.0.1:0", "127.0.0.1:")).gives(201, A)),
                row("without listen any free port will do",
                        post("/proxies", "{\"name\":\"a\",\"upstream\":\"127.0.0.1:1\"}").gives(201, A)
                                .butRealGives(201, A.replace("127.0.0.1:<a>", "[::]:<a>")),
                        post("/proxies", "{\"name\":\"b\",\"upstream\":\"127.0.0.1:1\",\"listen\":\"\"}")
                                .gives(201, shown("b", "127.0.0.1:<b>", "127.0.0.1:1", true))
                                .butRealGives(201, shown("b", "[::]:<b>", "127.0.0.1:1", true))),
                row("a disabled proxy shows what was asked for",
                        post("/proxies", CREATE.replace("127.0.0.1:0\"", "localhost:0\",\"enabled\":false")).gives(201,
                                shown("a", "localhost:0", "127.0.0.1:1", false))),
                row("a disabled proxy without listen shows where it will be",
                        post("/proxies", "{\"name\":\"a\",\"upstream\":\"127.0.0.1:1\",\"enabled\":false}")
                                .gives(201, shown("a", "127.0.0.1:0", "127.0.0.1:1", false))
                                .butRealGives(201, shown("a", "", "127.0.0.1:1", false))),
                row("proxies are listed in the order of their names",
                        post("/proxies", CREATE.replace("\"a\"", "\"c\"")).gives(201,
                                shown("c", "127.0.0.1:<c>", "127.0.0.1:1", true)),
                        post("/proxies", CREATE).gives(201, A),
                        post("/proxies", CREATE.replace("\"a\"", "\"B\"")).gives(201,
                                shown("B", "127.0.0.1:<b>", "127.0.0.1:1", true)),
                        get("/proxies").gives(200,
                                "{\"B\":" + shown("B", "127.0.0.1:<b>", "127.0.0.1:1", true) + ",\"a\":" + A + ",\"c\":"
                                        + shown("c", "127.0.0.1:<c>", "127.0.0.1:1", true) + "}")),
                row("toxics in the body are passed over",
                        post("/proxies", CREATE.replace("}", ",\"toxics\":[{\"type\":\"noop\"}]}")).gives(201, A),
                        patch("/proxies/a", "{\"toxics\":[{\"type\":\"noop\"}]}").gives(200, A)),
                row("a name can be had once", post("/proxies", CREATE).gives(201, A),
                        post("/proxies", CREATE).refuses(409, "proxy already exists"),
                        get("/proxies").gives(200, "{\"a\":" + A + "}")),
                row("of several mistakes body, name, upstream, taken name and address are told in this order",
                        post("/proxies", CREATE).gives(201, A),
                        post("/proxies", "{\"enabled\":1}").refuses(400, "bad request body: <*>"),
                        post("/proxies", "{\"listen\":\"x\"}").refuses(400, "missing required field: name"),
                        post("/proxies", "{\"name\":\"a\",\"listen\":\"x\"}").refuses(400,
                                "missing required field: upstream"),
                        post("/proxies", CREATE.replace("127.0.0.1:0", "x")).refuses(409, "proxy already exists"),
                        post("/proxies", CREATE.replace("127.0.0.1:0", "x").replace("\"a\"", "\"b\"")).refuses(500,
                                "listen tcp: address x: missing port in address")),
                row("a proxy that is deleted is forgotten", post("/proxies", CREATE).gives(201, A), withNoop(),
                        delete("/proxies/a").givesNothing(204), get("/proxies").gives(200, "{}"),
                        delete("/proxies/a").refuses(404, "proxy not found"),
                        post("/proxies", CREATE.replace("127.0.0.1:0", "127.0.0.1:<a>")).gives(201, A)));
    }

    private static List<Row> update() {
        return List.of(
                row("an update may be a PATCH or a POST", post("/proxies", CREATE).gives(201, A),
                        patch("/proxies/a", "{\"enabled\":false}").gives(200, OFF),
                        post("/proxies/a", "{\"enabled\":true}").gives(200, A)),
                row("an update leaves what it does not name", post("/proxies", CREATE).gives(201, A),
                        patch("/proxies/a", "{}").gives(200, A),
                        patch("/proxies/a", "{\"upstream\":\"127.0.0.1:2\"}").gives(200,
                                shown("a", "127.0.0.1:<a>", "127.0.0.1:2", true)),
                        patch("/proxies/a", "{\"enabled\":false}").gives(200,
                                shown("a", "127.0.0.1:<a>", "127.0.0.1:2", false))),
                row("a proxy cannot be renamed", post("/proxies", CREATE).gives(201, A),
                        patch("/proxies/a", "{\"name\":\"b\"}").gives(200, A),
                        get("/proxies").gives(200, "{\"a\":" + A + "}")),
                row("toxics survive whatever is done to their proxy", post("/proxies", CREATE).gives(201, A),
                        withNoop(),
                        patch("/proxies/a", "{\"enabled\":false}").gives(200,
                                shown("a", "127.0.0.1:<a>", "127.0.0.1:1", false, NOOP)),
                        patch("/proxies/a", "{\"enabled\":true}").gives(200, A_WITH_NOOP),
                        patch("/proxies/a", "{\"upstream\":\"127.0.0.1:2\"}").gives(200,
                                shown("a", "127.0.0.1:<a>", "127.0.0.1:2", true, NOOP)),
                        patch("/proxies/a", "{\"listen\":\"127.0.0.1:0\"}").gives(200,
                                shown("a", "127.0.0.1:<b>", "127.0.0.1:2", true, NOOP))),
                row("the same address in another form is the same", post("/proxies", CREATE).gives(201, A),
                        patch("/proxies/a", "{\"listen\":\"localhost:<a>\"}").gives(200, A)),
                row("a disabled proxy takes new values and starts with them", post("/proxies", CREATE).gives(201, A),
                        patch("/proxies/a", "{\"enabled\":false,\"upstream\":\"127.0.0.1:2\"}").gives(200,
                                shown("a", "127.0.0.1:<a>", "127.0.0.1:2", false)),
                        patch("/proxies/a", "{\"listen\":\"localhost:0\"}").gives(200,
                                shown("a", "localhost:0", "127.0.0.1:2", false)),
                        patch("/proxies/a", "{\"enabled\":true}").gives(200,
                                shown("a", "127.0.0.1:<b>", "127.0.0.1:2", true))),
                row("what is no address leaves the proxy as it is", post("/proxies", CREATE).gives(201, A),
                        patch("/proxies/a", "{\"listen\":\"local373\"}").refuses(500,
                                "address local373: missing port in address"),
                        get("/proxies/a").gives(200, A)),
                row("a proxy whose new address is taken remains, disabled, with the new values",
                        post("/proxies", CREATE).gives(201, A),
                        post("/proxies", CREATE.replace("\"a\"", "\"b\"")).gives(201,
                                shown("b", "127.0.0.1:<b>", "127.0.0.1:1", true)),
                        patch("/proxies/b", "{\"listen\":\"127.0.0.1:<a>\",\"upstream\":\"127.0.0.1:2\"}").refuses(500,
                                "listen tcp 127.0.0.1:<a>: bind: address already in use"),
                        get("/proxies/b").gives(200, shown("b", "127.0.0.1:<a>", "127.0.0.1:2", false)),
                        patch("/proxies/b", "{\"enabled\":true}").refuses(500,
                                "listen tcp 127.0.0.1:<a>: bind: address already in use"),
                        delete("/proxies/a").givesNothing(204), patch("/proxies/b", "{\"enabled\":true}").gives(200,
                                shown("b", "127.0.0.1:<a>", "127.0.0.1:2", true))));
    }

    private static String populated(String... proxies) {
        return "{\"proxies\":[" + String.join(",", proxies) + "]}";
    }

    private static List<Row> populate() {
        String b = "{\"name\":\"b\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}";
        String shownB = shown("b", "127.0.0.1:<b>", "127.0.0.1:1", true);
        return List.of(
                row("populate adds in the order of the request",
                        post("/populate", "[" + b + "," + CREATE + "]").gives(201, populated(shownB, A))),
                row("nothing populated is reported as null", post("/populate", "[]").gives(201, "{\"proxies\":null}"),
                        post("/populate", "null").gives(201, "{\"proxies\":null}")),
                row("populate checks all before it adds any",
                        post("/populate", "[" + CREATE + ",{\"name\":\"b\"}]").gives(400,
                                "{\"error\":\"missing required field: upstream at proxy 2\",\"status\":400,\"proxies\":"
                                        + "null}"),
                        post("/populate", "[" + CREATE + ",{\"upstream\":\"127.0.0.1:1\"}]").gives(400,
                                "{\"error\":\"missing required field: name at proxy 2\",\"status\":400,\"proxies\":"
                                        + "null}"),
                        post("/populate", "[" + CREATE + ",null]").gives(400,
                                "{\"error\":\"missing required field: name at proxy 2\",\"status\":400,\"proxies\":"
                                        + "null}"),
                        get("/proxies").gives(200, "{}")),
                row("populate can add a proxy that is off",
                        post("/populate", "[" + CREATE.replace("}", ",\"enabled\":false}") + "]").gives(201,
                                populated(shown("a", "127.0.0.1:0", "127.0.0.1:1", false)))),
                row("populate leaves an equal proxy exactly as it is", post("/proxies", CREATE).gives(201, A),
                        withNoop(),
                        post("/populate", "[" + CREATE.replace("127.0.0.1:0", "localhost:<a>") + "]").gives(201,
                                populated(A_WITH_NOOP)),
                        patch("/proxies/a", "{\"enabled\":false}").gives(200,
                                shown("a", "127.0.0.1:<a>", "127.0.0.1:1", false, NOOP)),
                        post("/populate", "[" + CREATE.replace("127.0.0.1:0", "localhost:<a>") + "]").gives(201,
                                populated(shown("a", "127.0.0.1:<a>", "127.0.0.1:1", false, NOOP)))),
                row("populate leaves a disabled proxy that was given by name", post("/proxies", CREATE).gives(201, A),
                        delete("/proxies/a").givesNothing(204),
                        post("/proxies", CREATE.replace("127.0.0.1:0\"", "localhost:<a>\",\"enabled\":false"))
                                .gives(201, shown("a", "localhost:<a>", "127.0.0.1:1", false)),
                        post("/proxies/a/toxics", "{\"type\":\"noop\"}").gives(200, NOOP),
                        post("/populate", "[" + CREATE.replace("127.0.0.1:0", "localhost:<a>") + "]")
                                .gives(201, populated(shown("a", "localhost:<a>", "127.0.0.1:1", false, NOOP)))
                                .butRealGives(201, populated(A))),
                row("populate replaces a proxy that leads elsewhere", post("/proxies", CREATE).gives(201, A),
                        withNoop(),
                        post("/populate",
                                "[{\"name\":\"a\",\"listen\":\"127.0.0.1:<a>\",\"upstream\":\"127.0.0.1:2\"}]")
                                .gives(201, populated(shown("a", "127.0.0.1:<a>", "127.0.0.1:2", true)))),
                row("populate replaces a proxy that listens elsewhere", post("/proxies", CREATE).gives(201, A),
                        withNoop(),
                        post("/populate", "[" + CREATE + "]").gives(201,
                                populated(shown("a", "127.0.0.1:<b>", "127.0.0.1:1", true)))),
                row("populate passes over toxics",
                        post("/populate", "[" + CREATE.replace("}", ",\"toxics\":[{\"type\":\"noop\"}]}") + "]").gives(
                                201, populated(A))),
                row("populate stops at the first failure and tells what was done before",
                        post("/populate",
                                "[" + CREATE + "," + b.replace("127.0.0.1:0", "local373") + ","
                                        + b.replace("\"b\"", "\"c\"") + "]")
                                .gives(500,
                                        "{\"error\":\"listen tcp: address local373: missing port in address\","
                                                + "\"status\":500,\"proxies\":[" + A + "]}"),
                        get("/proxies").gives(200, "{\"a\":" + A + "}")),
                row("populate tells an address that is taken", post("/proxies", CREATE).gives(201, A),
                        post("/populate", "[" + b.replace("127.0.0.1:0", "127.0.0.1:<a>") + "]").gives(500,
                                "{\"error\":\"listen tcp 127.0.0.1:<a>: bind: address already in use\",\"status\":500,"
                                        + "\"proxies\":null}")),
                row("a proxy whose replacement cannot listen remains, stopped", post("/proxies", CREATE).gives(201, A),
                        post("/proxies", b).gives(201, shownB),
                        post("/proxies/b/toxics", "{\"type\":\"noop\"}").gives(200, NOOP),
                        post("/populate", "[" + b.replace("127.0.0.1:0", "127.0.0.1:<a>") + "]").gives(500,
                                "{\"error\":\"listen tcp 127.0.0.1:<a>: bind: address already in use\",\"status\":500,"
                                        + "\"proxies\":null}"),
                        get("/proxies/b").gives(200, shown("b", "127.0.0.1:<b>", "127.0.0.1:1", false, NOOP)),
                        patch("/proxies/b", "{\"enabled\":true}").gives(200,
                                shown("b", "127.0.0.1:<b>", "127.0.0.1:1", true, NOOP))));
    }

    private static List<Row> reset() {
        return List.of(
                row("reset enables every proxy and takes every toxic away", post("/proxies", CREATE).gives(201, A),
                        withNoop(),
                        patch("/proxies/a", "{\"enabled\":false}").gives(200,
                                shown("a", "127.0.0.1:<a>", "127.0.0.1:1", false, NOOP)),
                        post("/proxies/a/toxics", "{\"type\":\"timeout\",\"stream\":\"upstream\"}").gives(200,
                                "{\"attributes\":{\"timeout\":0},\"name\":\"timeout_upstream\",\"type\":\"timeout\","
                                        + "\"stream\":\"upstream\",\"toxicity\":1}"),
                        post("/reset", "").givesNothing(204), get("/proxies").gives(200, "{\"a\":" + A + "}")),
                row("reset looks at no body", post("/reset", "}{").givesNothing(204)),
                row("reset tells a proxy that cannot be enabled", post("/proxies", CREATE).gives(201, A),
                        post("/proxies",
                                CREATE.replace("\"a\"", "\"b\"").replace("127.0.0.1:0\"",
                                        "127.0.0.1:<a>\",\"enabled\":false"))
                                .gives(201, shown("b", "127.0.0.1:<a>", "127.0.0.1:1", false)),
                        post("/reset", "").refuses(500, "listen tcp 127.0.0.1:<a>: bind: address already in use")));
    }
}
