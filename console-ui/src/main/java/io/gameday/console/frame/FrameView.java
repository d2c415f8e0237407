package io.gameday.console.frame;

import io.gameday.console.text.Texts;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Rail, header, notices and what lies over a screen; in the middle the screen itself.
public final class FrameView extends BorderPane {

    /// From here on the header has room for all four phases beside any screen's own.
    private static final double ROOM_FOR_PHASES = 1800;

    private final FrameViewModel model;
    private final Map<Place, Screen> screens;
    private final StackPane header = new StackPane();
    private final StackPane middle = new StackPane();
    private final StepperView stepper;
    private final KeyHelp help;
    private @Nullable Screen shown;

    /// @param screens one for each place
    public FrameView(FrameViewModel model, Map<Place, Screen> screens) {
        this.model = model;
        this.screens = Map.copyOf(screens);
        getStyleClass().add("frame");
        stepper = new StepperView(model.stepsProperty());
        help = new KeyHelp(model.helpProperty());
        StackPane below = new StackPane(middle, help, new ClosingPane(model.closing()));
        VBox.setVgrow(below, Priority.ALWAYS);
        // Traversal follows the order of children: STOP comes first.
        setCenter(new VBox(bar(), new NoticeBar(model.notices()), below));
        setLeft(new Rail(model, model::go));
        model.placeProperty().subscribe(this::show);
        model.helpProperty().subscribe(open -> {
            if (open) {
                help.show(Objects.requireNonNull(shown).keys());
            }
        });
        widthProperty().addListener((_, _, _) -> fit());
    }

    private BorderPane bar() {
        BorderPane bar = new BorderPane();
        bar.getStyleClass().add("header");
        StopButton stop = new StopButton(model.stop());
        bar.setRight(stop);
        Label clock = new Label();
        clock.setId("clock");
        clock.getStyleClass().addAll("clock", "mono");
        clock.textProperty().bind(model.clockProperty());
        clock.accessibleTextProperty().bind(model.clockProperty().map(time -> Texts.of("frame.clock") + ": " + time));
        Label time = new Label();
        time.getStyleClass().addAll("time-of-day", "mono");
        time.textProperty().bind(model.timeOfDayProperty());
        VBox times = new VBox(clock, time);
        times.getStyleClass().add("times");
        times.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(header, Priority.ALWAYS);
        header.setMinWidth(0);
        header.setAlignment(Pos.CENTER_LEFT);
        HBox run = new HBox(stepper, times);
        run.getStyleClass().add("run-bar");
        // What is over belongs to Live; elsewhere it would take the room of what is looked at there.
        BooleanBinding over = model.placeProperty().isNotEqualTo(Place.LIVE)
                .and(model.stop().modeProperty().isEqualTo(StopViewModel.Mode.NO_RUN));
        over.subscribe(stop::compact);
        run.visibleProperty().bind(Bindings.and(model.withRunProperty(), over.not()));
        run.managedProperty().bind(run.visibleProperty());
        HBox middleBar = new HBox(header, run);
        middleBar.getStyleClass().add("header-middle");
        middleBar.setMinWidth(0);
        bar.setCenter(middleBar);
        return bar;
    }

    private void show(Place place) {
        Screen next = Objects.requireNonNull(screens.get(place), () -> "no screen for " + place);
        Screen before = shown;
        if (next == before) {
            return;
        }
        shown = next;
        header.getChildren().setAll(next.header());
        middle.getChildren().setAll(next.content());
        if (before != null) {
            before.hidden();
        }
        next.shown();
        model.helpProperty().set(false);
        fit();
        next.firstFocus().requestFocus();
    }

    private void fit() {
        stepper.narrow(model.placeProperty().get() != Place.LIVE && getWidth() < ROOM_FOR_PHASES);
    }

    public Collection<Screen> screens() {
        return screens.values();
    }

    /// Where the focus goes when the window opens.
    public Node firstFocus() {
        return Objects.requireNonNull(shown).firstFocus();
    }

    /// The keys of the frame: STOP in every window, and in this scene the screens and the help.
    public void keys(Scene scene) {
        StopKeys.install(model.stop()::stop);
        for (Place place : Place.values()) {
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.valueOf("DIGIT" + (place.ordinal() + 1)),
                    KeyCombination.SHORTCUT_DOWN), () -> model.go(place));
        }
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1),
                () -> model.helpProperty().set(!model.helpProperty().get()));
    }
}
