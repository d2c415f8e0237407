package io.gameday.people;

import java.util.LinkedHashMap;
import java.util.Map;

/// Something that the run says to a page, which says it in the language of whoever reads it.
///
/// @param english for a page that has no words for the code
/// @param code    of [Saying]; empty where there is none
/// @param with    what stands in it by name: texts that stay as they are, and phrases
public record Phrase(String english, String code, Map<String, Object> with) {

    /// Whatever no code is known for.
    static Phrase plain(String english) {
        return new Phrase(english, "", Map.of());
    }

    /// As a part of an answer. @param name of the field with the English
    Map<String, Object> fields(String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(name, english);
        if (!code.isEmpty()) {
            fields.put("code", code);
            fields.put("with", with);
        }
        return fields;
    }
}
