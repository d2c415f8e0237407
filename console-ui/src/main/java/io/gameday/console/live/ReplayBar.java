package io.gameday.console.live;

import io.gameday.console.run.ReplayedRun;
import io.gameday.console.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Plays a run again: to the begin, play and pause, to the end, a slider over the whole run, the speed.
final class ReplayBar extends HBox {

    private static final List<Integer> SPEEDS = List.of(1, 4, 16, 64);
    private static final long BEAT_NANOS = 100_000_000;

    private final Button play = button("replay-play", Feather.PLAY, "live.replay.play");
    private final Slider slider = new Slider();
    private final Label time = new Label();
    private final ToggleGroup speeds = new ToggleGroup();
    private final ChangeListener<Object> moved = (_, _, _) -> show();
    private @Nullable ReplayedRun run;

    private final AnimationTimer timer = new AnimationTimer() {
        private long last;

        @Override
        public void start() {
            last = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            ReplayedRun playing = run;
            if (last == 0 || playing == null) {
                last = now;
            } else if (now - last >= BEAT_NANOS) {
                playing.tick(Duration.ofNanos(now - last));
                last = now;
            }
        }
    };

    ReplayBar() {
        setId("replay-bar");
        getStyleClass().add("replay-bar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        Button begin = button("replay-begin", Feather.SKIP_BACK, "live.replay.begin");
        begin.setOnAction(_ -> seek(true));
        Button end = button("replay-end", Feather.SKIP_FORWARD, "live.replay.end");
        end.setOnAction(_ -> seek(false));
        play.setOnAction(_ -> toggle());
        slider.setId("replay-slider");
        slider.setAccessibleText(Texts.of("live.replay.slider"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((_, _, value) -> slid(value.doubleValue()));
        time.getStyleClass().addAll("mono", "strong");
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(begin, play, end, slider, time);
        SPEEDS.forEach(speed -> getChildren().add(segment(speed)));
        show(null);
    }

    private static Button button(String id, Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(Texts.of(key));
        button.setTooltip(new Tooltip(Texts.of(key)));
        return button;
    }

    private ToggleButton segment(int speed) {
        ToggleButton segment = new ToggleButton(speed + "×");
        segment.setToggleGroup(speeds);
        segment.setUserData(speed);
        segment.setAccessibleText(Texts.of("live.replay.speed", Integer.toString(speed)));
        segment.getStyleClass().add("segment");
        if (speed == SPEEDS.getFirst()) {
            segment.getStyleClass().add("first");
        }
        if (speed == SPEEDS.getLast()) {
            segment.getStyleClass().add("last");
        }
        segment.setOnAction(_ -> {
            if (run != null) {
                // A second press of the same speed would leave none chosen.
                run.speed().set(speed);
                choose(speed);
            }
        });
        return segment;
    }

    private void choose(double speed) {
        speeds.getToggles().stream().filter(toggle -> ((Integer) toggle.getUserData()) == speed)
                .forEach(speeds::selectToggle);
    }

    /// @param next null hides the bar
    void show(@Nullable ReplayedRun next) {
        ReplayedRun before = run;
        if (before != null) {
            before.position().removeListener(moved);
            before.playing().removeListener(moved);
        }
        run = next;
        setVisible(next != null);
        setManaged(next != null);
        if (next == null) {
            timer.stop();
            return;
        }
        next.position().addListener(moved);
        next.playing().addListener(moved);
        slider.setMax(seconds(next, next.end()));
        choose(next.speed().get());
        show();
        timer.start();
    }

    private void show() {
        ReplayedRun now = run;
        if (now == null) {
            return;
        }
        if (!slider.isValueChanging()) {
            slider.setValue(seconds(now, now.now()));
        }
        time.setText(clock(seconds(now, now.now())) + " / " + clock(seconds(now, now.end())));
        boolean playing = now.playing().get();
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
        play.setAccessibleText(Texts.of(playing ? "live.replay.pause" : "live.replay.play"));
    }

    /// Space, from anywhere on the screen.
    void toggle() {
        ReplayedRun now = run;
        if (now != null) {
            boolean start = !now.playing().get();
            if (start && !now.now().isBefore(now.end())) {
                now.seek(now.begin());
            }
            now.playing().set(start);
        }
    }

    boolean shows() {
        return run != null;
    }

    private void seek(boolean begin) {
        ReplayedRun now = run;
        if (now != null) {
            now.seek(begin ? now.begin() : now.end());
        }
    }

    private void slid(double value) {
        ReplayedRun now = run;
        // What the replay itself moved is where it is already.
        if (now != null && Math.abs(value - seconds(now, now.now())) > 0.001) {
            now.seek(now.begin().plusMillis(Math.round(value * 1000)));
        }
    }

    private static double seconds(ReplayedRun run, Instant at) {
        return Duration.between(run.begin(), at).toMillis() / 1000.0;
    }

    private static String clock(double seconds) {
        return String.format(Locale.ROOT, "%d:%02d", (long) seconds / 60, (long) seconds % 60);
    }
}
