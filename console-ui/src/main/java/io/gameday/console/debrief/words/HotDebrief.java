package io.gameday.console.debrief.words;

import io.gameday.console.text.Texts;
import io.gameday.report.export.Agenda;
import io.gameday.report.export.Wording;
import io.gameday.report.words.CoeFile.Said;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The hot debrief: its clock, its agenda as on paper, and what is said, which goes into `coe.yaml` a moment after it was
/// typed. The clock asks for nothing and stops nobody. Belongs to the UI thread.
public final class HotDebrief {

    /// So long nothing is typed before it is written.
    private static final Duration QUIET = Duration.ofMillis(1500);

    /// A question with what is said to it.
    ///
    /// @param question as it is asked; of a further answer to the same question likewise
    record Asked(String question, FieldViewModel answer, FieldViewModel role) {
    }

    /// A part of the agenda, the survey, or what was said besides.
    ///
    /// @param minutes such as `2–7`; empty where it has none
    record Section(String minutes, String name, List<Asked> asked) {
    }

    private record Key(String question, int before) {
    }

    private final Clock clock;
    private final Executor ui;
    private final Executor slow;
    private final WordsViewModel words;
    private final Countdown countdown;
    private final ReadOnlyObjectWrapper<List<Section>> sections = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper now = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper button = new ReadOnlyStringWrapper("");
    private Map<Key, Asked> fields = new HashMap<>();
    private String language = "";
    private Agenda agenda = new Agenda(List.of(), List.of());
    private boolean read;

    /// @param clock counts the minutes; its loop may be another thread
    /// @param slow  for reading the agenda
    public HotDebrief(Clock clock, Executor ui, Executor slow, WordsViewModel words) {
        this.clock = clock;
        this.ui = ui;
        this.slow = slow;
        this.words = words;
        countdown = new Countdown(clock, ui);
        countdown.passedProperty().subscribe(this::tell);
        countdown.stateProperty().subscribe(this::tell);
        words.follow(this::show);
    }

    /// Another run: nobody has begun.
    public void open() {
        countdown.reset();
    }

    /// Shows it.
    public void enter() {
        words.tabProperty().set(Tab.HOT);
    }

    /// Writes at once what was typed.
    public void write() {
        fields.values().forEach(asked -> {
            asked.answer().leave();
            asked.role().leave();
        });
    }

    /// Begins, goes on where it was paused, or pauses.
    public void startOrPause() {
        countdown.startOrPause();
    }

    void restart() {
        countdown.restart();
    }

    private void show(Contents contents) {
        String wanted = contents.file().header().language();
        if (!contents.equals(Contents.NONE) && !(read && wanted.equals(language))) {
            read = true;
            language = wanted;
            slow.execute(() -> {
                Agenda found = Agenda.of(wording(wanted));
                ui.execute(() -> {
                    if (wanted.equals(language)) {
                        agenda = found;
                        show(words.contents());
                    }
                });
            });
            return;
        }
        if (agenda.parts().isEmpty()) {
            return;
        }
        Map<Key, Asked> before = fields;
        fields = new HashMap<>();
        List<Said> rest = new ArrayList<>(contents.file().debrief());
        List<Section> all = new ArrayList<>();
        for (Agenda.Part part : agenda.parts()) {
            all.add(new Section(part.from() + "–" + part.to(), part.name(),
                    asked(part.questions(), true, contents, rest, before)));
        }
        all.add(new Section("", Texts.of("words.hot.survey"), asked(agenda.survey(), false, contents, rest, before)));
        if (!rest.isEmpty()) {
            all.add(new Section("", Texts.of("words.hot.besides"),
                    asked(rest.stream().map(Said::question).distinct().toList(), true, contents, rest, before)));
        }
        if (!all.equals(sections.get())) {
            sections.set(List.copyOf(all));
        }
        tell();
    }

    private static Wording wording(String language) {
        return language.isEmpty() || !Wording.knows(null, language)
                ? Wording.english(null)
                : Wording.read(null, language).wording().orElseGet(() -> Wording.english(null));
    }

