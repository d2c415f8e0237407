package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.frame.ClosingViewModel;
import io.gameday.console.frame.FrameNavigator;
import io.gameday.console.frame.FrameView;
import io.gameday.console.frame.FrameViewModel;
import io.gameday.console.run.Runs;
import io.gameday.console.text.Texts;
import io.gameday.time.Clock;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The console's window: puts frame and screens together.
public final class ConsoleApp extends Application {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        StateFolder state = StateFolder.current();
        FrameViewModel frame = new FrameViewModel(Instant::now, ZoneId.systemDefault());
        FailureLog failures = new FailureLog(state.root(), Instant::now, Platform::runLater, frame.notices()::say);
        Thread.setDefaultUncaughtExceptionHandler(failures);
        Thread.currentThread().setUncaughtExceptionHandler(failures);
        Runs runs = new Runs(List.of(home().resolve("gameday").toString()), Path.of("runs").toAbsolutePath(),
                Platform::runLater, Instant::now);
        FrameNavigator navigator = new FrameNavigator(frame, new RunsHere(runs, frame.notices()));
        Surroundings surroundings = new Surroundings(Platform::runLater, Executors.newVirtualThreadPerTaskExecutor(),
                Instant::now, ZoneId.systemDefault(), state, stage, frame.notices(), navigator);
        Clock clock = new RealClock("console", failure -> failures.uncaughtException(Thread.currentThread(), failure));
        Path here = Path.of("").toAbsolutePath();
        Assembly assembly = new Screens(surroundings, runs, home(), here.resolve("runs"), here.resolve("gamedays"),
                clock, getHostServices()::showDocument).all();
        navigator.lead(assembly.prepares(), assembly.lives(), assembly.debriefs());
        open(stage, frame, new FrameView(frame, assembly.screens()), surroundings);
        getParameters().getUnnamed().stream().findFirst().map(Path::of).ifPresent(new Opening(surroundings)::open);
    }

    /// Where the checkout is; the launcher says so.
    private static Path home() {
        return Path.of(System.getProperty("gameday.home", "")).toAbsolutePath();
    }

    private static void open(Stage stage, FrameViewModel model, FrameView view, Surroundings with) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double factor = Styles.factor(screen.getWidth());
        Scene scene = new Scene(view, Math.min(WIDTH * factor, screen.getWidth()),
                Math.min(HEIGHT * factor, screen.getHeight()));
        scene.getStylesheets().setAll(Styles.sheets(factor));
        view.screens().forEach(each -> Styles.scale(each.content().getStylesheets(), factor));
        colours(scene, model, with);
        view.keys(scene);
        stage.setScene(scene);
        stage.setTitle(Texts.of("frame.title"));
        stage.setOnCloseRequest(request -> {
            if (!model.closing().requested()) {
                request.consume();
            }
        });
        model.closing().stateProperty().subscribe(now -> {
            if (now == ClosingViewModel.State.CLOSED) {
                model.close();
                // After this event: a window must not go while one of its own is being handled.
                Platform.runLater(stage::close);
            }
        });
        Timeline pulse = new Timeline(new KeyFrame(Duration.millis(200), _ -> model.refresh()));
        pulse.setCycleCount(Animation.INDEFINITE);
        pulse.play();
        StartMeasure.of(scene);
        stage.show();
        // Never smaller than what fits without clipping, but no larger than the screen.
        stage.setMinWidth(Math.min(stage.getWidth(), WIDTH * factor));
        stage.setMinHeight(Math.min(stage.getHeight(), HEIGHT * factor));
        view.firstFocus().requestFocus();
    }

    private static void colours(Scene scene, FrameViewModel model, Surroundings with) {
        ColourChoice choice = new ColourChoice(with.state().root());
        model.darkProperty().set(choice.dark());
        model.darkProperty().subscribe(dark -> Styles.show(scene, dark));
        model.darkProperty().subscribe((_, dark) -> with.slow().execute(() -> {
            try {
                choice.remember(dark);
            } catch (IOException e) {
                with.ui().execute(() -> with.notices()
                        .say(Texts.of("frame.settings.notSaved", choice.file().toString(), String.valueOf(e))));
            }
        }));
    }
}
