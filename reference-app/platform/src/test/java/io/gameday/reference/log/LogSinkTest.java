package io.gameday.reference.log;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogSinkTest {

    private final List<String> written = new ArrayList<>();
    private final Map<String, HttpAnswer> answers = new LinkedHashMap<>();
    private boolean diskFull;
    private final LogSink sink = new LogSink(Runnable::run, lines -> {
        if (diskFull) {
            throw new IOException("no space left");
        }
        written.add(lines);
    });

    @Test
    void aBatchIsAcknowledgedOnceItIsWritten() {
        post("a", "orders-1", "cell-1", "az1", 1);

        assertThat(answers.get("a").status()).isEqualTo(200);
        assertThat(answers.get("a").text()).isEqualTo("{\"written\":2}");
        assertThat(written).containsExactly("orders-1 batch 1\nsecond line\n");
        assertThat(sink.state()).isEqualTo(new LogSink.State(2, 0, List.of()));
    }

    @Test
    void aStalledSinkNeitherWritesNorAcknowledgesForTheTasksInScope() {
        sink.stall(new Scope.CellZone("cell-1", "az1"));

        post("in scope", "orders-1", "cell-1", "az1", 1);
        post("other cell", "orders-2", "cell-2", "az1", 1);
        post("other zone", "orders-3", "cell-1", "az2", 1);

        assertThat(answers).containsOnlyKeys("other cell", "other zone");
        assertThat(written).hasSize(2).noneMatch(text -> text.contains("orders-1"));
        assertThat(sink.state()).isEqualTo(new LogSink.State(4, 1, List.of("cell cell-1 zone az1")));
        assertThat(asked("/state").text())
                .isEqualTo("{\"linesWritten\":4,\"batchesWaiting\":1,\"stalls\":[\"cell cell-1 zone az1\"]}");
    }

    @Test
    void whatWasWithheldIsWrittenInTheOrderOfItsArrivalWhenTheStallEnds() {
        LogSink.Stall stall = sink.stall(Scope.SITE);
        post("a", "orders-2", "cell-1", "az2", 7);
        post("b", "orders-1", "cell-1", "az1", 1);

        stall.end();
        stall.end();

        assertThat(answers).containsOnlyKeys("a", "b");
        assertThat(written).containsExactly("orders-2 batch 7\nsecond line\n", "orders-1 batch 1\nsecond line\n");
    }

    @Test
    void aStallThatEndsLeavesToAnotherWhatThatWithholds() {
        LogSink.Stall zone = sink.stall(new Scope.Zone("az1"));
        LogSink.Stall cell = sink.stall(new Scope.Cell("cell-1"));
        post("both", "orders-1", "cell-1", "az1", 1);
        post("zone only", "orders-2", "cell-2", "az1", 1);

        zone.end();
        assertThat(answers).containsOnlyKeys("zone only");
        cell.end();
        assertThat(answers).containsOnlyKeys("zone only", "both");
    }

    @Test
    void aBatchPostedAgainDuringAStallIsWrittenOnceAndAcknowledgedToTheLastWhoAsked() {
        LogSink.Stall stall = sink.stall(Scope.SITE);
        post("first", "orders-1", "cell-1", "az1", 1);
        post("again", "orders-1", "cell-1", "az1", 1);
        stall.end();

        assertThat(written).hasSize(1);
        assertThat(answers).containsOnlyKeys("again");
    }

    @Test
    void aBatchWhoseAcknowledgementGotLostIsAcknowledgedAgainAndNotWrittenAgain() {
        post("first", "orders-1", "cell-1", "az1", 1);
        post("again", "orders-1", "cell-1", "az1", 1);
        post("next", "orders-1", "cell-1", "az1", 2);

        assertThat(answers.values()).extracting(HttpAnswer::status).containsExactly(200, 200, 200);
        assertThat(written).containsExactly("orders-1 batch 1\nsecond line\n", "orders-1 batch 2\nsecond line\n");
    }

    @Test
    void whatCannotBeWrittenIsNotAcknowledgedAndMayComeAgain() {
        diskFull = true;
        post("full", "orders-1", "cell-1", "az1", 1);
        diskFull = false;
        post("again", "orders-1", "cell-1", "az1", 1);

        assertThat(answers.get("full").status()).isEqualTo(503);
        assertThat(answers.get("full").text()).contains("cannot be written: no space left");
        assertThat(answers.get("again").status()).isEqualTo(200);
        assertThat(written).hasSize(1);
    }

    @Test
    void whoDoesNotSayWhoseLinesTheseAreIsRefused() {
        sink.handle(HttpRequest.post("/batches", "{}"), answer -> answers.put("nobody", answer));

        assertThat(answers.get("nobody").status()).isEqualTo(400);
        assertThat(answers.get("nobody").text()).contains("x-gameday-task is missing");
        assertThat(asked("/else").status()).isEqualTo(404);
    }

    private HttpAnswer asked(String path) {
        sink.handle(HttpRequest.get(path), answer -> answers.put(path, answer));
        return answers.get(path);
    }

    private void post(String name, String task, String cell, String zone, long batch) {
        Map<String, String> headers = Map.of(LogSink.TASK, task, LogSink.CELL, cell, LogSink.ZONE, zone, LogSink.BATCH,
                Long.toString(batch), LogSink.LINES, "2");
        byte[] body = (task + " batch " + batch + "\nsecond line\n").getBytes(StandardCharsets.UTF_8);
        sink.handle(new HttpRequest("POST", "/batches", Map.of(), headers, body), answer -> answers.put(name, answer));
    }
}
