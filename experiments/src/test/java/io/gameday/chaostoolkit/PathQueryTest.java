package io.gameday.chaostoolkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PathQueryTest {

    private static final Json CELLS = json("""
            {"region": "north", "cells": [
              {"name": "a", "load": 10, "zones": ["z1", "z2"], "draining": true},
              {"name": "b", "load": 20.5, "zones": ["z1"]},
              {"name": "c", "load": 30, "zones": []}]}""");

    private static Json json(String text) {
        return Json.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"$.region                                 ; [\"north\"]",
            "$[\"region\"]                            ; [\"north\"]", "$.nowhere                                ; []",
            "$.region.name                            ; []", "$.cells[0].name                          ; [\"a\"]",
            "$.cells[-1].name                         ; [\"c\"]", "$.cells[7].name                          ; []",
            "$.cells[*].name                          ; [\"a\",\"b\",\"c\"]",
            "$.cells.*.name                           ; [\"a\",\"b\",\"c\"]",
            "$.cells[2,0].name                        ; [\"c\",\"a\"]",
            "$.cells[0][\"name\",\"load\"]            ; [\"a\",10]",
            "$.cells[1:].name                         ; [\"b\",\"c\"]",
            "$.cells[:2].name                         ; [\"a\",\"b\"]",
            "$.cells[-2:].name                        ; [\"b\",\"c\"]",
            "$.cells[::2].name                        ; [\"a\",\"c\"]",
            "$..name                                  ; [\"a\",\"b\",\"c\"]",
            "$..zones[0]                              ; [\"z1\",\"z1\"]",
            "$ . cells [ 0 ] . name                   ; [\"a\"]",
            "$.cells[*][?(@.load > 10)].name          ; [\"b\",\"c\"]",
            "$.cells[*][?(@.load <= 20.5)].name       ; [\"a\",\"b\"]",
            "$.cells[*][?(@.name = \"b\")].load       ; [20.5]",
            "$.cells[*][?(@.name != \"b\")].name      ; [\"a\",\"c\"]",
            "$.cells[*][?(@.draining)].name           ; [\"a\"]",
            "$.cells[*][?(not @.draining)].name       ; [\"b\",\"c\"]",
            "$.cells[*][?(@.draining = 1)].name       ; [\"a\"]", "$.cells[*][?(@.zones[*] = \"z2\")].name  ; [\"a\"]",
            "$.cells[*][?($.region = \"north\")].name ; [\"a\",\"b\",\"c\"]",
            "$.cells[*][?(@.name > 1)].name           ; []", "$.cells[*][?(@.load >= \"a\")].name      ; []",
            // 'or' binds closer, so this is (b or c) and load above 25.
            "$.cells[*][?(@.name = \"b\" or @.name = \"c\" and @.load > 25)].name ; [\"c\"]",
            "$.cells[*][?(@.name = \"b\" or (@.name = \"c\" and @.load > 35))].name ; [\"b\"]"})
    void findsWhatTheLibraryOfChaosToolkitFinds(String path, String expected) {
        assertThat(new Json.Items(PathQuery.of(path).in(CELLS)).same(json(expected))).isTrue();
    }

    /// Most other dialects ask what is in the list.
    @Test
    void aFilterAsksTheValueBeforeIt() {
        assertThat(PathQuery.of("$.cells[?(@.name)]").in(CELLS)).isEmpty();
        assertThat(PathQuery.of("$[?(@.region = \"north\")].region").in(CELLS)).containsExactly(Json.text("north"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"cells                ; at 'cells' it needs '$'",
            "$.                   ; at the end it needs a name of letters, digits and _, or *",
            "$['name']            ; at ''name']' it needs a name in double quotes",
            "$.cells[0            ; at the end it needs ']'",
            "$.cells[?(@.a == 1)] ; it needs a path that begins with @ or $, a number, a text in double quotes",
            "$.cells[?(1)]        ; it needs a comparison: one of = != < <= > >=",
            "$.cells[::-1]        ; it needs a slice with a step of at least 1",
            "$.cells.length()     ; no function; those of jsonpath2 are not supported",
            "$.cells[@.name]      ; it needs a number, a name in double quotes, *, a slice or ?(filter)",
            "$.name-of-it         ; at '-of-it' it needs '.', '..', '[' or the end"})
    void refusesWhatItDoesNotKnow(String path, String message) {
        assertThatThrownBy(() -> PathQuery.of(path)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
