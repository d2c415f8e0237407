package io.gameday.console.control;

import javafx.css.PseudoClass;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a colour may mean. No state is shown by colour alone: each has an icon, and whoever uses it adds a word.
public enum State {
    HEALTHY("healthy", Feather.CHECK), GRAY("gray", Feather.ALERT_CIRCLE), DEAD("dead", Feather.X), REPLACED("replaced",
            Feather.REFRESH_CW), FAULT("fault", Feather.ZAP), ALARM("alarm",
                    Feather.BELL), BROKEN("gray", Feather.X), UNKNOWN("unknown", Feather.CIRCLE), PLAIN("plain", null);

    private final PseudoClass pseudoClass;
    private final @Nullable Feather icon;

    State(String name, @Nullable Feather icon) {
        pseudoClass = PseudoClass.getPseudoClass(name);
        this.icon = icon;
    }

    /// As the style sheet knows it, such as `:healthy`. Broken looks like gray, with another icon.
    public PseudoClass pseudoClass() {
        return pseudoClass;
    }

    /// Null where there is nothing to say.
    public @Nullable Feather icon() {
        return icon;
    }
}
