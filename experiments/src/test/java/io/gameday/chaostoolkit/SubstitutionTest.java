package io.gameday.chaostoolkit;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SubstitutionTest {

    private static final Substitution SUBSTITUTION = new Substitution(
            Map.of("host", Json.text("db-1"), "port", Json.number(5432), "tls", Json.truth(true), "both",
                    Json.text("of the configuration"), "list", Json.parse("[1, \"a\", null, 0.10]").orElseThrow()),
            Map.of("token", Json.text("hush"), "both", Json.text("of the secrets")));

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"https://${host}:${port}/x ; https://db-1:5432/x",
            "$host and ${host}         ; db-1 and db-1", "a $$ and $${host}         ; a $ and ${host}",
            "${nobody} and $nobody     ; ${nobody} and $nobody", "costs 5 $ or $5           ; costs 5 $ or $5",
            "${both}                   ; of the configuration", "Bearer ${token}           ; Bearer hush",
            "tls is ${tls}             ; tls is True", "items ${list}             ; items [1, 'a', None, 0.1]",
            "${not-a-name} ${}         ; ${not-a-name} ${}"})
    void namesInATextGetTheirValues(String text, String expected) {
        assertThat(SUBSTITUTION.in(text)).isEqualTo(Json.text(expected));
    }

    @Test
    void aTextThatIsOneNameTakesTheValueWithItsType() {
        assertThat(SUBSTITUTION.in("${port}")).isEqualTo(Json.number(5432));
        assertThat(SUBSTITUTION.in(" ${port}")).isEqualTo(Json.text(" 5432"));
        assertThat(SUBSTITUTION.in("$port")).isEqualTo(Json.text("5432"));
    }

    @Test
    void textsAreSubstitutedAtAnyDepthAndKeysAreNot() {
        Json written = Json.parse("""
                {"${host}": ["${port}", {"deep": "at ${host}"}], "n": 1, "none": null}""").orElseThrow();

        assertThat(SUBSTITUTION.in(written)).isEqualTo(Json.parse("""
                {"${host}": [5432, {"deep": "at db-1"}], "n": 1, "none": null}""").orElseThrow());
    }

    @Test
    void whatWasPutInIsNotSubstitutedAgain() {
        Substitution twice = new Substitution(Map.of("a", Json.text("${b} $$"), "b", Json.text("no")), Map.of());

        assertThat(twice.in("-${a}-")).isEqualTo(Json.text("-${b} $$-"));
    }
}
