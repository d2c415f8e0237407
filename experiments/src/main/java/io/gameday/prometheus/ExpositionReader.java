package io.gameday.prometheus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the text that a Prometheus endpoint answers with: the text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats)
/// and OpenMetrics 1.0 (its specification, section 3), as far as numbers go. Help, types, units and exemplars are passed over.
///
/// Whatever is given, it ends in an answer and takes time and memory in proportion to its size.
public final class ExpositionReader {

    /// What an answer may hold, in bytes: 1 MiB, some 10,000 lines.
    public static final int LARGEST = 1 << 20;
    /// How many series an answer may tell.
    public static final int MOST_SERIES = 20_000;
    private static final int LONGEST_LINE = 16_384;
    private static final String END = "# EOF";

    private final String text;
    private final Format format;
    private final Map<Series, Sample> samples = new LinkedHashMap<>();
    private boolean atEnd;

    private ExpositionReader(String text, Format format) {
        this.text = text;
        this.format = format;
    }

    /// Reads an answer's body.
    public static Parsed read(byte[] body, Format format) {
        if (body.length > LARGEST) {
            return new Parsed.Unreadable(1, "all lines are " + body.length + " bytes; allowed: " + LARGEST);
        }
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer text = CharBuffer.allocate(body.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            return new Parsed.Unreadable(lineAt(body, bytes.position()), "a byte is not UTF-8; allowed: UTF-8");
        }
        return new ExpositionReader(text.flip().toString(), format).lines();
    }

    private Parsed lines() {
        int number = 1;
        int begin = 0;
        try {
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
                line(text.substring(begin, end));
                begin = end + 1;
                number++;
            }
            end(text.substring(begin));
            return new Parsed.Complete(new Exposition(samples));
        } catch (Malformed malformed) {
            return new Parsed.Unreadable(number, String.valueOf(malformed.getMessage()));
        }
    }

    private void line(String line) throws Malformed {
        if (atEnd) {
            throw new Malformed("what follows " + END, line, "nothing");
        }
        if (line.length() > LONGEST_LINE) {
            throw new Malformed("the line has " + line.length() + " characters; allowed: " + LONGEST_LINE);
        }
        String content = line.strip();
        if (content.isEmpty()) {
            return;
        }
        if (content.startsWith("#")) {
            atEnd = format == Format.OPEN_METRICS && content.equals(END);
            return;
        }
        SampleLine.Told told = SampleLine.read(line, format);
        if (samples.putIfAbsent(told.series(), told.sample()) != null) {
            throw new Malformed("series", told.series().toString(), "each series once, and this one stands above too");
        }
        if (samples.size() > MOST_SERIES) {
            throw new Malformed("there are more than " + MOST_SERIES + " series; allowed: " + MOST_SERIES
                    + "; let the server tell fewer, or ask it for some of them");
        }
    }

    /// An answer that was cut off must not be taken for a whole one, nor 10 for 100.
    ///
    /// @param rest what stands after the last line feed
    private void end(String rest) throws Malformed {
        boolean endsItself = format == Format.OPEN_METRICS;
        if (endsItself && !atEnd && rest.equals(END)) {
            return;
        }
        if (!rest.isEmpty()) {
            throw new Malformed("the last line", rest,
                    atEnd
                            ? "nothing after " + END
                            : "a line that ends with a line feed; the answer may have been cut off");
        }
        if (endsItself && !atEnd) {
            throw new Malformed("the answer ends without " + END + ", so that it may have been cut off; allowed: " + END
                    + " as the last line");
        }
    }

    private static int lineAt(byte[] body, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (body[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
