package io.gameday.report.words;

import io.gameday.report.words.CoeFileReader.Reading;
import io.gameday.yaml.Problem;
import io.gameday.yaml.TextEdit;
import io.gameday.yaml.TextEdits;
import io.gameday.yaml.Value;
import io.gameday.yaml.Value.Group;
import io.gameday.yaml.Value.Items;
import io.gameday.yaml.Value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Changes the text of `coe.yaml` in place: comments, order, quotes and layout that people chose stay as they are. What
/// comes of a change is read again, and only a text that says what the file said before, with just that change, is given
/// back.
///
/// Paths are those of messages: `impact.dataLoss`, `answers.DET-3.text`, `actions[2].status`; lists count from 1.
public final class CoeEdit {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CoeEdit() {
    }

    /// What became of a change.
    public sealed interface Edited {

        /// @param text with the change
        /// @param file as it is read from that text
        record Done(String text, CoeFile file) implements Edited {
        }

        /// The text is to stay as it is.
        ///
        /// @param why for a person, with the next step
        record Refused(String why) implements Edited {
        }
    }

    /// Gives the field at `path` another value, whether it is there, empty or missing. Of a group only the given fields
    /// change.
    public static Edited set(String text, String path, Value value) {
        return edited(text, path, TextEdits.set(text, path, value),
                Value.read(text).flatMap(all -> all.with(path, value)));
    }

    /// Adds an item at the end of the list at `path`, also where that is empty or missing.
    public static Edited append(String text, String path, Value item) {
        return edited(text, path, TextEdits.append(text, path, item),
                Value.read(text).flatMap(all -> all.withItem(path, item)));
    }

    /// Takes the item or field at `path` out, with the comments inside of it.
    public static Edited remove(String text, String path) {
        return edited(text, path, TextEdits.remove(text, path), Value.read(text).flatMap(all -> all.without(path)));
    }

    private static Edited edited(String text, String path, Optional<TextEdit> edit, Optional<Value> wanted) {
        if (wanted.isEmpty()) {
            List<Problem> problems = CoeFileReader.read(CoeFileReader.FILE, text).problems();
            return new Edited.Refused(Value.read(text).isEmpty()
                    ? "nothing was changed, as the file cannot be read: " + told(problems)
                    : "nothing was changed: the file has no place for " + path + "; allowed: a field of the file, of a "
                            + "group or of an item that is there. Items count from 1");
        }
        Reading expected = CoeFileReader.read(CoeFileReader.FILE, JSON.writeValueAsString(plain(wanted.get())));
        if (edit.isEmpty()) {
            return byHand(path);
        }
        String after = edit.get().in(text);
        Reading reading = CoeFileReader.read(CoeFileReader.FILE, after);
        if (reading.file().isEmpty()) {
            return new Edited.Refused(
                    "nothing was changed, as the file would not be right then: " + told(reading.problems()));
        }
        return reading.file().equals(expected.file()) ? new Edited.Done(after, reading.file().get()) : byHand(path);
    }

    private static Edited byHand(String path) {
        return new Edited.Refused(
                "nothing was changed: " + path + " is written in a way that cannot be changed without "
                        + "touching what stands around it. Change it by hand");
    }

    private static String told(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Items(List<Value> items) -> items.stream().map(CoeEdit::plain).toList();
            case Group(Map<String, Value> fields) -> {
                Map<String, Object> all = new LinkedHashMap<>();
                fields.forEach((key, each) -> all.put(key, plain(each)));
                yield all;
            }
        };
    }
}
