package io.gameday.people;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// All that the run says to pages in words of its own. They stand in `words.en.json` and `words.ja.json`.
enum Saying {
    // What came of something that was asked for.
    GO, NO_GO, NOTED, SEALED, ACKNOWLEDGED, STOPPING, STOPPING_ALREADY,
    // Why somebody's answer is not taken.
    NO_SUCH_PERSON, NOT_FOR_THEM, GO_NEEDS_REASON, NO_GO_NEEDS_REASON, WAITS_NO_MORE,
    // Why a prediction is not.
    FAULT_HAS_COME, NOT_KEPT, EMPTY_PREDICTION, NO_SECONDS, TOO_LONG_A_TIME,
    // Why nothing else is.
    OVER, TYPED_TOO_LONG_AGO, ID_USED, TOO_MANY, LINK_REFUSED, CONTROLLER_FAILED,
    // What may not stand in a text.
    CONTROL_CHARACTER,
    // Why the engine does not take an acknowledgement.
    NOBODY_PAGED, ALARMS_OVER, ACKNOWLEDGED_ALREADY, PAGED_ELSEWHERE,
    // How a run ended without having been played to its end,
    ENDED_NO_GO_FOR, ENDED_NO_GO, ENDED_UNANSWERED, ENDED_STOPPED_WHY, ENDED_STOPPED,
    // and otherwise.
    ENDED_NOT_GONE, ENDED_FAILED, ENDED_BROKEN, ENDED_UNKNOWN, ENDED_HELD,
    // What a prediction's outcome is from.
    SEEN_CAME, SEEN_NOT, SEEN_NOTHING_NAMED, SEEN_NOTHING_INJECTED, SEEN_NO_SUCH_SIGNAL, SEEN_ENDED,
    // What people did,
    JOINED, CLOCK_AHEAD, CLOCK_BEHIND, LEFT, SAID_GO, SAID_GO_FOR, SAID_NO_GO, SAID_NO_GO_FOR, BECAUSE,
    // wrote down,
    NOTICED, NOTE, WRITTEN_AT, PREDICTED, OPENED_HIT, OPENED_MISS, OPENED_NOT_OBSERVED,
    // and were told by alarms and pages.
    ALARM_RAISED, ALARM_OK, ALARM_NO_DATA, PLATFORM, INTERVENTION, SOMEBODY, PAGED, PAGE_ACKNOWLEDGED,
    // What the run did,
    STOP_CONDITION, STOP_ASKED, STOP_ASKED_WHY, STEADY_BEFORE, STEADY_AFTER, RUN_ENDED,
    // and what of it is told at the end.
    GUARD_GRANTED, GUARD_WITHHELD, INJECTED, INJECTED_FOR, EFFECT_PROVED, EFFECT_NOT_PROVED,
    // Faults taken away, predictions judged.
    GONE, NOT_GONE, TAKEN_AWAY, NOT_TAKEN_AWAY, PREDICTION_HELD, PREDICTION_BROKEN, PREDICTION_UNKNOWN, ORDERS_READ_BACK;

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    /// Comes from parts that know nothing of pages, and is known again by its English.
    private static final Set<Saying> OF_OTHERS = EnumSet.range(CONTROL_CHARACTER, SEEN_ENDED);

    /// Such as `no-go-needs-reason`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param gaps name and content by turns; a content is a text, or a [Phrase]
    Phrase with(Object... gaps) {
        Map<String, Object> with = new LinkedHashMap<>();
        for (int i = 0; i < gaps.length; i += 2) {
            with.put((String) gaps[i], gaps[i + 1]);
        }
        String english = GAP.matcher(english()).replaceAll(gap -> {
            Object content = requireNonNull(with.get(gap.group(1)), () -> this + " has a gap " + gap.group());
            return Matcher.quoteReplacement(content instanceof Phrase phrase ? phrase.english() : content.toString());
        });
        return new Phrase(english, code(), with);
    }

    /// What another part of Gameday says, in English; without a code where it is none of ours.
    static Phrase of(String english) {
        for (Saying saying : OF_OTHERS) {
            Matcher matcher = saying.pattern().matcher(english);
            if (matcher.matches()) {
                Map<String, Object> with = new LinkedHashMap<>();
                matcher.namedGroups().keySet().forEach(gap -> with.put(gap, matcher.group(gap)));
                return new Phrase(english, saying.code(), with);
            }
        }
        return Phrase.plain(english);
    }

    private String english() {
        return requireNonNull(Wording.ENGLISH.run().get(code()), () -> "words.en.json has no " + code());
    }

    /// A colon ends what stands in a gap, so that the words of people, which come last, are taken for nothing else.
    private Pattern pattern() {
        StringBuilder regex = new StringBuilder();
        Matcher gaps = GAP.matcher(english());
        int from = 0;
        while (gaps.find()) {
            regex.append(Pattern.quote(english().substring(from, gaps.start())));
            boolean last = gaps.end() == english().length();
            regex.append("(?<").append(gaps.group(1)).append(last ? ">.+)" : ">[^:]+?)");
            from = gaps.end();
        }
        return Pattern.compile(regex + Pattern.quote(english().substring(from)));
    }
}
