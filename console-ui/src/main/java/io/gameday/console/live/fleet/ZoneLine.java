package io.gameday.console.live.fleet;

import io.gameday.console.control.Chip;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One zone of the fleet: what customers get there, and how many cells stand how.
final class ZoneLine extends HBox {

    private static final List<State> TOLD = List.of(State.DEAD, State.GRAY, State.HEALTHY, State.UNKNOWN);

    private final Chip name = new Chip();
    private final ShareBar bar = new ShareBar();
    private final Label percent = new Label();
    private final Label counts = new Label();
    private final Label words = new Label();
    private final Tooltip tip = new Tooltip();

    ZoneLine() {
        getStyleClass().add("zone-line");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("zone-name");
        percent.getStyleClass().addAll("mono", "strong", "zone-percent");
        counts.getStyleClass().addAll("mono", "quiet", "counts", "zone-counts");
        words.getStyleClass().addAll("quiet", "zone-words");
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(name, bar, percent, counts, words);
        Tooltip.install(this, tip);
    }

    void show(Fleet.Zone zone) {
        name.show(zone.state() == State.HEALTHY ? State.PLAIN : zone.state(), zone.name());
        bar.show(zone.boxes());
        percent.setText(Words.percent(zone.customers()));
        counts.setText(zone.customers().requests() == 0 ? Texts.of("live.observers.none") : ofTotal(zone.customers()));
        String told = told(zone);
        words.setText(told);
        tip.setText(Texts.of("live.fleet.zone", zone.name(), percent.getText(), counts.getText(), told));
        setAccessibleText(tip.getText());
    }

    private static String told(Fleet.Zone zone) {
        List<String> parts = new ArrayList<>();
        for (State state : TOLD) {
            int cells = zone.boxes().getOrDefault(state, 0);
            if (cells > 0) {
                parts.add(figure(cells) + " " + FleetMap.word(state));
            }
        }
        if (zone.starting() > 0) {
            parts.add(figure(zone.starting()) + " " + Texts.of("live.tile.replacing"));
        }
        return String.join(" · ", parts);
    }

    /// Such as `87 of 122`.
    static String ofTotal(Tally tally) {
        return Texts.of("live.fleet.of", figure(tally.useful()), figure(tally.requests()));
    }

    private static String figure(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
