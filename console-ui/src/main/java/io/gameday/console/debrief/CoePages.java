package io.gameday.console.debrief;

import io.gameday.console.control.Panel;
import io.gameday.console.debrief.PageSource.PageImage;
import io.gameday.console.text.Texts;
import java.nio.IntBuffer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The COE's pages in a panel, small beside the rest or as large as the screen.
final class CoePages {

    private static final int MARGIN = 34;

    private final CoeViewModel model;
    private final ImageView picture = new ImageView();
    private final ScrollPane scroll = new ScrollPane(new StackPane(picture));
    private final Panel panel;

    /// @param large fills the screen, with its own zoom and a way back
    CoePages(CoeViewModel model, boolean large) {
        this.model = model;
        picture.setPreserveRatio(true);
        picture.accessibleTextProperty().bind(pageWords());
        scroll.getStyleClass().add("coe-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(large);
        scroll.setAccessibleText(Texts.of("debrief.coe"));
        model.imageProperty().addListener((_, _, now) -> show(now));
        if (!large) {
            scroll.viewportBoundsProperty().addListener((_, _, now) -> {
                if (!model.bigProperty().get()) {
                    fit(now.getWidth());
                }
            });
            model.bigProperty().addListener((_, _, big) -> {
                if (!big) {
                    fit(scroll.getViewportBounds().getWidth());
                }
            });
        }
        panel = new Panel(Feather.BOOK_OPEN, Texts.of("debrief.coe"), new StackPane(scroll, empty()));
        panel.sub().textProperty()
                .bind(Bindings.when(model.pagesProperty().greaterThan(0)).then(pageWords()).otherwise(""));
        panel.end().getChildren().addAll(button(Feather.CHEVRON_LEFT, "debrief.coe.previous", model::previous),
                button(Feather.CHEVRON_RIGHT, "debrief.coe.next", model::next));
        if (large) {
            panel.end().getChildren().addAll(
                    button(Feather.ZOOM_OUT, "debrief.coe.smaller", () -> model.setWidth(model.width() * 4 / 5)),
                    button(Feather.ZOOM_IN, "debrief.coe.larger", () -> model.setWidth(model.width() * 5 / 4)), back());
        } else {
            panel.end().getChildren()
                    .add(button(Feather.MAXIMIZE_2, "debrief.coe.preview", () -> model.bigProperty().set(true)));
        }
    }

    private StringBinding pageWords() {
        return Bindings.createStringBinding(
                () -> Texts.of("debrief.coe.page", model.pageProperty().get() + 1, model.pagesProperty().get()),
                model.pageProperty(), model.pagesProperty());
    }

    private void fit(double room) {
        if (room > MARGIN) {
            model.setWidth((int) room - MARGIN);
        }
    }

    private void show(@Nullable PageImage page) {
        if (page == null) {
            picture.setImage(null);
            return;
        }
        picture.setImage(new WritableImage(new PixelBuffer<>(page.width(), page.height(), IntBuffer.wrap(page.argb()),
                PixelFormat.getIntArgbPreInstance())));
        scroll.setVvalue(0);
    }

    private Node empty() {
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.getStyleClass().add("debrief-sentence");
        sentence.textProperty().bind(model.sentenceProperty());
        Button write = new Button(Texts.of("debrief.coe.write"), new FontIcon(Feather.FILE_TEXT));
        write.getStyleClass().add("small-button");
        write.setOnAction(_ -> model.write());
        write.visibleProperty().bind(model.canWriteProperty());
        write.managedProperty().bind(write.visibleProperty());
        VBox box = new VBox(sentence, write);
        box.getStyleClass().add("coe-empty");
        box.visibleProperty().bind(model.imageProperty().isNull());
        return box;
    }

    private Button back() {
        Button back = new Button(Texts.of("debrief.coe.back"), new FontIcon(Feather.MINIMIZE_2));
        back.getStyleClass().add("small-button");
        back.setId("coe-back");
        back.setOnAction(_ -> model.bigProperty().set(false));
        return back;
    }

    private Button button(Feather icon, String text, Runnable act) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setAccessibleText(Texts.of(text));
        button.setTooltip(new Tooltip(Texts.of(text)));
        button.setOnAction(_ -> act.run());
        button.disableProperty().bind(model.pagesProperty().isEqualTo(0));
        return button;
    }

    Panel panel() {
        return panel;
    }

    ScrollPane scroll() {
        return scroll;
    }
}
