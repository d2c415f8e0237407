package io.gameday.report.brief;

import io.gameday.report.phrase.OwnWords;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.Horizon;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An action item as the short documents tell it.
///
/// @param owner nobody where it is empty
/// @param due   null until somebody says
public record Fix(String id, Excerpt title, Excerpt owner, @Nullable LocalDate due,
        ActionStatus status) implements OwnWords {

    private static final int NAME = 40;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /// Priorities without a number, the most urgent first, each with other words for it.
    private static final List<Set<String>> WORDS = List.of(Set.of("critical", "highest", "urgent", "最高", "緊急"),
            Set.of("high", "高"), Set.of("medium", "normal", "中"), Set.of("low", "低"), Set.of("lowest", "最低"));

    @Override
    public Set<String> ownWords() {
        return Set.of("id");
    }

    static Fix of(ActionItem action, Room room) {
        return new Fix(action.id(), Excerpt.of(action.title(), room.line()), Excerpt.of(action.owner(), NAME),
                action.due(), action.status());
    }

    /// What is to be done, the most pressing first: by priority, then what is immediate, then by the day it is due, then as
    /// people wrote them. Nothing said comes last each time.
    static List<ActionItem> open(List<ActionItem> all) {
        return all.stream().filter(action -> action.status() == ActionStatus.OPEN)
                .sorted(Comparator.comparingInt((ActionItem action) -> priority(action.priority()))
                        .thenComparing(ActionItem::horizon, Comparator.nullsLast(Comparator.<Horizon>naturalOrder()))
                        .thenComparing(ActionItem::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .toList();
    }

    /// A number in it counts as it stands, so that `P1` is before `P2`; words as [#WORDS] has them.
    private static int priority(String priority) {
        Matcher number = NUMBER.matcher(priority);
        if (number.find()) {
            return Integer.parseInt(number.group());
        }
        String word = priority.strip().toLowerCase(Locale.ROOT);
        for (int rank = 0; rank < WORDS.size(); rank++) {
            if (WORDS.get(rank).contains(word)) {
                return rank;
            }
        }
        return Integer.MAX_VALUE;
    }
}
