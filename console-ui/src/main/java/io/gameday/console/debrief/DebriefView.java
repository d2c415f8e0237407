package io.gameday.console.debrief;

import io.gameday.console.audience.AudienceWindow;
import io.gameday.console.control.EmptyState;
import io.gameday.console.control.Panel;
import io.gameday.console.debrief.words.WordsPane;
import io.gameday.console.frame.Key;
import io.gameday.console.frame.Screen;
import io.gameday.console.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Debrief: the strip over three columns, the footer below; or the COE as large as the screen.
public final class DebriefView implements Screen {

    private static final double LEFT = 372;
    private static final double RIGHT = 346;
    private static final double ROOM_FOR_THREE = 1200;
    private static final double ROOM_FOR_BOTH = 1560;
    private static final int READABLE = 900;

    private final DebriefViewModel model;
    private final DebriefHeader header;
    private final StripPanel strip;
    private final WordsPane words;
    private final CoePages large;
    private final VBox all;
    private final StackPane content;
    private final Button home = new Button(Texts.of("debrief.empty.home"), new FontIcon(Feather.HOME));

    public DebriefView(DebriefViewModel model) {
        this.model = model;
        header = new DebriefHeader(model);
        strip = new StripPanel(model);
        large = new CoePages(model.coe(), true);
        words = new WordsPane(model.words(), model.hot(), columns(),
                new EventsPanel(model.timeline(), "words-events", true).panel(), model.timeline()::evidence);
        all = new VBox(new TroublesBar(model).bar(), strip.panel(), withFindings(words.pane()));
        all.getStyleClass().add("debrief");
        VBox framed = new VBox(all,
                new ExportBar(model.export(), model.coe().makingProperty(), new FindingsCount(model).button()).bar());
        VBox.setVgrow(all, Priority.ALWAYS);
        StackPane preview = new StackPane(large.panel());
        preview.getStyleClass().add("debrief");
        EmptyState empty = empty();
        content = new StackPane(framed, preview, empty);
        String css = Objects.requireNonNull(DebriefView.class.getResource("/io/gameday/console/debrief.css"))
                .toExternalForm();
        content.getStylesheets().add(css);
        header.header().getStylesheets().add(css);
        empty.visibleProperty().bind(model.openedProperty().not());
        framed.visibleProperty().bind(model.openedProperty().and(model.coe().bigProperty().not()));
        preview.visibleProperty().bind(model.coe().bigProperty());
        model.coe().bigProperty().addListener((_, _, big) -> enlarge(big));
        TimelineKeys keys = new TimelineKeys(model.timeline());
        AudienceWindow room = new AudienceWindow(model.room().audience(), keys::pressed, model.room()::end);
        model.room().shownProperty().addListener((_, _, shown) -> show(room, shown));
        framed.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F9) {
                model.replayForAll();
                key.consume();
            } else if (!words.owns(key.getTarget())) {
                keys.pressed(key);
            }
        });
        preview.addEventFilter(KeyEvent.KEY_PRESSED, this::turnPages);
    }

    private void show(AudienceWindow room, boolean shown) {
        if (shown && !room.isOpen()) {
            room.toggle(content.getScene());
        } else if (!shown) {
            room.close();
        }
    }

    private EmptyState empty() {
        home.setId("debrief-home");
        home.setOnAction(_ -> model.home());
        return new EmptyState(Feather.BOOK_OPEN, Texts.of("debrief.empty.title"), Texts.of("debrief.empty.says"), home);
    }

    private HBox columns() {
        VBox left = new VBox(new PredictionsPanel(model).panel(), new SurprisesPanel(model).panel(),
                new ReceiptLine(model).line());
        left.getStyleClass().add("debrief-column");
        left.setMinWidth(LEFT);
        left.setPrefWidth(LEFT);
        left.setMaxWidth(LEFT);
        VBox.setVgrow(left.getChildren().get(0), Priority.ALWAYS);
        Node events = new EventsPanel(model.timeline()).panel();
        HBox.setHgrow(events, Priority.ALWAYS);
        Panel coe = new CoePages(model.coe(), false).panel();
        Panel detection = new DetectionPanel(model).panel();
        HBox columns = new HBox(left, events, detection, coe);
        columns.getStyleClass().add("debrief-columns");
        BooleanBinding roomy = columns.widthProperty().greaterThanOrEqualTo(ROOM_FOR_BOTH);
        BooleanBinding third = columns.widthProperty().greaterThanOrEqualTo(ROOM_FOR_THREE)
                .or(model.findingsBesideProperty().not());
        right(coe, columns, third.and(roomy.or(model.coeBesideProperty())));
        right(detection, columns, third.and(roomy.or(model.coeBesideProperty().not())));
        coe.end().getChildren().add(turn(roomy, Feather.EYE, "debrief.detection.show", false));
        detection.end().getChildren().add(turn(roomy, Feather.BOOK_OPEN, "debrief.detection.coe", true));
        columns.setMinHeight(0);
        return columns;
    }

    /// Findings stand at the right of whatever else is shown, and take the place of a third column where there is none.
    private HBox withFindings(Region rest) {
        Panel findings = new FindingsPanel(model).panel();
        HBox both = new HBox(rest, findings);
        both.getStyleClass().add("debrief-columns");
        right(findings, both, model.findingsBesideProperty());
        HBox.setHgrow(rest, Priority.ALWAYS);
        rest.setMinWidth(0);
        both.setMinHeight(0);
        VBox.setVgrow(both, Priority.ALWAYS);
        return both;
    }

    private static void right(Panel panel, HBox columns, ObservableBooleanValue shown) {
        panel.setMinWidth(RIGHT);
        panel.prefWidthProperty().bind(Bindings.max(RIGHT, columns.widthProperty().multiply(0.24)));
        panel.visibleProperty().bind(shown);
        panel.managedProperty().bind(shown);
    }

    /// Turns from detection to the document, or back, where there is no room for both.
    private Button turn(BooleanBinding roomy, Feather icon, String text, boolean coe) {
        Button turn = new Button(Texts.of(text), new FontIcon(icon));
        turn.setId(coe ? "debrief-show-coe" : "debrief-show-detection");
        turn.getStyleClass().add("small-button");
        turn.setOnAction(_ -> model.coeBesideProperty().set(coe));
        turn.visibleProperty().bind(roomy.not());
        turn.managedProperty().bind(roomy.not());
        return turn;
    }

    private void enlarge(boolean big) {
        if (big) {
            model.coe().setWidth(READABLE);
            large.scroll().requestFocus();
        } else {
            strip.strip().requestFocus();
        }
    }

    private void turnPages(KeyEvent key) {
        Runnable act = switch (key.getCode()) {
            case ESCAPE -> () -> model.coe().bigProperty().set(false);
            case LEFT, PAGE_UP -> model.coe()::previous;
            case RIGHT, PAGE_DOWN -> model.coe()::next;
            case PLUS, ADD, EQUALS -> () -> model.coe().setWidth(model.coe().width() * 5 / 4);
            case MINUS, SUBTRACT -> () -> model.coe().setWidth(model.coe().width() * 4 / 5);
            default -> null;
        };
        if (act != null && key.getCode() != KeyCode.TAB) {
            act.run();
            key.consume();
        }
    }

    @Override
    public List<Key> keys() {
        return Stream.concat(Stream.of(new Key("← →", Texts.of("debrief.key.event")),
                new Key("Shift+← →", Texts.of("debrief.key.second")), new Key("Home End", Texts.of("debrief.key.ends")),
                new Key("Space", Texts.of("debrief.key.play")), new Key("F9", Texts.of("debrief.key.room")),
                new Key("Esc", Texts.of("debrief.key.back"))), WordsPane.keys().stream()).toList();
    }

    @Override
    public Node header() {
        return header.header();
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        if (!model.openedProperty().get()) {
            return home;
        }
        return model.coe().bigProperty().get() ? large.scroll() : strip.strip();
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
