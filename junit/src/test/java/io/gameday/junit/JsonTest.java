package io.gameday.junit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonTest {

    @Test
    void everythingThatJsonHasIsRead() {
        Json json = Json
                .read(" {\"a\": [1, -2.5, 1e3, true, false, null, []], \"b\": {}, \"c\": \"≥ \\\"\\u00e9\\n\\\\\"} ");
        assertEquals(Arrays.asList(1L, -2.5, 1000.0, true, false, null, List.of()), json.map().get("a"));
        assertEquals(Map.of(), json.map().get("b"));
        assertEquals("≥ \"é\n\\", json.text("c"));
    }

    @Test
    void whatIsNoJsonIsToldWithItsPlace() {
        for (String wrong : List.of("", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1}x", "[1]", "{\"a\":\"\\x\"}",
                "{\"a\":tru}", "{\"a\":\"\\u12\"}", "{\"a\":[1,}", "{\"a\":1.2.3}", "{\"a\":-}")) {
            IllegalArgumentException told = assertThrows(IllegalArgumentException.class, () -> Json.read(wrong), wrong);
            assertTrue(told.getMessage().startsWith("no JSON: wanted "), told.getMessage());
        }
    }
}
