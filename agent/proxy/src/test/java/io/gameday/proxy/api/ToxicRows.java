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

/// What holds for toxics.
final class ToxicRows {

    private static final String TOXICS = "/proxies/a/toxics";

    private ToxicRows() {
    }

    static List<Row> all() {
        return Stream.of(kinds(), creation(), update(), ranges()).flatMap(List::stream).toList();
    }

    private static String toxic(String type, String attributes) {
        return toxic(type + "_downstream", type, attributes, "downstream", "1");
    }

    private static String toxic(String name, String type, String attributes, String stream, String toxicity) {
        return "{\"attributes\":{" + attributes + "},\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"stream\":\""
                + stream + "\",\"toxicity\":" + toxicity + "}";
    }

    private static Row kind(String type, String given, String shown) {
        return row("a toxic of type " + type + " is taken with its attributes", post("/proxies", CREATE).gives(201, A),
                post(TOXICS, "{\"type\":\"" + type + "\",\"attributes\":{" + given + "}}").gives(200,
                        toxic(type, shown)),
                get(TOXICS + "/" + type + "_downstream").gives(200, toxic(type, shown)),
                get("/proxies/a").gives(200, shown("a", "127.0.0.1:<a>", "127.0.0.1:1", true, toxic(type, shown))));
    }

    private static Row defaults(String type, String shown) {
        return row("the attributes of a toxic of type " + type + " are 0 unless given",
                post("/proxies", CREATE).gives(201, A),
                post(TOXICS, "{\"type\":\"" + type + "\"}").gives(200, toxic(type, shown)));
    }

    private static List<Row> kinds() {
        return List.of(kind("latency", "\"jitter\":50,\"latency\":1000", "\"latency\":1000,\"jitter\":50"),
                kind("bandwidth", "\"rate\":10", "\"rate\":10"), kind("slow_close", "\"delay\":20", "\"delay\":20"),
                kind("timeout", "\"timeout\":30", "\"timeout\":30"),
                kind("reset_peer", "\"timeout\":40", "\"timeout\":40"),
                kind("slicer", "\"delay\":7,\"size_variation\":6,\"average_size\":50",
                        "\"average_size\":50,\"size_variation\":6,\"delay\":7"),
                kind("limit_data", "\"bytes\":100", "\"bytes\":100"), kind("noop", "\"x\":1", ""),
                defaults("latency", "\"latency\":0,\"jitter\":0"), defaults("bandwidth", "\"rate\":0"),
                defaults("slow_close", "\"delay\":0"), defaults("timeout", "\"timeout\":0"),
                defaults("reset_peer", "\"timeout\":0"), defaults("limit_data", "\"bytes\":0"), defaults("noop", ""));
    }

