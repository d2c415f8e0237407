package io.gameday.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The words of one language, each with gaps such as `{who}`.
///
/// @param page what the page says by itself
/// @param run  what the run says to it, by the code of a [Saying]
/// @param role what each role does and leaves alone; empty in English, where [Role] has it
record Wording(Map<String, String> page, Map<String, String> run, Map<String, String> role) {

    static final Wording ENGLISH = read("en");

    Wording {
        page = new TreeMap<>(page);
        run = new TreeMap<>(run);
        role = new TreeMap<>(role);
    }

    /// @param language such as `ja`
    static Wording read(String language) {
        String file = "words." + language + ".json";
        try (InputStream in = Wording.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from this build");
            }
            return JsonMapper.shared().readValue(in, Wording.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
