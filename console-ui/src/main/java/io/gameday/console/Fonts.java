package io.gameday.console;

import io.gameday.console.text.Language;
import io.gameday.console.text.Texts;
import io.gameday.report.scorecard.Scorecard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// The typefaces that Gameday carries with it: Inter for text, JetBrains Mono for values, whose digits are all of one
/// width; BIZ UDPGothic where the interface is Japanese. What none has comes from the system's own fonts.
public final class Fonts {

    /// JavaFX knows two weights of a family: anything from 700 on is bold, and 600 would be regular.
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");
    private static final List<String> JAPANESE = List.of("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf");

    private Fonts() {
    }

    /// To be called once, before the first scene is made.
    public static void load() {
        FILES.forEach(file -> load(file, Fonts.class.getResourceAsStream("fonts/" + file)));
        if (Texts.language() == Language.JAPANESE) {
            // The one that COEs are printed with.
            JAPANESE.forEach(
                    file -> load(file, Scorecard.class.getResourceAsStream("/io/gameday/report/fonts/" + file)));
        }
    }

    private static void load(String file, @Nullable InputStream font) {
        try (InputStream in = font) {
            if (in == null || Font.loadFont(in, 12) == null) {
                throw new IllegalStateException("the font " + file + " is not in this build or cannot be read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
