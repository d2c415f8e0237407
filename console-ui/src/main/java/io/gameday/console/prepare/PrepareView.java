package io.gameday.console.prepare;

import io.gameday.console.control.EmptyState;
import io.gameday.console.control.Panel;
import io.gameday.console.frame.Screen;
import io.gameday.console.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Prepare on the screen: form, text, topology, guards, go or no-go.
public final class PrepareView implements Screen {

    private final PrepareViewModel model;
    private final PrepareHeader header;
    private final YamlEditor editor;
    private final StackPane content;
    private final Button home = new Button(Texts.of("prepare.empty.home"), new FontIcon(Feather.HOME));
    private final List<Node> ticks = new ArrayList<>();

    /// @param model what it shows; open an experiment with [PrepareViewModel#open]
    public PrepareView(PrepareViewModel model) {
        this.model = model;
        header = new PrepareHeader(model);
        editor = new YamlEditor(model);
        Panel form = FormPanel.of(model.form());
        form.setMinWidth(330);
        form.setMaxWidth(330);
        form.setPrefWidth(330);
        Panel text = EditorPanel.of(model, editor, this::nextProblem);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        HBox panels = new HBox(form, text, right());
        panels.getStyleClass().add("prepare-panels");
        VBox.setVgrow(panels, Priority.ALWAYS);
        VBox filled = new VBox(panels, new PrepareFooter(model, this::go));
        filled.visibleProperty().bind(model.text().file().isNotNull());
        EmptyState empty = empty();
        empty.visibleProperty().bind(model.text().file().isNull());
        content = new StackPane(filled, empty);
        content.getStyleClass().add("prepare");
        String css = Objects.requireNonNull(PrepareView.class.getResource("/io/gameday/console/prepare.css"))
                .toExternalForm();
        content.getStylesheets().add(css);
        header.getStylesheets().add(css);
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        header.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private VBox right() {
        Panel topology = TopologyPanel.of(model);
        VBox.setVgrow(topology, Priority.ALWAYS);
        topology.setMinHeight(250);
        Panel guards = GuardsPanel.guards(model);
        Panel stops = GuardsPanel.stops(model);
        HBox asked = new HBox(guards, stops);
        for (Panel half : List.of(guards, stops)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(205);
            half.setMinWidth(0);
        }
        asked.getStyleClass().add("side-by-side");
        // What does not fit is scrolled to, so that nothing of the frame is pushed out of a low window.
        asked.setMinHeight(96);
        VBox right = new VBox(topology, asked, GoNoGoPanel.of(model, ticks::add));
        right.getStyleClass().add("prepare-right");
        right.setMinWidth(418);
        right.setMaxWidth(418);
        right.setPrefWidth(418);
        return right;
    }

    private EmptyState empty() {
        Label trouble = new Label();
        trouble.textProperty().bind(model.text().trouble());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.setWrapText(true);
        trouble.getStyleClass().add("failed");
        home.setOnAction(_ -> model.home());
        return new EmptyState(Feather.EDIT_3, Texts.of("prepare.empty.title"), Texts.of("prepare.empty.says"), trouble,
                home);
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl || editor.owns(event.getTarget());
        boolean done = true;
        if (event.getCode() == KeyCode.F8) {
            nextProblem();
        } else if (event.getCode() == KeyCode.S && event.isShortcutDown() && event.isShiftDown()) {
            model.saveAs();
        } else if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
            model.save();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            model.play();
        } else if (event.getCode() == KeyCode.R && !typing && !event.isShortcutDown() && !event.isAltDown()) {
            model.rehearse();
        } else {
            done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void nextProblem() {
        model.nextProblem();
        Flaw flaw = model.selected().get();
        if (flaw != null) {
            editor.goTo(flaw);
        }
    }

    /// Leads to where a blocker can be mended.
    private void go(Blocker blocker) {
        switch (blocker.kind()) {
            case TEXT -> model.checked().get().flaws().stream().filter(flaw -> flaw.line() == blocker.line())
                    .findFirst().ifPresent(flaw -> {
                        model.select(flaw);
                        editor.goTo(flaw);
                    });
            case CHECK -> model.goNoGo().start();
            case TICK -> ticks.forEach(Node::requestFocus);
        }
    }

    @Override
    public Node header() {
        return header;
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return model.text().file().get() == null ? home : editor.focusTarget();
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }
}
