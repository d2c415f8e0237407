package io.gameday.console.prepare;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.gameday.console.Fonts;
import io.gameday.console.Picture;
import io.gameday.console.ScreenRobot;
import io.gameday.console.SimulatedRun;
import io.gameday.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
class PrepareViewTest {

    private final ScreenRobot robot = new ScreenRobot();

    @TempDir
    private static Path folder;

    private Bench bench;
    private PrepareView view;
    private Scene scene;
    private BorderPane frame;

    @Start
    private void start(Stage stage) throws IOException {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Fonts.load();
        bench = new Bench(Files.createTempDirectory(folder, "bench"));
        view = new PrepareView(bench.model);
        HBox top = new HBox(view.header());
        HBox.setHgrow(view.header(), Priority.ALWAYS);
        top.setStyle("-fx-min-height: 60; -fx-alignment: center-left; -fx-padding: 0 16 0 12; "
                + "-fx-background-color: -gd-panel; -fx-border-color: transparent transparent -gd-border transparent;");
        BorderPane root = new BorderPane(view.content());
        root.setTop(top);
        Region rail = new Region();
        rail.setMinWidth(48);
        root.setLeft(rail);
        // The headless screen has 1000 × 1000 points: the whole screen is shown smaller there.
        frame = root;
        frame.setManaged(false);
        frame.getTransforms().add(new Scale(0.5, 0.5, 0, 0));
        frame.resize(1280, 800);
        Pane around = new Pane(frame);
        scene = new Scene(around, 1000, 560);
        scene.getStylesheets().add(Objects
                .requireNonNull(PrepareView.class.getResource("/io/gameday/console/console.css")).toExternalForm());
        stage.setScene(scene);
        stage.show();
        view.shown();
    }

    @Test
    void anErrorTypedInTheTextStandsAtItsLineAndInTheFormAndIsMendedByItsButton() throws Exception {
        open("az-power-loss-unscaled");
        CodeArea area = robot.lookup("#yaml").queryAs(CodeArea.class);
        int line = lineOf(area, "weigh-away");
        int column = area.getPlainText(line).indexOf("away") + 1;
        robot.interact(() -> {
            area.requestFocus();
            area.select(TextPos.ofLeading(line, column));
        });
        robot.type(KeyCode.DELETE);
        assertThat(area.getPlainText(line)).contains("weigh-aay");
        robot.interact(bench::settle);
        picture("prepare-error");

        Button use = robot.lookup(".problem-fix").queryButton();
        assertThat(use.getText()).isEqualTo("Use weigh-away");
        assertThat(robot.lookup(".form-line").queryAllAs(HBox.class))
                .filteredOn(row -> row.getPseudoClassStates().toString().contains("wrong")).hasSize(1);
        robot.interact(use::fire);
        robot.interact(bench::settle);
        assertThat(bench.model.checked().get().flaws()).isEmpty();
        assertThat(bench.model.text().edited().get()).isFalse();
    }

    @Test
    void aFieldOfTheFormChangesItsValueAndNoComment() throws Exception {
        open("az-power-loss-unscaled");
        TextField title = robot.lookup("#field-traffic-rate").queryAs(TextField.class);
        robot.interact(() -> {
            title.requestFocus();
            title.selectAll();
        });
        robot.write("90/s");
        robot.interact(bench::settle);
        assertThat(bench.model.text().text().get())
                .isEqualTo(Bench.text("az-power-loss-unscaled").replace("rate: 120/s", "rate: 90/s"));
        assertThat(robot.lookup("#yaml").queryAs(CodeArea.class).getText()).isEqualTo(bench.model.text().text().get());
    }

    @Test
    void aClickOnAZoneAimsThere() throws Exception {
        open("az-power-loss-unscaled");
        robot.clickOn("#zone-az3");
        robot.interact(bench::settle);
        assertThat(bench.model.text().text().get())
                .contains("{ inject: zone-power-loss, zone: az3, at: 5s, for: 40s }");
        assertThat(robot.lookup("#zone-az3").queryButton().getPseudoClassStates().toString()).contains("hit");
    }

