package io.gameday.console.control;

import io.gameday.console.text.Language;
import io.gameday.console.text.Texts;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The typefaces of what is painted, as the style sheets have them for all else.
public final class Letters {

    private Letters() {
    }

    /// Of text. A canvas takes no second family for what the first has no letters for.
    public static Font text(double size) {
        return Font.font(family(), size);
    }

    public static Font strong(double size) {
        return Font.font(family(), FontWeight.BOLD, size);
    }

    /// Of values, whose digits are all of one width.
    public static Font values(double size) {
        return Font.font(Texts.language() == Language.JAPANESE ? family() : "JetBrains Mono", size);
    }

    private static String family() {
        return Texts.language() == Language.JAPANESE ? "BIZ UDPGothic" : "Inter";
    }
}
