package io.gameday.console;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.gameday.console.text.Language;
import io.gameday.console.text.Texts;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The style sheets: AtlantaFX below, our own above.
public final class Styles {

    private Styles() {
    }

    /// The style sheet that all screens share. What belongs to one screen it brings itself, so that its rules reach no
    /// other.
    public static List<String> sheets() {
        return Texts.language() == Language.JAPANESE
                ? List.of(sheet("console.css"), sheet("console-ja.css"))
                : List.of(sheet("console.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Styles.class.getResource(name)).toExternalForm();
    }

    /// Puts light or dark on a scene whose root knows the class `dark`.
    public static void show(@Nullable Scene scene, boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        if (scene != null) {
            scene.getRoot().getStyleClass().remove("dark");
            if (dark) {
                scene.getRoot().getStyleClass().add("dark");
            }
        }
    }
}
