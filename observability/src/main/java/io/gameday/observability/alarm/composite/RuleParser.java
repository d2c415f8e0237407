package io.gameday.observability.alarm.composite;

import io.gameday.observability.alarm.AlarmState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the text of a rule, from the left, without looking back. One for each text.
final class RuleParser {

    /// CloudWatch's limits.
    private static final int LONGEST = 10_240;
    private static final int MOST_ALARMS = 100;
    private static final int MOST_ELEMENTS = 500;
    private static final String ATOMS = "TRUE, FALSE, ALARM(…), OK(…), INSUFFICIENT_DATA(…), AT_LEAST(…), (…)";
    private static final String STATES = "ALARM, OK, INSUFFICIENT_DATA";
    private static final String ENDS_OF_BARE = "(),\"";

    private final String text;
    private final Set<String> named = new HashSet<>();
    private int at;
    private int elements;

    RuleParser(String text) {
        this.text = text;
    }

    /// Whether a name needs no quotes.
    static boolean bare(String name) {
        return !name.isEmpty()
                && name.chars().noneMatch(c -> Character.isWhitespace(c) || ENDS_OF_BARE.indexOf(c) >= 0);
    }

    CompositeRule rule() throws RuleProblem {
        if (text.length() > LONGEST) {
            throw new RuleProblem(LONGEST, "the rule has " + text.length() + " characters; allowed: " + LONGEST);
        }
        CompositeRule rule = any();
        blanks();
        if (at < text.length()) {
            throw new RuleProblem(at, "'" + word() + "' is not expected here; allowed: AND, OR, or the end");
        }
        return rule;
    }

    private CompositeRule any() throws RuleProblem {
        List<CompositeRule> rules = new ArrayList<>(List.of(all()));
        while (skip("OR")) {
            rules.add(all());
        }
        return rules.size() == 1 ? rules.getFirst() : new CompositeRule.Any(rules);
    }

    private CompositeRule all() throws RuleProblem {
        List<CompositeRule> rules = new ArrayList<>(List.of(not()));
        while (skip("AND")) {
            rules.add(not());
        }
        return rules.size() == 1 ? rules.getFirst() : new CompositeRule.All(rules);
    }

    private CompositeRule not() throws RuleProblem {
        return skip("NOT") ? new CompositeRule.Not(atom()) : atom();
    }

    private CompositeRule atom() throws RuleProblem {
        if (skip("TRUE")) {
            element();
            return new CompositeRule.Constant(true);
        }
        if (skip("FALSE")) {
            element();
            return new CompositeRule.Constant(false);
        }
        if (skip("AT_LEAST")) {
            return atLeast();
        }
        Optional<AlarmState> state = state();
        if (state.isPresent()) {
            expect('(');
            String alarm = alarm();
            expect(')');
            return new CompositeRule.In(state.get(), alarm);
        }
        if (peek() == '(') {
            element();
            expect('(');
            CompositeRule rule = any();
            expect(')');
            return rule;
        }
        throw new RuleProblem(at,
                (at == text.length() ? "the rule ends" : "'" + word() + "' is not known") + "; allowed: " + ATOMS);
    }

    private CompositeRule atLeast() throws RuleProblem {
        expect('(');
        blanks();
        int begins = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(begins, at);
        boolean percent = peek() == '%';
        if (percent) {
            at++;
        }
        expect(',');
        boolean not = skip("NOT");
        int stateBegins = at;
        AlarmState state = state()
                .orElseThrow(() -> new RuleProblem(stateBegins, "'" + word() + "' is no state; allowed: " + STATES));
        expect(',');
        expect('(');
        List<String> alarms = new ArrayList<>(List.of(alarm()));
        while (peek() == ',') {
            expect(',');
            alarms.add(alarm());
        }
        expect(')');
        expect(')');
        int most = percent ? 100 : alarms.size();
        // A number of ten digits is out of range, whatever it is.
        int need = digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
        if (need < 1 || need > most) {
            throw new RuleProblem(begins, "AT_LEAST needs '" + digits + (percent ? "%" : "") + "'; allowed: 1"
                    + (percent ? "% to 100%" : " to " + most + ", as many alarms as it names, or 1% to 100%"));
        }
        return new CompositeRule.AtLeast(need, percent, not, state, alarms);
    }

    private Optional<AlarmState> state() {
        for (AlarmState state : AlarmState.values()) {
            if (skip(state.name())) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private String alarm() throws RuleProblem {
        element();
        char first = peek();
        int begins = at;
        String name = first == '"' ? quoted() : word();
        if (name.isEmpty()) {
            throw new RuleProblem(begins, "the name of an alarm is missing");
        }
        if (named.add(name) && named.size() > MOST_ALARMS) {
            throw new RuleProblem(begins, "'" + name + "' is alarm " + named.size() + "; allowed: " + MOST_ALARMS);
        }
        if (first != '"') {
            at += name.length();
        }
        return name;
    }

    private String quoted() throws RuleProblem {
        int begins = at;
        StringBuilder name = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.startsWith("\\\"", at)) {
                at++;
            }
            name.append(text.charAt(at));
            at++;
        }
        if (at == text.length()) {
            throw new RuleProblem(begins, "this quote is never closed");
        }
        at++;
        return name.toString();
    }

    private void element() throws RuleProblem {
        elements++;
        if (elements > MOST_ELEMENTS) {
            throw new RuleProblem(at, "the rule has more than " + MOST_ELEMENTS
                    + " elements: names of alarms, TRUE, FALSE and pairs of brackets");
        }
    }

    private void expect(char wanted) throws RuleProblem {
        if (peek() != wanted) {
            throw new RuleProblem(at, "'" + wanted + "' is expected"
                    + (at == text.length() ? " where the rule ends" : ", not '" + text.charAt(at) + "'"));
        }
        at++;
    }

    /// The next character that is no blank; 0 at the end.
    private char peek() {
        blanks();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(String keyword) {
        blanks();
        if (word().equals(keyword)) {
            at += keyword.length();
            return true;
        }
        return false;
    }

    /// What stands here up to the next blank, bracket, comma or quote, or the one of those that stands here.
    private String word() {
        int end = at;
        while (end < text.length() && bare(text.substring(end, end + 1))) {
            end++;
        }
        return text.substring(at, end);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
