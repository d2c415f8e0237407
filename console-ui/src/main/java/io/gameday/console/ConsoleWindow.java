package io.gameday.console;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.debrief.Desk;
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
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The console's window: frame and screens, put together around one place to work in.
///
/// @param gameday the command that starts Gameday
/// @param home    the checkout, with the catalog
/// @param here    the working directory: `runs/` and `gamedays/` are in it
/// @param state   where ledgers and settings are
/// @param desk    the desktop around the console
record ConsoleWindow(Stage stage, List<String> gameday, Path home, Path here, StateFolder state, Desk desk) {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LARGE = 3200;
    private static final double VERY_LARGE = 3840;

    /// Shows it, and what the command line asks for.
    ///
    /// @param what an experiment's file or a run's folder; null opens Home
    void open(@Nullable Path what) {
        Fonts.load();
        FrameViewModel frame = new FrameViewModel(Instant::now, ZoneId.systemDefault());
        FailureLog failures = new FailureLog(state.root(), Instant::now, Platform::runLater, frame.notices()::say);
        Thread.setDefaultUncaughtExceptionHandler(failures);
        Thread.currentThread().setUncaughtExceptionHandler(failures);
        Path out = here.resolve("runs");
        Runs runs = new Runs(gameday, out, Platform::runLater, Instant::now);
        FrameNavigator navigator = new FrameNavigator(frame, new RunsHere(runs, frame.notices()));
        Surroundings with = new Surroundings(Platform::runLater, Executors.newVirtualThreadPerTaskExecutor(),
                Instant::now, ZoneId.systemDefault(), state, stage, frame.notices(), navigator);
        Clock clock = new RealClock("console", failure -> failures.uncaughtException(Thread.currentThread(), failure));
        Assembly assembly = new Screens(with, runs, home, out, here.resolve("gamedays"), clock, desk).all();
        navigator.lead(assembly.prepares(), assembly.lives(), assembly.debriefs(), assembly.compares());
        show(stage, frame, new FrameView(frame, assembly.screens()), assembly.leaves(), with);
        if (what != null) {
            new Opening(with).open(what);
        }
    }

    private static void show(Stage stage, FrameViewModel model, FrameView view, Consumer<Runnable> leaves,
            Surroundings with) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        scene.getStylesheets().setAll(Styles.sheets());
        colours(scene, model, with);
        size(Screen.getPrimary(), with);
        view.keys(scene);
        stage.setScene(scene);
        stage.setTitle(Texts.of("frame.title"));
        stage.setOnCloseRequest(request -> {
            request.consume();
            leaves.accept(model.closing()::requested);
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
        FrameMeasure.ifWanted();
        stage.show();
        // Never smaller than what fits without clipping, but no larger than the screen.
        stage.setMinWidth(Math.min(stage.getWidth(), WIDTH));
        stage.setMinHeight(Math.min(stage.getHeight(), HEIGHT));
        view.firstFocus().requestFocus();
    }

    private static void colours(Scene scene, FrameViewModel model, Surroundings with) {
        Settings settings = new Settings(with.state().root());
        model.darkProperty().set(settings.dark());
        model.darkProperty().subscribe(dark -> Styles.show(scene, dark));
        model.darkProperty().subscribe((_, dark) -> remember(settings, with, () -> settings.rememberDark(dark)));
        model.languageProperty().subscribe((_, language) -> {
            remember(settings, with, () -> settings.rememberLanguage(language));
            with.notices().progress(Texts.of("frame.language.next-start", language.called()));
        });
    }

    /// A desktop that draws a very large screen without enlarging anything leaves letters that nobody can read. The
    /// size is fixed once JavaFX runs, so the next start has it.
    private static void size(Screen screen, Surroundings with) {
        Settings settings = new Settings(with.state().root());
        double width = screen.getBounds().getWidth();
        if (width < LARGE || screen.getOutputScaleX() != 1 || settings.scale().isPresent()) {
            return;
        }
        double scale = width < VERY_LARGE ? 1.5 : 2;
        remember(settings, with, () -> settings.rememberScale(scale));
        with.notices().say(Texts.of("frame.settings.scale", Long.toString(Math.round(width)), Double.toString(scale)));
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void remember(Settings settings, Surroundings with, Writing writing) {
        with.slow().execute(() -> {
            try {
                writing.write();
            } catch (IOException e) {
                with.ui().execute(() -> with.notices()
                        .say(Texts.of("frame.settings.notSaved", settings.file().toString(), String.valueOf(e))));
            }
        });
    }
}
