package io.gameday.reference.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Lines of one task on their way to the sink. A batch that is posted again is the same one, number and all, so that
/// the sink writes it once.
///
/// @param number counts up from 1 for each task
/// @param lines  how many
/// @param text   the lines as JSON, each with its end
public record LogBatch(Origin from, long number, int lines, String text) {

    static LogBatch of(Origin from, long number, List<byte[]> lines) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            text.writeBytes(line);
            text.write('\n');
        }
        return new LogBatch(from, number, lines.size(), text.toString(StandardCharsets.UTF_8));
    }
}
