package io.gameday.chaostoolkit;

import io.gameday.chaostoolkit.Tolerance.Judgement;
import io.gameday.chaostoolkit.Tolerance.Judgement.Held;
import io.gameday.chaostoolkit.Tolerance.Judgement.NotHeld;
import io.gameday.chaostoolkit.Tolerance.Judgement.Unknown;
import io.gameday.yaml.Node.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ToleranceTest {

    private static final Substitution VALUES = new Substitution(
            Map.of("ok", Json.number(200), "word", Json.text("fine"), "half", Json.parse("0.5").orElseThrow(), "codes",
                    Json.parse("[200, 404]").orElseThrow()),
            Map.of());

    private static Tolerance read(String tolerance) {
        var reading = ToolkitReader.read("t.json", """
                {"title": "t", "description": "d", "method": [], "steady-state-hypothesis": {"title": "s", "probes": [
                  {"type": "probe", "name": "p", "provider": {"type": "python", "module": "m", "func": "f"},
                   "tolerance": %s}]}}""".formatted(tolerance));
        assertThat(reading.problems()).isEmpty();
        return Optional.ofNullable(reading.file().orElseThrow().hypothesis()).orElseThrow().probes().getFirst()
                .tolerance();
    }

    private static Judgement judge(String tolerance, String output) {
        assertThat(read(tolerance)).isInstanceOf(Tolerance.OfOutput.class);
        return new ToleranceCheck(VALUES).judge((Tolerance.OfOutput) read(tolerance), Json.parse(output).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"true ; true", "true ; 1", "false ; 0", "1 ; true",
            "200 ; 200", "200 ; 200.0", "200 ; {\"status\": 200, \"body\": \"x\"}", "\"ok\" ; \"ok\"",
            "\"${word}\" ; \"fine\"", "\"${ok}\" ; {\"status\": 200}", "\"${codes}\" ; 300",
            // Of a status a list has to hold it; of a plain number two entries are a range.
            "[200, 404] ; {\"status\": 404}", "[200, 404] ; 300", "[200, 404] ; 200", "[200, 404] ; 404",
            "[\"a\", \"c\"] ; \"b\"", "[0.5, 1] ; 0.75", "[1, 2, 3] ; 3", "[\"x\"] ; \"x\"", "[[1], 2, 3] ; [1]",
            "{\"type\": \"range\", \"range\": [1, 2.5]} ; 2.5", "{\"type\": \"range\", \"range\": [1, 2]} ; \"1.5\"",
            "{\"type\": \"range\", \"range\": [1, 2], \"target\": \"body\"} ; {\"status\": 9, \"body\": 2}",
            "{\"type\": \"regex\", \"pattern\": \"o+k\"} ; \"not look\"",
            "{\"type\": \"regex\", \"pattern\": \"^${word}$\"} ; \"fine\"",
            "{\"type\": \"regex\", \"pattern\": \"up\", \"target\": \"stdout\"} ; {\"status\": 1, \"stdout\": \"is up\"}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a\"} ; {\"a\": null}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a\"} ; \"{\\\"a\\\": 1}\"",
            "{\"type\": \"jsonpath\", \"path\": \"$.a[*]\", \"count\": 2} ; {\"a\": [1, 2]}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a[*]\", \"count\": 0} ; {\"a\": []}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a\", \"expect\": 1} ; {\"a\": 1}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a\", \"expect\": \"${word}\"} ; {\"a\": \"fine\"}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a[*]\", \"expect\": [1, 2]} ; {\"a\": [1, 2]}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a\", \"expect\": null} ; {\"a\": null}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a\", \"target\": \"body\"} ; {\"body\": \"{\\\"a\\\": 1}\"}",
            // Without such a key the whole output is looked at.
            "{\"type\": \"jsonpath\", \"path\": \"$.a\", \"target\": \"body\"} ; {\"a\": 1}"})
    void holds(String tolerance, String output) {
        assertThat(judge(tolerance, output)).isEqualTo(new Held());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"true ; false ; it is False and not True",
            "true ; {\"status\": true} ; it is {'status': True} and not True",
            "200 ; {\"status\": 503} ; it is 503 and not 200", "200 ; \"200\" ; it is '200' and not 200",
            "\"ok\" ; \"OK\" ; it is 'OK' and not 'ok'", "\"${nobody}\" ; \"x\" ; it is 'x' and not '${nobody}'",
            "\"200\" ; {\"status\": 200} ; it is {'status': 200} and not '200'",
            "[200, 404] ; {\"status\": 300} ; it is 300 and not in [200, 404]",
            "[200, 404] ; 405 ; it is 405 and not within [200, 404]",
            "[200, 404] ; 199 ; it is 199 and not within [200, 404]", "[] ; 1 ; it is 1 and not in []",
            "[1, 2, 3] ; 4 ; it is 4 and not in [1, 2, 3]",
            "{\"type\": \"range\", \"range\": [1, 2]} ; 2.01 ; it is 2.01 and not within 1 to 2",
            "{\"type\": \"range\", \"range\": [1, 2]} ; \"fast\" ; it is 'fast' and no number",
            "{\"type\": \"range\", \"range\": [1, 2]} ; null ; it is None and no number",
            "{\"type\": \"regex\", \"pattern\": \"up\"} ; \"down\" ; 'up' is not found in 'down'",
            "{\"type\": \"jsonpath\", \"path\": \"$.b\"} ; {\"a\": 1} ; '$.b' finds nothing",
            "{\"type\": \"jsonpath\", \"path\": \"$.b\"} ; \"no JSON\" ; '$.b' finds nothing",
            "{\"type\": \"jsonpath\", \"path\": \"$.a\", \"expect\": 2} ; {\"a\": 1} ; '$.a' finds [1] and not [2]",
            "{\"type\": \"jsonpath\", \"path\": \"$.a[*]\", \"expect\": 1} ; {\"a\": [1, 1]} ; '$.a[*]' finds [1, 1] and not [1]",
            "{\"type\": \"jsonpath\", \"path\": \"$.a[*]\", \"count\": 1} ; {\"a\": [1, 2]} ; '$.a[*]' finds [1, 2], which are 2 and not 1"})
    void doesNotHold(String tolerance, String output, String observation) {
        assertThat(judge(tolerance, output)).isEqualTo(new NotHeld(observation));
    }

    /// Chaos Toolkit breaks off with an error of Python.
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "[1, 2] ; \"a\" ; it is 'a', which has no order with [1, 2]",
            "[1, 2] ; null ; it is None, which has no order with [1, 2]",
            "\"${half}\" ; 0.5 ; the tolerance is '${half}', which is 0.5: allowed are a truth, a whole number, a text and a list",
            "{\"type\": \"regex\", \"pattern\": \"1\"} ; 1 ; a pattern needs a text, and it is 1",
            "{\"type\": \"regex\", \"pattern\": \"1\", \"target\": \"body\"} ; \"1\" ; it is '1', which has no 'body', nor any other key",
            "{\"type\": \"jsonpath\", \"path\": \"$.${nobody}\"} ; {} ; the path '$.${nobody}' cannot be used: at '${nobody}' it needs a name of letters, digits and _, or *"})
    void cannotBeTold(String tolerance, String output, String why) {
        assertThat(judge(tolerance, output)).isEqualTo(new Unknown(why));
    }

    @Test
    void aLongOutputIsToldByItsBeginning() {
        assertThat(judge("\"x\"", "\"" + "y".repeat(1000) + "\"")).isInstanceOfSatisfying(NotHeld.class,
                told -> assertThat(told.observation()).hasSizeLessThan(250).contains("yyy…"));
    }

    @Test
    void aProbeDecidesByWhatItAnswers() {
        Activity probe = new Activity(Activity.Kind.PROBE, "small enough",
                new Provider.Python("m", "f", new Json.Group(Map.of())), null, false, Activity.Pauses.NONE, List.of(),
                List.of(), new Place(1, 1));
        Tolerance.ProbeCall tolerance = new Tolerance.ProbeCall(probe);

        assertThat(tolerance.with(Json.number(3)).provider())
                .isEqualTo(new Provider.Python("m", "f", new Json.Group(Map.of("value", Json.number(3)))));
        assertThat(tolerance.judge(Optional.of(Json.truth(true)))).isEqualTo(new Held());
        assertThat(tolerance.judge(Optional.of(Json.text("")))).isEqualTo(new NotHeld("probe 'small enough' said ''"));
        assertThat(tolerance.judge(Optional.empty())).isEqualTo(new NotHeld("probe 'small enough' failed"));
    }
}