    @Test
    void theFooterNamesWhatBlocksTheStartAndLeadsThere() throws Exception {
        open("az-power-loss-unscaled");
        assertThat(robot.lookup(".blocker").queryAllAs(Button.class)).extracting(Button::getText)
                .containsExactly("1 tick missing");
        assertThat(robot.lookup("#play").queryButton().isDisabled()).isTrue();
        robot.clickOn(".blocker");
        assertThat(robot.lookup("#everybody-knows").queryAs(CheckBox.class).isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#play").queryButton().isDisabled()).isFalse();
        assertThat(robot.lookup("#go-no-go").queryAs(Label.class).getText()).isEqualTo("GO");
        picture("prepare-go");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(bench.navigated).containsExactly("play az-power-loss-unscaled.yaml on local");
    }

    @Test
    void aRehearsalIsStartedByItsKeyAndItsResultOpensInDebrief() throws Exception {
        open("az-power-loss-unscaled");
        Path run = SimulatedRun.of("az-power-loss-unscaled", folder);
        robot.interact(() -> robot.lookup("#everybody-knows").query().requestFocus());
        robot.type(KeyCode.R);
        robot.interact(() -> bench.rehearsing.getFirst().finished(run, 3));
        picture("prepare-rehearsed");
        robot.clickOn("#open-rehearsal");
        assertThat(bench.navigated).containsExactly("debrief " + run);
    }

    @Test
    void whoIsInvitedStandsInGoOrNoGoAndTheirCardsArePrintedFromTheMenu() throws Exception {
        open("az-power-loss-unscaled");
        robot.interact(() -> {
            GuestList.roles().forEach(bench.model.guests()::add);
            bench.model.guests().addDeputy(Role.RESPONDER);
        });
        assertThat(robot.lookup("#people-asked .check-row").queryAllAs(HBox.class)).extracting(HBox::getAccessibleText)
                .hasSize(8).startsWith("owner: not asked yet").contains("deputy responder: not asked yet");
        assertThat(robot.lookup("#invite .label").queryAllAs(Label.class))
                .anySatisfy(words -> assertThat(words.lookup(".text").toString()).contains("8 invited"));
        MenuButton more = robot.lookup("#prepare-more").queryAs(MenuButton.class);
        robot.interact(() -> more.getItems().getFirst().fire());
        assertThat(robot.lookup("#print-banner").query().isVisible()).isTrue();
        picture("prepare-people");
        dark(true);
        picture("prepare-people-dark");
        robot.clickOn("#open-papers");
        assertThat(bench.navigated).containsExactly("print az-power-loss-unscaled", "open plans/mine");
        robot.clickOn("#close-papers");
        assertThat(robot.lookup("#print-banner").query().isVisible()).isFalse();
    }

    @Test
    void whatTheFormDidIsUndoneInTheText() throws Exception {
        open("az-power-loss-unscaled");
        robot.interact(() -> bench.model.form().aim("az2"));
        CodeArea area = robot.lookup("#yaml").queryAs(CodeArea.class);
        robot.interact(area::requestFocus);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(bench.model.text().text().get()).isEqualTo(Bench.text("az-power-loss-unscaled"));
    }

    @Test
    void aFileThatSomebodyElseChangedIsSaidAndNotWrittenOver() throws Exception {
        Path file = bench.ownFile("mine.yaml", Bench.text("task-crash"));
        robot.interact(() -> bench.model.open(file));
        robot.interact(() -> bench.model.form().edit("title", "Mine"));
        Files.writeString(file, Bench.text("task-crash").replace("title:", "title: Theirs,"));
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        picture("prepare-theirs");
        robot.clickOn("#take-theirs");
        assertThat(robot.lookup("#field-title").queryAs(TextField.class).getText()).doesNotStartWith("Theirs");
        robot.interact(bench::settle);
        assertThat(robot.lookup("#field-title").queryAs(TextField.class).getText()).startsWith("Theirs");
    }

    @Test
    void f8LeadsFromProblemToProblem() throws Exception {
        Path file = bench.ownFile("mine.yaml", Bench.text("task-crash").replaceFirst("cells: \\d+", "cells: 9999")
                .replace("inject: task-crash", "inject: task-crush"));
        robot.interact(() -> bench.model.open(file));
        robot.type(KeyCode.F8);
        CodeArea area = robot.lookup("#yaml").queryAs(CodeArea.class);
        assertThat(area.getCaretPosition()).isEqualTo(caretAt(area, "task-crush"));
        robot.type(KeyCode.F8);
        assertThat(area.getCaretPosition()).isEqualTo(caretAt(area, "9999"));
    }

    @Test
    void withoutAFileItSaysWhatToDo() throws Exception {
        picture("prepare-empty");
        robot.clickOn("Choose on Home");
        assertThat(bench.navigated).containsExactly("home");
    }

    @Test
    void itLooksRightInLightAndDarkWithManyCellsLongNamesAndJapanese() throws Exception {
        open("az-power-loss-unscaled");
        picture("prepare");
        dark(true);
        picture("prepare-dark");
        dark(false);
        size(1920, 1080);
        picture("prepare-1920");
        size(1280, 800);
        String wide = Bench.text("task-crash").replaceFirst("cells: \\d+", "cells: 12")
                .replaceFirst("zones: \\[.*?]", "zones: [az1, az2, az3, az4, az5, az6]")
                .replaceFirst("title: .*", "title: 東京リージョンでゾーンの電源が落ちても、残りのゾーンだけで全ての注文を受け付けられるか");
        Path file = bench.ownFile("東京リージョンのゾーン障害-とても長い名前のファイルです-a-very-long-name-that-does-not-end.yaml", wide);
        robot.interact(() -> bench.model.open(file));
        robot.interact(bench::settle);
        picture("prepare-wide");
        robot.interact(() -> bench.model.text().text()
                .set(wide.replace("cells: 12", "cells: 9999").replace("inject:", "injcet:")));
        robot.interact(bench::settle);
        dark(true);
        picture("prepare-flaws-dark");
    }

    private void open(String name) throws Exception {
        Path file = bench.fromCatalog(name);
        WaitForAsyncUtils.asyncFx(() -> bench.model.open(file)).get(30, TimeUnit.SECONDS);
        WaitForAsyncUtils.asyncFx(bench::settle).get(30, TimeUnit.SECONDS);
        waitFor(() -> bench.model.checked().get().experiment().isPresent());
    }

    private void dark(boolean on) {
        robot.interact(() -> {
            Application.setUserAgentStylesheet(
                    on ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            scene.getRoot().getStyleClass().remove("dark");
            if (on) {
                scene.getRoot().getStyleClass().add("dark");
            }
        });
    }

    private void size(double width, double height) {
        robot.interact(() -> frame.resize(width, height));
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> Picture.of(shot(), name)).get(60, TimeUnit.SECONDS);
    }

    private WritableImage shot() {
        SnapshotParameters large = new SnapshotParameters();
        large.setTransform(Transform.scale(2, 2));
        large.setViewport(new Rectangle2D(0, 0, frame.getWidth(), frame.getHeight()));
        return frame.snapshot(large, null);
    }

    private static TextPos caretAt(CodeArea area, String word) {
        int line = lineOf(area, word);
        return TextPos.ofLeading(line, area.getPlainText(line).indexOf(word));
    }

    private static int lineOf(CodeArea area, String word) {
        for (int i = 0; i < area.getParagraphCount(); i++) {
            if (area.getPlainText(i).contains(word)) {
                return i;
            }
        }
        throw new AssertionError("no line holds " + word);
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        assertThat(Platform.isFxApplicationThread()).isFalse();
    }
}
