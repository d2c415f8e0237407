package io.gameday.console.home;

import io.gameday.console.text.Texts;
import io.gameday.experiment.Experiment;
import java.util.Comparator;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;

/// What an experiment is about: the theme of its file as Home shows it, with a question where it is one of the catalog's.
///
/// @param tag as in the file; empty where it gives none, or cannot be read
record Theme(String tag) implements Comparable<Theme> {

    static final Theme OTHER = new Theme("");

    /// Those that the shipped catalog has.
    private static final Set<String> KNOWN = Set.of("alarms", "cells", "control-plane", "dependencies", "deployments",
            "gray", "logs", "scale", "tasks", "zones");

    static Theme of(Experiment experiment) {
        return new Theme(experiment.theme());
    }

    Feather icon() {
        return switch (tag) {
            case "alarms" -> Feather.BELL;
            case "cells" -> Feather.GRID;
            case "control-plane" -> Feather.CPU;
            case "dependencies" -> Feather.DATABASE;
            case "deployments" -> Feather.GIT_COMMIT;
            case "gray" -> Feather.EYE_OFF;
            case "logs" -> Feather.FILE_TEXT;
            case "scale" -> Feather.TRENDING_UP;
            case "tasks" -> Feather.X_SQUARE;
            case "zones" -> Feather.ZAP;
            default -> tag.isEmpty() ? Feather.HELP_CIRCLE : Feather.TAG;
        };
    }

    /// A tag that nobody has given words stands for itself.
    String title() {
        return KNOWN.contains(tag) ? Texts.of("home.theme." + tag) : tag.isEmpty() ? Texts.of("home.theme.other") : tag;
    }

    /// What one learns by playing it; empty where there are no words for it.
    String question() {
        return KNOWN.contains(tag)
                ? Texts.of("home.theme." + tag + ".question")
                : tag.isEmpty() ? Texts.of("home.theme.other.question") : "";
    }

    /// In the order of the alphabet, and what has none at the end.
    @Override
    public int compareTo(Theme other) {
        return Comparator.comparing((Theme theme) -> theme.tag.isEmpty()).thenComparing(Theme::tag).compare(this,
                other);
    }
}