    private static List<Row> creation() {
        String up = toxic("noop_upstream", "noop", "", "upstream", "1");
        String down = toxic("noop", "");
        return List.of(
                row("without toxics the list is an empty array", post("/proxies", CREATE).gives(201, A),
                        get(TOXICS).gives(200, "[]")),
                row("toxics are listed upstream first, then in the order added", post("/proxies", CREATE).gives(201, A),
                        post(TOXICS, "{\"type\":\"noop\"}").gives(200, down),
                        post(TOXICS, "{\"type\":\"noop\",\"stream\":\"upstream\"}").gives(200, up),
                        post(TOXICS, "{\"type\":\"noop\",\"name\":\"a\"}").gives(200,
                                toxic("a", "noop", "", "downstream", "1")),
                        post(TOXICS, "{\"type\":\"noop\",\"name\":\"b\",\"stream\":\"upstream\"}").gives(200,
                                toxic("b", "noop", "", "upstream", "1")),
                        get(TOXICS).gives(200,
                                "[" + up + "," + toxic("b", "noop", "", "upstream", "1") + "," + down + ","
                                        + toxic("a", "noop", "", "downstream", "1") + "]")),
                row("a stream may be written in any case", post("/proxies", CREATE).gives(201, A),
                        post(TOXICS, "{\"type\":\"noop\",\"stream\":\"UpStream\"}").gives(200, up).butRealGives(200,
                                toxic("noop_UpStream", "noop", "", "UpStream", "1"))),
                row("toxicity is shown in its shortest form", post("/proxies", CREATE).gives(201, A),
                        toxicity("t1", "0.1", "0.1"), toxicity("t2", "1.0", "1"), toxicity("t3", "0", "0"),
                        toxicity("t4", "0.30000001192092896", "0.3"), toxicity("t5", "1e-1", "0.1"),
                        toxicity("t6", "0.0000005", "5e-7"), toxicity("t7", "0.000001", "0.000001"),
                        toxicity("t8", "0.123456789", "0.12345679"), toxicity("t9", "1.5e-9", "1.5e-9")),
                row("a name can be had once over both streams", post("/proxies", CREATE).gives(201, A),
                        post(TOXICS, "{\"type\":\"noop\",\"name\":\"t\"}").gives(200,
                                toxic("t", "noop", "", "downstream", "1")),
                        post(TOXICS, "{\"type\":\"latency\",\"name\":\"t\",\"stream\":\"upstream\"}").refuses(409,
                                "toxic already exists")),
                row("of several mistakes body, stream, type, taken name and attributes are told in this order",
                        post("/proxies", CREATE).gives(201, A), post(TOXICS, "{\"type\":\"noop\"}").gives(200, down),
                        post(TOXICS, "{\"stream\":\"side\",\"toxicity\":\"much\"}").refuses(400,
                                "bad request body: <*>"),
                        post(TOXICS, "{\"stream\":\"side\",\"attributes\":[]}").refuses(400, "bad request body: <*>"),
                        post(TOXICS, "{\"stream\":\"side\",\"type\":\"x\"}").refuses(400,
                                "stream was invalid, can be either upstream or downstream"),
                        post(TOXICS, "{\"type\":\"x\",\"name\":\"noop_downstream\"}").refuses(400,
                                "invalid toxic type"),
                        post(TOXICS, "{}").refuses(400, "invalid toxic type"),
                        post(TOXICS, "{\"type\":\"Latency\"}").refuses(400, "invalid toxic type"),
                        post(TOXICS,
                                "{\"type\":\"latency\",\"name\":\"noop_downstream\",\"attributes\":{\"latency\":\"x"
                                        + "\"}}")
                                .refuses(409, "toxic already exists"),
                        post(TOXICS, "{\"type\":\"latency\",\"attributes\":{\"latency\":\"x\"}}").refuses(400,
                                "bad request body: <*>"),
                        get(TOXICS).gives(200, "[" + down + "]")),
                row("a toxic that is deleted is gone", post("/proxies", CREATE).gives(201, A),
                        post(TOXICS, "{\"type\":\"noop\"}").gives(200, down),
                        delete(TOXICS + "/noop_downstream").givesNothing(204), get(TOXICS).gives(200, "[]"),
                        delete(TOXICS + "/noop_downstream").refuses(404, "toxic not found")));
    }

    private static Row.Step toxicity(String name, String given, String shown) {
        return post(TOXICS, "{\"type\":\"noop\",\"name\":\"" + name + "\",\"toxicity\":" + given + "}").gives(200,
                toxic(name, "noop", "", "downstream", shown));
    }

