package io.gameday.observability.alarm.composite;

import io.gameday.observability.alarm.AlarmState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A rule over the states of other alarms: what CloudWatch calls an alarm rule.
///
/// ```
/// rule    = and { "OR" and }       and = not { "AND" not }       not = [ "NOT" ] atom
/// atom    = "TRUE" | "FALSE" | state "(" alarm ")" | atleast | "(" rule ")"
/// state   = "ALARM" | "OK" | "INSUFFICIENT_DATA"
/// atleast = "AT_LEAST" "(" need "," [ "NOT" ] state "," "(" alarm { "," alarm } ")" ")"
/// need    = integer | integer "%"
/// alarm   = bare | quoted         bare: no blank, bracket, comma or quote; quoted: \" stands for a quote
/// ```
///
/// CloudWatch does not document which of AND and OR binds closer. Here it is NOT, then AND, then OR, and a rule is
/// always written back with brackets. Beware of `NOT ALARM(x)`: it holds while nothing is known of x; `OK(x)` does not.
public sealed interface CompositeRule {

    /// TRUE or FALSE.
    record Constant(boolean value) implements CompositeRule {
        @Override
        public String toString() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /// One alarm is in a state.
    record In(AlarmState state, String alarm) implements CompositeRule {
        @Override
        public String toString() {
            return state + "(" + quoted(alarm) + ")";
        }
    }

    /// So many of some alarms are in a state, or are not.
    ///
    /// @param need    a number, 1 to as many as there are, or a percentage, 1 to 100
    /// @param percent which of the two `need` is
    /// @param not     whether those count that are in any other state
    record AtLeast(int need, boolean percent, boolean not, AlarmState state,
            List<String> alarms) implements CompositeRule {
        public AtLeast {
            alarms = List.copyOf(alarms);
        }

        boolean met(Function<String, AlarmState> states) {
            long count = alarms.stream().filter(alarm -> states.apply(alarm) == state != not).count();
            // In whole numbers: 60 % of 3 needs 2, and a third of 3 must not need 1.0000001.
            return percent ? 100 * count >= (long) need * alarms.size() : count >= need;
        }

        @Override
        public String toString() {
            return "AT_LEAST(" + need + (percent ? "%" : "") + ", " + (not ? "NOT " : "") + state + ", ("
                    + alarms.stream().map(CompositeRule::quoted).collect(Collectors.joining(", ")) + "))";
        }
    }

    record Not(CompositeRule rule) implements CompositeRule {
        @Override
        public String toString() {
            return "NOT " + rule;
        }
    }

    /// @param rules two or more
    record All(List<CompositeRule> rules) implements CompositeRule {
        public All {
            rules = List.copyOf(rules);
        }

        @Override
        public String toString() {
            return joined(rules, " AND ");
        }
    }

    /// @param rules two or more
    record Any(List<CompositeRule> rules) implements CompositeRule {
        public Any {
            rules = List.copyOf(rules);
        }

        @Override
        public String toString() {
            return joined(rules, " OR ");
        }
    }

    /// @throws RuleProblem when it is no rule, with the place and what is allowed there
    static CompositeRule parse(String text) throws RuleProblem {
        return new RuleParser(text).rule();
    }

    /// @param states of the alarms by name
    default boolean holds(Function<String, AlarmState> states) {
        return switch (this) {
            case Constant(boolean value) -> value;
            case In(AlarmState state, String alarm) -> states.apply(alarm) == state;
            case AtLeast some -> some.met(states);
            case Not(CompositeRule rule) -> !rule.holds(states);
            case All(List<CompositeRule> rules) -> rules.stream().allMatch(rule -> rule.holds(states));
            case Any(List<CompositeRule> rules) -> rules.stream().anyMatch(rule -> rule.holds(states));
        };
    }

    /// The alarms that it names, in the order they are named.
    default Set<String> named() {
        Set<String> names = new LinkedHashSet<>();
        switch (this) {
            case Constant _ -> {
                // It names none.
            }
            case In(AlarmState _, String alarm) -> names.add(alarm);
            case AtLeast some -> names.addAll(some.alarms());
            case Not(CompositeRule rule) -> names.addAll(rule.named());
            case All(List<CompositeRule> rules) -> rules.forEach(rule -> names.addAll(rule.named()));
            case Any(List<CompositeRule> rules) -> rules.forEach(rule -> names.addAll(rule.named()));
        }
        return names;
    }

    private static String joined(List<CompositeRule> rules, String by) {
        return rules.stream().map(CompositeRule::toString).collect(Collectors.joining(by, "(", ")"));
    }

    private static String quoted(String alarm) {
        return RuleParser.bare(alarm) ? alarm : "\"" + alarm.replace("\"", "\\\"") + "\"";
    }
}
