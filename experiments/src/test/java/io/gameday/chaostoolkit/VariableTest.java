package io.gameday.chaostoolkit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VariableTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"a=x ; a ; \"x\"", "a=1 ; a ; \"1\"", "a:int=1 ; a ; 1",
            "a:float=0.5 ; a ; 0.5", "a:bool=No ; a ; false", "a:bool=yes ; a ; true",
            "a:json={\"b\": [1]} ; a ; {\"b\": [1]}", "url=http://h:1/?q=2 ; url ; \"http://h:1/?q=2\"",
            "a= ; a ; \"\""})
    void givesAValueWithItsType(String written, String name, String value) {
        Variable variable = Variable.of(written);

        assertThat(variable.name()).isEqualTo(name);
        assertThat(variable.value().same(Json.parse(value).orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a        | variable 'a' has no name and value; allowed: KEY=VALUE or KEY:TYPE=VALUE",
            "=x       | variable '=x' has no name and value; allowed: KEY=VALUE or KEY:TYPE=VALUE",
            "a:int=x  | variable 'a' has no value of type 'int'; allowed: a whole number",
            "a:jsom=1 | variable 'a' has the type 'jsom'; did you mean 'json'?; allowed: bool, boolean, bytes, float, int, integer, json, number, str, string"})
    void saysWhatIsAllowed(String written, String message) {
        assertThatThrownBy(() -> Variable.of(written)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
