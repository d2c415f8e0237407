package io.gameday.proxy.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What clients of Toxiproxy may rely on, over a bare socket, bodies compared whole. Whoever implements the API
/// inherits this.
abstract class ToxiproxyContract {

    private static final Pattern PLACEHOLDER = Pattern.compile("<([a-z*])>");

    private final Map<String, String> ports = new HashMap<>();

    abstract InetSocketAddress server();

    /// Which of the two answers of a step this server is to give.
    abstract Row.Expected expected(Row.Step step);

    /// The body without what this server is known to add.
    String normal(String body) {
        return body;
    }

    static List<Row> rows() {
        return Stream.of(GeneralRows.all(), ProxyRows.all(), ToxicRows.all()).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void promised(Row row) throws IOException {
        RawHttp http = new RawHttp(server());
        for (Row.Step step : row.steps()) {
            Row.Asking asking = step.asking();
            RawHttp.Answer answer = http.send(asking.method(), asking.path(), asking.headers(), bound(asking.body()));
            compare(asking, expected(step), answer);
        }
    }

    private void compare(Row.Asking asking, Row.Expected expected, RawHttp.Answer answer) {
        String told = asking.method() + " " + asking.path() + " " + bound(asking.body());
        String body = normal(answer.body());
        assertThat(answer.status()).as(told + ": " + body).isEqualTo(expected.status());
        Matcher matcher = pattern(expected.body()).matcher(body);
        assertThat(matcher.matches()).as("%s%n  gave     %s%n  expected %s", told, body, expected.body()).isTrue();
        PLACEHOLDER.matcher(expected.body()).results().map(found -> found.group(1)).filter(name -> !name.equals("*"))
                .forEach(name -> ports.put(name, matcher.group(name)));
        assertThat(answer.header("content-type")).as(told).isEqualTo(expected.contentType());
        boolean matchedRoute = expected.status() != 405 && !body.equals("404 page not found\n");
        assertThat(answer.header("x-toxiproxy-request-id") != null).as("%s has a request id", told)
                .isEqualTo(matchedRoute);
    }

    private String bound(String body) {
        String bound = body;
        for (Map.Entry<String, String> port : ports.entrySet()) {
            bound = bound.replace("<" + port.getKey() + ">", port.getValue());
        }
        return bound;
    }

    private Pattern pattern(String expected) {
        StringBuilder pattern = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(expected);
        Map<String, Boolean> seen = new HashMap<>();
        int from = 0;
        while (placeholder.find()) {
            String name = placeholder.group(1);
            pattern.append(Pattern.quote(expected.substring(from, placeholder.start())));
            if (name.equals("*")) {
                pattern.append(".+");
            } else if (seen.put(name, true) != null) {
                pattern.append("\\k<").append(name).append('>');
            } else {
                pattern.append("(?<").append(name).append('>').append(ports.getOrDefault(name, "\\d+")).append(')');
            }
            from = placeholder.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(expected.substring(from))).toString(), Pattern.DOTALL);
    }
}
