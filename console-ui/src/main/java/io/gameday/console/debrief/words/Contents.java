package io.gameday.console.debrief.words;

import io.gameday.console.text.Texts;
import io.gameday.report.why.Root;
import io.gameday.report.why.WhyNode;
import io.gameday.report.words.CoeEdit;
import io.gameday.report.words.CoeEdit.Edited;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.Lesson;
import io.gameday.report.words.CoeFileReader;
import io.gameday.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `coe.yaml` as it stands at one moment.
///
/// @param lessons ids of ours for the lessons, in the file's order: they have none there
record Contents(String text, CoeFile file, List<String> lessons) {

    static final Contents NONE = new Contents("", CoeFile.BLANK, List.of());

    static Contents of(String text, CoeFile file) {
        return new Contents(text, file,
                IntStream.rangeClosed(1, file.lessons().size()).mapToObj(n -> "L" + n).toList());
    }

    /// After a change of ours: lessons keep their ids.
    Contents after(String changed, CoeFile read) {
        List<String> ids = new ArrayList<>(lessons);
        List<Lesson> old = file.lessons();
        while (ids.size() > read.lessons().size()) {
            int gone = 0;
            while (gone < read.lessons().size() && old.get(gone).equals(read.lessons().get(gone))) {
                gone++;
            }
            ids.remove(gone);
        }
        while (ids.size() < read.lessons().size()) {
            ids.add(next("L", ids.stream()));
        }
        return new Contents(changed, read, List.copyOf(ids));
    }

    /// Where `place` stands, such as `whys[3]`; empty when it is not there any more.
    Optional<String> path(Place place) {
        int index = switch (place.part()) {
            case FILE, ANSWERS -> 0;
            case WHYS -> file.whys().stream().map(WhyNode::id).toList().indexOf(place.id());
            case LESSONS -> lessons.indexOf(place.id());
            case ACTIONS -> file.actions().stream().map(ActionItem::id).toList().indexOf(place.id());
            case DEBRIEF -> SaidPlace.index(file, place);
        };
        String word = place.part().word();
        return switch (place.part()) {
            case FILE -> Optional.of(word);
            case ANSWERS -> Optional.of(word + "." + place.id());
            case WHYS, LESSONS, ACTIONS, DEBRIEF ->
                index < 0 ? Optional.empty() : Optional.of(word + "[" + (index + 1) + "]");
        };
    }

    /// Where a field of `place` stands, such as `whys[3].kind`.
    Optional<String> path(Place place, String key) {
        return path(place).map(path -> path.isEmpty() ? key : path + "." + key);
    }

    /// Gives a field of `place` another value. What is asked in the debrief stands in the file once somebody has said
    /// something to it, and only as long.
    Edited set(Place place, String key, Value value) {
        Optional<String> there = path(place);
        if (place.part() == Place.Part.DEBRIEF) {
            Value.Group item = SaidPlace.with(file, place, key, value);
            if (there.isEmpty()) {
                return CoeEdit.append(text, place.part().word(), item);
            }
            if (SaidPlace.saysNothing(item)) {
                return CoeEdit.remove(text, there.get());
            }
        }
        return path(place, key).map(path -> CoeEdit.set(text, path, value)).orElseGet(() -> gone(place));
    }

    static Edited gone(Place place) {
        return new Edited.Refused(Texts.of("words.gone", place.id(), CoeFileReader.FILE));
    }

    Optional<WhyNode> why(String id) {
        return file.whys().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /// The highest number of ids such as `W3`, and one more. Whys and actions share their ids.
    String next(String letter) {
        return next(letter,
                Stream.concat(file.whys().stream().map(WhyNode::id), file.actions().stream().map(ActionItem::id)));
    }

    private static String next(String letter, Stream<String> ids) {
        Pattern numbered = Pattern.compile(letter + "(\\d{1,9})");
        return letter + (ids.map(numbered::matcher).filter(Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1))).max().orElse(0) + 1);
    }

    /// `under` as it stands in the file: roots by their words.
    static List<String> under(List<String> ids) {
        return ids.stream().map(id -> Stream.of(Root.values()).filter(root -> root.name().equals(id))
                .map(CoeFileReader::word).findFirst().orElse(id)).toList();
    }
}
