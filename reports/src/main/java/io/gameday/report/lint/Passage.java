package io.gameday.report.lint;

import java.util.List;

/// Running text that a person wrote.
///
/// @param place where it stands in the file
record Passage(Section section, String place, String text, List<Sentence> sentences) {

    enum Section {
        TITLE, SUMMARY, IMPACT, TIMELINE, ROLE, ANSWER, HALVING, DEBRIEF, WHY, LESSON, ACTION
    }

    static Passage of(Section section, String place, String text) {
        return new Passage(section, place, text, Sentence.of(text));
    }
}
