package io.gameday.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExpositionReaderTest {

    /// The example of the text format's own page, but for the series of its histogram and summary that add nothing.
    private static final String EXAMPLE = """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000
            http_requests_total{method="post",code="400"}    3 1395066363000

            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9

            # Minimalistic line:
            metric_without_timestamp_and_labels 12.47

            # A weird metric from before the epoch:
            something_weird{problem="division by zero"} +Inf -3982045

            http_request_duration_seconds_bucket{le="+Inf"} 144320
            """;

    @Test
    void theExampleOfTheFormatIsRead() {
        assertThat(read(EXAMPLE))
                .isEqualTo(complete(Map.of(new Series("http_requests_total", Map.of("method", "post", "code", "200")),
                        told(1027, 1395066363),
                        new Series("http_requests_total", Map.of("method", "post", "code", "400")), told(3, 1395066363),
                        new Series("msdos_file_access_time_seconds",
                                Map.of("path", "C:\\DIR\\FILE.TXT", "error", "Cannot find file:\n\"FILE.TXT\"")),
                        sample(1.458255915e9), new Series("metric_without_timestamp_and_labels", Map.of()),
                        sample(12.47), new Series("something_weird", Map.of("problem", "division by zero")),
                        told(Double.POSITIVE_INFINITY, -3982.045),
                        new Series("http_request_duration_seconds_bucket", Map.of("le", "+Inf")), sample(144320))));
    }

    @Test
    void openMetricsIsReadWithItsTimesInSecondsAndItsExemplarsPassedOver() {
        assertThat(ExpositionReader.read(bytes("""
                # TYPE foo histogram
                # UNIT foo_seconds seconds
                foo_bucket{le="0.1"} 8.0 # {} 0.054
                foo_bucket{le="1.0"} 11.0 123.5 # {trace_id="KOO5S4vxi0o"} 0.67 1520879607.789
                foo_bucket{le="+Inf"} 17.0
                # EOF
                """), Format.OPEN_METRICS)).isEqualTo(complete(Map.of(new Series("foo_bucket", Map.of("le", "0.1")),
                sample(8), new Series("foo_bucket", Map.of("le", "1.0")), told(11, 123.5),
                new Series("foo_bucket", Map.of("le", "+Inf")), sample(17))));
    }

    @Test
    void blanksStandWhereverTheTextFormatAllowsThem() {
        assertThat(read("\t a { b = \"c\" , d=\"\" , } \t1  2000 \n\n  # told by nobody\n"))
                .isEqualTo(complete(Map.of(new Series("a", Map.of("b", "c")), new Sample(1, OptionalDouble.of(2)))));
    }

    @Test
    void anAnswerWithoutLinesHasNoSeries() {
        assertThat(read("")).isEqualTo(complete(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "+1.5, 1.5", "-.5, -0.5", "1., 1", "1e3, 1000", "2.5E-3, 0.0025", "NaN, NaN", "+Inf, Infinity",
            "-Inf, -Infinity", "inf, Infinity", "0, 0"})
    void numbersAreReadAsGoWritesThem(String written, double value) {
        assertThat(read("a " + written + "\n")).isEqualTo(complete(Map.of(new Series("a", Map.of()), sample(value))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "9a 1 | metric name is '9a 1'; allowed: a letter, underscore or colon, then letters, digits, underscores or colons",
            "a-b 1 | what follows the metric name is '-b 1'; allowed: labels in braces, or a blank and a number",
            "a | what follows the metric name is ''; allowed: labels in braces, or a blank and a number",
            "a one | value is 'one'; allowed: a decimal number, NaN, +Inf or -Inf",
            "a 1d | value is '1d'; allowed: a decimal number, NaN, +Inf or -Inf",
            "a 0x1p3 | value is '0x1p3'; allowed: a decimal number, NaN, +Inf or -Inf",
            "a{} | value is ''; allowed: a decimal number, NaN, +Inf or -Inf",
            "a 1 soon | time is 'soon'; allowed: a decimal number, NaN, +Inf or -Inf",
            "a 1 NaN | time is 'NaN'; allowed: a finite number",
            "a 1 2 3 | what follows the number and its time is '3'; allowed: nothing",
            "a 1 # {} 2 | time is '#'; allowed: a decimal number, NaN, +Inf or -Inf",
            "a{b:c=\"d\"} 1 | what follows a label's name is ':c=\"d\"} 1'; allowed: =",
            "a{b=c} 1 | what follows a label's = is 'c} 1'; allowed: \"",
            "a{b=\"c} 1 | a label's value does not end; allowed: a closing quote on the same line",
            "a{b=\"c\" d=\"e\"} 1 | what follows a label's value is 'd=\"e\"} 1'; allowed: a comma or }",
            "a{,} 1 | label name is ',} 1'; allowed: a letter or underscore, then letters, digits or underscores",
            "a{b=\"c\",b=\"c\"} 1 | label b is given twice; allowed: once",
            "b 1 | series is 'b'; allowed: each series once, and this one stands above too"})
    void aLineThatCannotBeReadIsToldWithItsNumberAndWhatIsAllowed(String line, String why) {
        assertThat(read("# TYPE b counter\nb 1\n" + line + "\nc 1\n")).isEqualTo(new Parsed.Unreadable(3, why));
    }

    @Test
    void whatAnotherWroteIsShownShortAndWithoutControlCharacters() {
        assertThat(read("a \u001b[31m" + "x".repeat(100) + "\n")).hasToString(
                "line 1: value is '?[31m" + "x".repeat(35) + "…'; allowed: a decimal number, NaN, +Inf or -Inf");
    }

    @Test
    void anAnswerThatWasCutOffIsNotTakenForAWholeOne() {
        assertThat(read("a 1\nb 10")).hasToString("line 2: the last line is 'b 10'; allowed: a line that ends with a "
                + "line feed; the answer may have been cut off");
        assertThat(ExpositionReader.read(bytes("a 1\n"), Format.OPEN_METRICS)).hasToString("line 2: the answer ends "
                + "without # EOF, so that it may have been cut off; allowed: # EOF as the last line");
        assertThat(ExpositionReader.read(bytes("a 1\n# EOF"), Format.OPEN_METRICS))
                .isEqualTo(complete(Map.of(new Series("a", Map.of()), sample(1))));
    }

    @Test
    void nothingFollowsTheEndOfOpenMetrics() {
        assertThat(ExpositionReader.read(bytes("# EOF\na 1\n"), Format.OPEN_METRICS))
                .hasToString("line 2: what follows # EOF is 'a 1'; allowed: nothing");
        assertThat(ExpositionReader.read(bytes("# EOF\na 1"), Format.OPEN_METRICS))
                .hasToString("line 2: the last line is 'a 1'; allowed: nothing after # EOF");
        assertThat(read("# EOF\na 1\n")).isEqualTo(complete(Map.of(new Series("a", Map.of()), sample(1))));
    }

    @Test
    void everySizeHasALimit() {
        assertThat(ExpositionReader.read(new byte[ExpositionReader.LARGEST + 1], Format.TEXT))
                .hasToString("line 1: all lines are 1048577 bytes; allowed: 1048576");
        assertThat(read("a 1\nb{c=\"" + "x".repeat(16_384) + "\"} 1\n"))
                .hasToString("line 2: the line has 16393 characters; allowed: 16384");
        assertThat(read(IntStream.rangeClosed(1, 65).mapToObj(n -> "l" + n + "=\"1\"")
                .collect(Collectors.joining(",", "a{", "} 1\n"))))
                .hasToString("line 1: there are more than 64 labels; allowed: 64");
        assertThat(read(IntStream.rangeClosed(1, 20_001).mapToObj(n -> "a" + n + " 1\n").collect(Collectors.joining())))
                .hasToString("line 20001: there are more than 20000 series; allowed: 20000; let the server tell fewer, "
                        + "or ask it for some of them");
    }

    @Test
    void bytesThatAreNotTextAreToldByLine() {
        assertThat(ExpositionReader.read(new byte[]{'a', ' ', '1', '\n', 'b', (byte) 0xc3, '\n'}, Format.TEXT))
                .hasToString("line 2: a byte is not UTF-8; allowed: UTF-8");
    }

    @Test
    void whateverIsWrittenIsReadAsItWasMeant() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            Map<Series, Sample> meant = new LinkedHashMap<>();
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                Map<String, String> labels = new TreeMap<>();
                for (int l = random.nextInt(4); l > 0; l--) {
                    labels.put("l" + random.nextInt(5), value(random));
                }
                Series series = new Series("m_" + random.nextInt(20), labels);
                double number = Double.longBitsToDouble(random.nextLong());
                if (meant.putIfAbsent(series, sample(number)) == null) {
                    text.append(series).append(' ').append(written(number)).append('\n');
                }
            }
            assertThat(read(text.toString())).as("round %d:%n%s", round, text).isEqualTo(complete(meant));
        }
    }

    @Test
    void whateverIsGivenEndsInAnAnswerThatNamesALineOfIt() {
        Random random = new Random(12);
        for (int round = 0; round < 20_000; round++) {
            byte[] body = round % 2 == 0 ? noise(random) : spoilt(random);
            Format format = Format.values()[random.nextInt(2)];
            Parsed parsed = ExpositionReader.read(body, format);
            if (parsed instanceof Parsed.Unreadable(int line, String why)) {
                long lines = 1 + new String(body, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
                assertThat(line).as("round %d", round).isBetween(1, (int) lines);
                assertThat(why).contains("; allowed: ");
                assertThat(why.length()).isLessThan(400);
            }
        }
    }

    @Test
    void seriesWithTheSameHashesAreReadAsQuickly() {
        // "Aa" and "BB" have the same hash, so that all of these do.
        List<String> same = List.of("Aa", "BB");
        String text = IntStream.range(0, 1 << 14).mapToObj(n -> IntStream.range(0, 14)
                .mapToObj(bit -> same.get(n >> bit & 1)).collect(Collectors.joining("", "a{b=\"", "\"} 1\n")))
                .collect(Collectors.joining());
        assertThat(read(text)).isInstanceOfSatisfying(Parsed.Complete.class,
                complete -> assertThat(complete.exposition().samples()).hasSize(1 << 14));
    }

    private static byte[] noise(Random random) {
        String likely = "ab{}=\",\\ \t\n#EOF 1.e+-NIfé";
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(60); n > 0; n--) {
            text.append(likely.charAt(random.nextInt(likely.length())));
        }
        return bytes(text.toString());
    }

    /// The example, with some bytes changed and perhaps cut off.
    private static byte[] spoilt(Random random) {
        byte[] body = bytes(EXAMPLE);
        for (int n = random.nextInt(4); n >= 0; n--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? body : Arrays.copyOf(body, random.nextInt(body.length));
    }

    private static String value(Random random) {
        String letters = "a\\\"\n é{},=#";
        StringBuilder value = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            value.append(letters.charAt(random.nextInt(letters.length())));
        }
        return value.toString();
    }

    private static String written(double number) {
        return Double.isInfinite(number) ? number > 0 ? "+Inf" : "-Inf" : Double.toString(number);
    }

    private static Parsed read(String text) {
        return ExpositionReader.read(bytes(text), Format.TEXT);
    }

    private static Parsed complete(Map<Series, Sample> samples) {
        return new Parsed.Complete(new Exposition(samples));
    }

    private static Sample sample(double value) {
        return new Sample(value, OptionalDouble.empty());
    }

    private static Sample told(double value, double seconds) {
        return new Sample(value, OptionalDouble.of(seconds));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
