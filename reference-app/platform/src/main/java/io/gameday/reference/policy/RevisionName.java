package io.gameday.reference.policy;

/// Names of revisions: counted from 1, with what is to be said about one after a hyphen, such as `2-errors`.
public final class RevisionName {

    private static final int MOST_DIGITS = 9;

    private RevisionName() {
    }

    /// The number that the name begins with; 0 when it begins with none.
    public static int number(String name) {
        int digits = 0;
        while (digits < Math.min(MOST_DIGITS, name.length()) && Character.isDigit(name.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? 0 : Integer.parseInt(name.substring(0, digits));
    }

    /// The name of the revision after `name`. @param remark without a hyphen at its beginning
    public static String after(String name, String remark) {
        return number(name) + 1 + "-" + remark;
    }
}
