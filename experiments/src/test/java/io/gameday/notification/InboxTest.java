package io.gameday.notification;

import io.gameday.engine.Pager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InboxTest extends PagerContract {

    @TempDir
    private Path folder;

    @Override
    Pager working() {
        return new Inbox(file());
    }

    @Override
    Pager broken() {
        return new Inbox(folder);
    }

    @Override
    String channel() {
        return "inbox";
    }

    @Test
    void keepsOneMessageALine() throws Exception {
        answerOf(working(), PAGE);
        answerOf(working(), ACKNOWLEDGED);
        String incident = "\"run\":\"run-1\",\"incident\":\"run-1/2\",\"began\":\"2026-11-19T14:00:00Z\","
                + "\"subject\":\"zone-impact zone az1 is in ALARM\",\"alarm\":\"zone-impact\",\"scope\":\"zone az1\","
                + "\"evidence\":\"50 of 50 <failed> & \\\"refused\\\"\"}";
        assertThat(lines()).containsExactly("{\"event\":\"page\",\"to\":\"on-call\"," + incident,
                "{\"event\":\"acknowledged\",\"by\":\"responder <a&b>\"," + incident);
    }

    @Test
    void oneThatCannotBeWrittenIsNamed() throws Exception {
        assertThat(answerOf(broken(), PAGE)).contains("the inbox " + folder + " cannot be written: ");
    }

    private Iterable<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    private Path file() {
        return folder.resolve("inbox.jsonl");
    }
}
