package io.gameday.console.debrief;

import io.gameday.console.control.Panel;
import io.gameday.console.debrief.PageSource.PageImage;
import io.gameday.console.debrief.RunDocuments.Made;
import io.gameday.console.text.Texts;
import java.nio.IntBuffer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
    private int shown = -1;

    /// @param large fills the screen, with its own zoom and a way back
    CoePages(CoeViewModel model, boolean large) {
        this.model = model;
        picture.setPreserveRatio(true);
        picture.accessibleTextProperty().bind(pageWords("debrief.coe.page"));
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
        StackPane pages = new StackPane(scroll, empty(), making());
        VBox.setVgrow(pages, Priority.ALWAYS);
        panel = new Panel(Feather.BOOK_OPEN, Texts.of("debrief.coe"), new VBox(remarks(), pages));
        panel.sub().textProperty().bind(Bindings.when(model.pagesProperty().greaterThan(0))
                .then(large ? pageWords("debrief.coe.page") : pageWords("debrief.coe.page.short")).otherwise(""));
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

    private StringBinding pageWords(String text) {
        return Bindings.createStringBinding(
                () -> Texts.of(text, model.pageProperty().get() + 1, model.pagesProperty().get()), model.pageProperty(),
                model.pagesProperty());
    }

    /// Over the page of before, as long as it is on the screen while another is coming.
    private Label making() {
        Label making = new Label();
        making.getStyleClass().add("coe-making");
        making.setWrapText(true);
        making.setMaxHeight(Region.USE_PREF_SIZE);
        making.textProperty().bind(model.makingProperty());
        making.visibleProperty().bind(model.makingProperty().isNotEmpty().and(model.pagesProperty().greaterThan(0)));
        making.setMouseTransparent(true);
        StackPane.setAlignment(making, Pos.TOP_CENTER);
        return making;
    }

    /// What a reader should know of the pages, above them.
    private Label remarks() {
        Label remarks = new Label();
        remarks.setWrapText(true);
        remarks.getStyleClass().add("coe-remarks");
        remarks.textProperty().bind(Bindings.createStringBinding(() -> {
            Made made = model.madeProperty().get();
            return made == null || model.pagesProperty().get() == 0 ? "" : String.join("\n", made.remarks());
        }, model.madeProperty(), model.pagesProperty()));
        remarks.setMinHeight(Region.USE_PREF_SIZE);
        remarks.setMaxWidth(Double.MAX_VALUE);
        remarks.visibleProperty().bind(remarks.textProperty().isNotEmpty());
        remarks.managedProperty().bind(remarks.visibleProperty());
        return remarks;
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
        if (shown != model.pageProperty().get()) {
            shown = model.pageProperty().get();
            scroll.setVvalue(0);
        }
    }

    private Node empty() {
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.getStyleClass().add("debrief-sentence");
        sentence.textProperty().bind(model.sentenceProperty());
        Button again = new Button(Texts.of("debrief.coe.again"), new FontIcon(Feather.REFRESH_CW));
        again.getStyleClass().add("small-button");
        again.setOnAction(_ -> model.tryAgain());
        again.visibleProperty().bind(model.canTryAgainProperty());
        again.managedProperty().bind(again.visibleProperty());
        VBox box = new VBox(sentence, again);
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
