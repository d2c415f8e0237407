package io.gameday.console.debrief.words;

import io.gameday.report.why.WhyNode;
import io.gameday.report.words.CoeFile.ActionItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in the console something of the file is written.
///
/// @param part     of the file, such as `actions`; empty where the place could not be read
/// @param index    of the item, from 0; -1 for none
/// @param question such as `DET-3`; empty for none
record Signpost(String part, int index, String question) {

    private static final Pattern ITEM = Pattern.compile("([a-zA-Z]+)(?:\\[(\\d{1,6})])?(?:\\.([A-Z]{3}-\\d))?");

    static Signpost read(String place) {
        Matcher item = ITEM.matcher(place);
        if (!item.lookingAt()) {
            return new Signpost("", -1, "");
        }
        return new Signpost(item.group(1), item.group(2) == null ? -1 : Integer.parseInt(item.group(2)) - 1,
                item.group(3) == null ? "" : item.group(3));
    }

    void go(WordsViewModel words) {
        Contents now = words.contents();
        switch (part) {
            case "whys" -> {
                words.tabProperty().set(Tab.WHYS);
                id(now.file().whys(), WhyNode::id).ifPresent(words.whys()::choose);
            }
            case "lessons" -> {
                words.tabProperty().set(Tab.LESSONS);
                id(now.lessons(), id -> id).ifPresent(words.lessons()::choose);
            }
            case "actions" -> {
                words.tabProperty().set(Tab.ACTIONS);
                id(now.file().actions(), ActionItem::id).ifPresent(words.actions()::choose);
            }
            case "answers" -> {
                words.tabProperty().set(Tab.ANSWERS);
                words.answers().choose(question);
            }
            case "debrief" -> words.tabProperty().set(Tab.HOT);
            case "timeline" -> words.tabProperty().set(Tab.HAPPENED);
            default -> words.tabProperty().set(Tab.SUMMARY);
        }
    }

    private <T> Optional<String> id(List<T> items, Function<T, String> id) {
        return index >= 0 && index < items.size() ? Optional.of(id.apply(items.get(index))) : Optional.empty();
    }
}
