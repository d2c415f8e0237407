package io.gameday.console;

import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import org.hamcrest.Matcher;
import org.testfx.api.FxRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/// TestFX's robot, looking for nodes on JavaFX's thread: the screen changes under whoever looks from another one, and
/// the look then ends with an index out of bounds.
public final class ScreenRobot extends FxRobot {

    @Override
    public NodeQuery lookup(String query) {
        return onScreen(() -> super.lookup(query));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Matcher<T> matcher) {
        return onScreen(() -> super.lookup(matcher));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
        return onScreen(() -> super.lookup(predicate));
    }

    private static NodeQuery onScreen(Callable<NodeQuery> look) {
        if (Platform.isFxApplicationThread()) {
            try {
                return look.call();
            } catch (Exception e) {
                throw new AssertionError("the screen could not be searched", e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(30_000, look);
    }
}
