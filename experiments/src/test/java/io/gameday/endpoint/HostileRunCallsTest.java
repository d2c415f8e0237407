package io.gameday.endpoint;

import io.gameday.hostile.GoodCall;
import io.gameday.hostile.HostileRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HostileRunCallsTest {

    private static final List<GoodCall> CALLS = List.of(GoodCall.get("/v1/run"), GoodCall.get("/v1/events?after=1"),
            GoodCall.get("/v1/events?after=0&wait=0"),
            GoodCall.post("/v1/notes", "{\"role\":\"operator\",\"text\":\"it is slow\"}", "role", "text"),
            GoodCall.post("/v1/acknowledgements", "{\"role\":\"operator\"}", "role"),
            GoodCall.post("/v1/stop", "{\"by\":\"operator\",\"why\":\"incident\"}", "by", "why"),
            GoodCall.post("/v1/faults/f3/begun", "{\"by\":\"operator\"}", "by"));

    @Test
    void whateverComesNothingIsJournalledAndTheRunGoesOn(@TempDir Path folder) throws IOException {
        try (PlayedRun run = new PlayedRun(folder)) {
            var seen = new HostileRequests(run.endpoint.address(), run.token(), CALLS, Set.of(), 1).send();
            assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(HostileRequests.COUNT);
            assertThat(Files.readString(run.folder.journal())).isEmpty();
            assertThat(run.escaped).isEmpty();
        }
    }
}
