package io.gameday.console.audience;

import io.gameday.console.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The window itself: without a border over the whole second display, or a plain window where there is one display.
/// Whatever becomes of it, the run does not notice.
public final class AudienceWindow {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final AudienceViewModel model;
    private final Consumer<KeyEvent> keys;
    private final Runnable gone;
    private final Timeline clock;
    private final ListChangeListener<Screen> displays = _ -> looked();
    private final EventHandler<WindowEvent> withConsole = _ -> close();
    private @Nullable Stage stage;
    private @Nullable Window console;
    private @Nullable Rectangle2D on;

    public AudienceWindow(AudienceViewModel model) {
        this(model, _ -> {
        }, () -> {
        });
    }

    /// @param keys   what is pressed in it but for the keys that close it
    /// @param closed told when it has gone, whoever closed it
    public AudienceWindow(AudienceViewModel model, Consumer<KeyEvent> keys, Runnable closed) {
        this.model = model;
        this.keys = keys;
        this.gone = closed;
        clock = new Timeline(new KeyFrame(Duration.millis(100), _ -> model.refresh()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// Opens it beside the console, or closes it. It is light or dark as the console is then.
    public void toggle(Scene beside) {
        if (stage == null) {
            open(beside);
        } else {
            close();
        }
    }

    private void open(Scene beside) {
        Window owner = beside.getWindow();
        Optional<Rectangle2D> second = Displays.second(Screen.getScreens().stream().map(Screen::getBounds).toList(),
                new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()));
        AudienceView view = new AudienceView(model);
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(beside.getStylesheets());
        if (beside.getRoot().getStyleClass().contains("dark")) {
            view.getStyleClass().add("dark");
        }
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F9) {
                close();
            } else {
                // Nothing in here takes keys, whatever has the focus: Space presses no button.
                keys.accept(event.copyFor(scene, scene));
                event.consume();
            }
        });
        Stage window = new Stage(second.isPresent() ? StageStyle.UNDECORATED : StageStyle.DECORATED);
        second.ifPresent(display -> {
            window.setX(display.getMinX());
            window.setY(display.getMinY());
            window.setWidth(display.getWidth());
            window.setHeight(display.getHeight());
        });
        window.setTitle(Texts.of("audience.window"));
        window.setScene(scene);
        window.setOnHidden(_ -> closed());
        stage = window;
        console = owner;
        on = second.orElse(null);
        owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, withConsole);
        Screen.getScreens().addListener(displays);
        model.opened();
        model.refresh();
        clock.play();
        window.show();
    }

    /// Closes it; without effect when it is closed.
    public void close() {
        if (stage != null) {
            stage.close();
        }
    }

    public boolean isOpen() {
        return stage != null;
    }

    /// A display was plugged in or out. A borderless window whose display went could stand over the console.
    private void looked() {
        Rectangle2D display = on;
        if (display != null && Screen.getScreens().stream().noneMatch(screen -> screen.getBounds().equals(display))) {
            close();
            model.displayGone();
        }
    }

    private void closed() {
        clock.stop();
        Screen.getScreens().removeListener(displays);
        if (console != null) {
            console.removeEventHandler(WindowEvent.WINDOW_HIDDEN, withConsole);
        }
        stage = null;
        on = null;
        gone.run();
    }
}
