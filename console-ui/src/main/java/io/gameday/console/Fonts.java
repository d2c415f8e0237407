package io.gameday.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The typefaces that Gameday carries with it: Inter for text, JetBrains Mono for values, whose digits are all of one
/// width. What neither has, such as Japanese, comes from the system's own fonts.
public final class Fonts {

    /// JavaFX knows two weights of a family: anything from 700 on is bold, and 600 would be regular.
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");

    private Fonts() {
    }

    /// To be called once, before the first scene is made.
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in == null || Font.loadFont(in, 12) == null) {
                    throw new IllegalStateException("the font " + file + " is not in this build or cannot be read");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