    /// Each question, and again for every further answer that the file has to it.
    ///
    /// @param roles whether it is said who said it
    /// @param rest  what no question has taken yet
    private List<Asked> asked(List<String> questions, boolean roles, Contents contents, List<Said> rest,
            Map<Key, Asked> before) {
        List<Asked> all = new ArrayList<>();
        for (String question : questions) {
            int answers = (int) contents.file().debrief().stream().filter(one -> one.question().equals(question))
                    .count();
            for (int i = 0; i < Math.max(1, answers); i++) {
                Key key = new Key(question, i);
                Asked asked = before.containsKey(key) ? before.get(key) : made(question);
                fields.put(key, asked);
                Place place = SaidPlace.of(question, i);
                Said says = SaidPlace.said(contents.file(), place).orElse(new Said(question, "", ""));
                asked.answer().show(place, says.answer(), "", true);
                asked.role().show(place, says.role(), Texts.of("words.hot.room"), roles || !says.role().isEmpty());
                all.add(asked);
            }
            rest.removeIf(one -> one.question().equals(question));
        }
        return List.copyOf(all);
    }

    private Asked made(String question) {
        FieldViewModel answer = new FieldViewModel(words, "answer", question, new Allowed.Lines(1));
        FieldViewModel role = new FieldViewModel(words, "role", Texts.of("words.hot.role"), new Allowed.Line());
        soon(answer);
        soon(role);
        return new Asked(question, answer, role);
    }

    /// Nobody leaves a field while the others talk, and nothing may be lost with the console.
    private void soon(FieldViewModel field) {
        var waiting = new Object() {
            private Clock.Cancellable writing = () -> {
            };
        };
        // A change, not an invalidation: only then does the field know already whether it holds something new.
        field.typedProperty().addListener((_, _, _) -> {
            waiting.writing.cancel();
            if (field.unsavedProperty().get()) {
                waiting.writing = clock.at(QUIET, () -> ui.execute(field::leave));
            }
        });
    }

    private void tell() {
        Duration passed = countdown.passedProperty().get();
        Countdown.State state = countdown.stateProperty().get();
        Duration left = Duration.ofMinutes(agenda.minutes()).minus(passed);
        time.set((left.isNegative() ? "+" : "") + clock(left.abs()));
        int part = state == Countdown.State.READY ? -1 : part(passed);
        now.set(part);
        said.set(told(state, part, passed));
        button.set(agenda.parts().isEmpty()
                ? Texts.of("words.tab.hot")
                : state == Countdown.State.READY
                        ? Texts.of("words.hot.open", String.valueOf(agenda.minutes()))
                        : Texts.of("words.hot.open.running", time.get()));
    }

    private int part(Duration passed) {
        int part = 0;
        while (part < agenda.parts().size() && passed.toMinutes() >= agenda.parts().get(part).to()) {
            part++;
        }
        return part;
    }

    private String told(Countdown.State state, int part, Duration passed) {
        if (state == Countdown.State.READY) {
            return Texts.of("words.hot.ready");
        }
        if (part >= agenda.parts().size()) {
            return Texts.of("words.hot.over", String.valueOf(agenda.minutes()));
        }
        Agenda.Part current = agenda.parts().get(part);
        String left = clock(Duration.ofMinutes(current.to()).minus(passed));
        return part == 0
                ? Texts.of("words.hot.now", current.name(), left)
                : Texts.of("words.hot.next", agenda.parts().get(part - 1).name(), current.name(), left);
    }

    private static String clock(Duration length) {
        return String.format(Locale.ROOT, "%d:%02d", length.toMinutes(), length.toSecondsPart());
    }

    /// In the words of the paper, in the language of the documents.
    ReadOnlyObjectProperty<List<Section>> sectionsProperty() {
        return sections.getReadOnlyProperty();
    }

    /// Which section it is the time of; -1 before the beginning, and the survey's after the end.
    ReadOnlyIntegerProperty nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// What is left, such as `17:20`; with `+` what it is over.
    ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /// What the clock has to say.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Countdown.State> stateProperty() {
        return countdown.stateProperty();
    }

    /// Whether its clock runs or is paused.
    public BooleanBinding begun() {
        return Bindings.createBooleanBinding(() -> countdown.stateProperty().get() != Countdown.State.READY,
                countdown.stateProperty());
    }

    /// What the button says that leads here.
    public ReadOnlyStringProperty buttonProperty() {
        return button.getReadOnlyProperty();
    }
}
