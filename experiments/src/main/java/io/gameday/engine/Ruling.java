package io.gameday.engine;

import io.gameday.journal.Verdict;

/// How one prediction came out.
///
/// @param value  what was seen
/// @param detail evidence, or why it is unknown
record Ruling(Verdict verdict, String value, String detail) {

    static Ruling held(String value, String detail) {
        return new Ruling(Verdict.HELD, value, detail);
    }

    static Ruling broken(String value, String detail) {
        return new Ruling(Verdict.BROKEN, value, detail);
    }

    static Ruling unknown(String why) {
        return new Ruling(Verdict.UNKNOWN, "not known", why);
    }
}