    private static List<Row> update() {
        String path = TOXICS + "/latency_downstream";
        Row.Step created = post(TOXICS, "{\"type\":\"latency\",\"attributes\":{\"latency\":100,\"jitter\":10}}")
                .gives(200, toxic("latency", "\"latency\":100,\"jitter\":10"));
        return List.of(
                row("an update of a toxic may be a PATCH or a POST", post("/proxies", CREATE).gives(201, A), created,
                        patch(path, "{\"attributes\":{\"latency\":200}}").gives(200,
                                toxic("latency", "\"latency\":200,\"jitter\":10")),
                        post(path, "{\"attributes\":{\"jitter\":20}}").gives(200,
                                toxic("latency", "\"latency\":200,\"jitter\":20")),
                        get(path).gives(200, toxic("latency", "\"latency\":200,\"jitter\":20"))),
                row("an update of a toxic leaves what it does not name", post("/proxies", CREATE).gives(201, A),
                        created, patch(path, "{}").gives(200, toxic("latency", "\"latency\":100,\"jitter\":10")),
                        patch(path, "{\"toxicity\":0.5}").gives(200,
                                toxic("latency_downstream", "latency", "\"latency\":100,\"jitter\":10", "downstream",
                                        "0.5")),
                        patch(path, "{\"attributes\":{\"latency\":50}}").gives(200,
                                toxic("latency_downstream", "latency", "\"latency\":50,\"jitter\":10", "downstream",
                                        "0.5"))),
                row("name, type and stream of a toxic stay", post("/proxies", CREATE).gives(201, A), created,
                        patch(path, "{\"name\":\"x\",\"type\":\"timeout\",\"stream\":\"upstream\"}").gives(200,
                                toxic("latency", "\"latency\":100,\"jitter\":10"))),
                row("an update that is refused halfway changes nothing", post("/proxies", CREATE).gives(201, A),
                        created,
                        patch(path, "{\"attributes\":{\"latency\":5,\"jitter\":\"x\"}}").refuses(400,
                                "bad request body: <*>"),
                        get(path).gives(200, toxic("latency", "\"latency\":100,\"jitter\":10")).butRealGives(200,
                                toxic("latency", "\"latency\":5,\"jitter\":10"))),
                row("an update that is refused changes nothing", post("/proxies", CREATE).gives(201, A), created,
                        patch(path, "{\"attributes\":{\"latency\":1.5}}").refuses(400, "bad request body: <*>"),
                        patch(path, "{\"toxicity\":\"x\"}").refuses(400, "bad request body: <*>"),
                        patch(path, "{").refuses(400, "bad request body: unexpected EOF"),
                        get(path).gives(200, toxic("latency", "\"latency\":100,\"jitter\":10"))));
    }

    private static List<Row> ranges() {
        return List.of(
                row("what is out of range is refused, where Toxiproxy takes it", post("/proxies", CREATE).gives(201, A),
                        outOfRange(
                                "latency", "\"latency\":-1", "latency is -1 ms; allowed: 0 to 30000 ms",
                                "\"latency\":-1,\"jitter\":0"),
                        outOfRange("bandwidth", "\"rate\":-1", "rate is -1 KB/s; allowed: 0 or more", "\"rate\":-1"),
                        outOfRange("slow_close", "\"delay\":600001", "delay is 600001 ms; allowed: 0 to 600000 ms",
                                "\"delay\":600001"),
                        outOfRange("slicer", "", "average_size is 0 bytes; allowed: 1 to 2147483647 bytes",
                                "\"average_size\":0,\"size_variation\":0,\"delay\":0"),
                        outOfRange("limit_data", "\"bytes\":-5", "bytes is -5 bytes; allowed: 0 or more",
                                "\"bytes\":-5")),
                row("a toxicity out of range is refused, where Toxiproxy takes it",
                        post("/proxies", CREATE).gives(201, A),
                        post(TOXICS, "{\"type\":\"noop\",\"toxicity\":7}")
                                .refuses(400, "bad request body: toxicity is 7.0; allowed: 0 to 1")
                                .butRealGives(200, toxic("noop_downstream", "noop", "", "downstream", "7"))));
    }

    private static Row.Step outOfRange(String type, String given, String message, String shown) {
        return post(TOXICS, "{\"type\":\"" + type + "\",\"attributes\":{" + given + "}}")
                .refuses(400, "bad request body: " + message).butRealGives(200, toxic(type, shown));
    }
}
