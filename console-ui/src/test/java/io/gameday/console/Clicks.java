package io.gameday.console;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The console as its user has it: looks at what is shown, waits for it, and clicks where a mouse would.
final class Clicks {

    private final ScreenRobot robot = new ScreenRobot();
    private final String picture;

    /// @param picture the name of what was on the screen when something did not come
    Clicks(String picture) {
        this.picture = picture;
    }

    FxRobot robot() {
        return robot;
    }

    /// Returns when it is so; the limit is for whoever would wait for ever.
    void until(Callable<Boolean> so) {
        try {
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, so);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to that within 180 s; see "
                    + onScreen(() -> Picture.of(Window.getWindows().getFirst().getScene(), picture)), e);
        }
    }

    /// Asked on JavaFX's thread: the screen changes under whoever looks from another one.
    static <T> T onScreen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, look);
    }

    Optional<Node> find(String query, Predicate<Node> which) {
        return onScreen(() -> robot.lookup(query).queryAll().stream().filter(which).findFirst());
    }

    boolean shown(String query) {
        return find(query, Clicks::visible).isPresent();
    }

    Optional<Node> enabled(String query) {
        return find(query, node -> visible(node) && !node.isDisabled());
    }

    private static boolean visible(Node node) {
        for (@Nullable
        Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /// Waits until it is there and may be pressed.
    void click(String query) {
        click(() -> enabled(query));
    }

    /// A line of a menu that is open.
    void choose(String words) {
        click(() -> find(".menu-item", item -> visible(item) && item.lookupAll(".label").stream()
                .anyMatch(part -> part instanceof Labeled label && words.equals(label.getText()))));
    }

    /// What has no words of its own on the screen, by those that it has for who cannot see it.
    void clickCalled(String accessibleText) {
        click(() -> called(accessibleText));
    }

    Optional<Node> called(String accessibleText) {
        return find(".button",
                node -> visible(node) && !node.isDisabled() && accessibleText.equals(node.getAccessibleText()));
    }

    private void click(Supplier<Optional<Node>> what) {
        AtomicReference<Point2D> middle = new AtomicReference<>();
        until(() -> {
            middle.set(what.get().flatMap(Clicks::inSight).orElse(null));
            return middle.get() != null;
        });
        robot.clickOn(middle.get());
    }

    /// Its middle on the screen, where a mouse reaches that without scrolling.
    private static Optional<Point2D> inSight(Node node) {
        return onScreen(() -> {
            Scene scene = node.getScene();
            if (scene == null) {
                return Optional.empty();
            }
            // What came this very moment lies nowhere yet, and a mouse would miss it.
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Bounds bounds = node.getLayoutBounds();
            if (bounds.isEmpty()) {
                return Optional.empty();
            }
            Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
            return new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()).contains(node.localToScene(middle))
                    ? Optional.of(node.localToScreen(middle))
                    : Optional.empty();
        });
    }

    /// The lines of a list, those included that are not scrolled to.
    List<String> lines(String query) {
        return onScreen(() -> {
            ListView<?> list = robot.lookup(query).queryListView();
            return list.getItems().stream().map(String::valueOf).toList();
        });
    }
}
