package io.gameday.yaml;

/// Puts `with` in the place of the characters from `start` to before `end`.
public record TextEdit(int start, int end, String with) {

    public String in(String text) {
        return text.substring(0, start) + with + text.substring(end);
    }

    /// The smallest edit that makes `after` of `before`.
    public static TextEdit between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int same = 0;
        while (same < most && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < most - same
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return new TextEdit(same, before.length() - tail, after.substring(same, after.length() - tail));
    }
}
