package io.gameday.console;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The style sheets: AtlantaFX below, our own above. On very wide screens every length of ours is drawn larger.
public final class Styles {

    private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

    private Styles() {
    }

    /// How much larger everything is on a screen of this width.
    ///
    /// @param width of the screen in pixels as JavaFX counts them: a desktop that scales by itself has fewer of these
    public static double factor(double width) {
        if (width >= 3200) {
            return 1.5;
        }
        return width >= 2560 ? 1.25 : 1;
    }

    /// The style sheets of the frame and of every screen that has one.
    public static List<String> sheets(double factor) {
        return Stream.of("console", "home", "prepare", "live", "debrief")
                .map(name -> Styles.class.getResource(name + ".css")).filter(Objects::nonNull)
                .map(sheet -> scaled(Objects.requireNonNull(sheet), factor)).toList();
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

    /// A style sheet whose lengths are `factor` times as long. Type in pixels does not follow the root's size, so the
    /// sheet itself is rewritten.
    static String scaled(URL sheet, double factor) {
        if (factor == 1) {
            return sheet.toExternalForm();
        }
        try (InputStream in = sheet.openStream()) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return "data:text/css;charset=utf-8;base64,"
                    + Base64.getEncoder().encodeToString(scaled(css, factor).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String scaled(String css, double factor) {
        return PIXELS.matcher(css).replaceAll(match -> Matcher
                .quoteReplacement(String.format(Locale.ROOT, "%.2fpx", Double.parseDouble(match.group(1)) * factor)));
    }

    /// A screen's own style sheets, scaled in place.
    public static void scale(List<String> sheets, double factor) {
        if (factor != 1) {
            sheets.replaceAll(sheet -> {
                try {
                    return sheet.startsWith("data:") ? sheet : scaled(URI.create(sheet).toURL(), factor);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
