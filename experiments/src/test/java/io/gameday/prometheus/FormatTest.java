package io.gameday.prometheus;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatTest {

    @ParameterizedTest
    @CsvSource({"text/plain, TEXT", "text/plain;version=0.0.4, TEXT", "text/plain; version=0.0.4; charset=utf-8, TEXT",
            "Text/Plain; Version=\"0.0.4\"; Charset=\"UTF-8\", TEXT",
            "text/plain; version=0.0.4; escaping=values, TEXT",
            "application/openmetrics-text; version=1.0.0; charset=utf-8, OPEN_METRICS",
            "application/openmetrics-text; version=0.0.1, OPEN_METRICS", "application/openmetrics-text, OPEN_METRICS"})
    void contentTypesThatWeReadAreKnown(String contentType, Format format) {
        assertThat(Format.of(contentType)).hasValue(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "text/html", "application/json", "text/plain; charset=iso-8859-1",
            "text/plain; version=1.0.0", "application/openmetrics-text; version=2.0.0",
            "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited",
            "text/plain; charset", "text/plainer"})
    void othersAreNot(String contentType) {
        assertThat(Format.of(contentType)).isEmpty();
    }
}
