package io.gameday.console.home;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.Verdict;
import io.gameday.observability.Tally;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A run folder, event by event.
final class RunFixture {

    private static final Fault FAULT = new Fault.ZonePowerLoss("az1");

    final Path folder;
    private Instant at = Instant.parse("2026-01-01T14:01:00Z");
    private long seq;

    RunFixture(Path runs, String name) throws IOException {
        folder = Files.createDirectories(runs.resolve(name));
        Files.createFile(journal());
    }

    Path journal() {
        return folder.resolve("journal.jsonl");
    }

    RunFixture started(String experiment) throws IOException {
        return add(new Event.RunStarted(experiment, "Title", "Hypothesis", TargetKind.LOCAL, 1, "test",
                List.of("cell-1"), List.of("az1", "az2"), 100, 40, 120, "owner", 1));
    }

    RunFixture injected() throws IOException {
        return add(new Event.FaultInjected("f1", FAULT, Duration.ofSeconds(40), Duration.ofSeconds(8)));
    }

    RunFixture second(long requests, long useful, int hurtEver) throws IOException {
        at = at.plusSeconds(1);
        return add(new Event.SecondMeasured(at.minusSeconds(1),
                Map.of("customer site", new Tally(requests, useful, 90_000, 150_000)), hurtEver, hurtEver, 40));
    }

    RunFixture ended(int code, String reason) throws IOException {
        return add(new Event.RunEnded(code, code == 0 ? Verdict.HELD : Verdict.UNKNOWN, reason));
    }

    RunFixture add(Event event) throws IOException {
        String line = JournalFormat.write(new Entry(++seq, at, folder.getFileName().toString(), event));
        return raw(line + "\n");
    }

    RunFixture raw(String text) throws IOException {
        Files.writeString(journal(), text, StandardOpenOption.APPEND);
        return this;
    }

    /// As its controller does while it lives.
    RunFixture playedBy(ProcessIdentity process) throws IOException {
        Files.writeString(folder.resolve("endpoint.json"),
                "{\"address\":\"127.0.0.1:1\",\"token\":\"secret\",\"pid\":" + process.pid() + ",\"startTicks\":"
                        + process.startTicks() + ",\"bootId\":\"" + process.bootId() + "\"}");
        return this;
    }

    static ProcessIdentity living() {
        return ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    }

    static ProcessIdentity gone() {
        ProcessIdentity self = living();
        return new ProcessIdentity(self.pid(), self.startTicks() + 1, self.bootId());
    }
}
