package io.gameday.endpoint;

/// Texts that people give to a run. They are shown on terminals and in documents, so nothing in them may steer either.
public final class PersonText {

    private static final int LONGEST_ROLE = 60;
    private static final int LONGEST_TEXT = 4_000;

    private PersonText() {
    }

    /// Who speaks: 1 to 60 characters.
    ///
    /// @throws IllegalArgumentException naming field, value and what is allowed, as all of these
    public static String role(String field, String value) {
        return checked(field, value, 1, LONGEST_ROLE);
    }

    /// What is said: 1 to 4,000 characters.
    public static String text(String field, String value) {
        return checked(field, value, 1, LONGEST_TEXT);
    }

    /// What may be left out: up to 4,000 characters.
    public static String reason(String field, String value) {
        return checked(field, value, 0, LONGEST_TEXT);
    }

    private static String checked(String field, String value, int least, int most) {
        int length = value.codePointCount(0, value.length());
        String allowed = "; allowed: " + least + " to " + most + " characters";
        if (length > most) {
            throw new IllegalArgumentException(field + " has " + length + " characters" + allowed);
        }
        if (least > 0 && value.isBlank()) {
            throw new IllegalArgumentException(field + " is '" + printable(value) + "'" + allowed);
        }
        value.codePoints().filter(PersonText::steers).findFirst().ifPresent(character -> {
            throw new IllegalArgumentException(
                    "%s holds the control character U+%04X%s, without control characters and line breaks"
                            .formatted(field, character, allowed));
        });
        return value;
    }

    private static String printable(String blank) {
        return blank.chars().anyMatch(PersonText::steers) ? "blank" : blank;
    }

    /// Control characters, line breaks, halves of a character, and what turns the direction of writing around.
    private static boolean steers(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        };
    }
}
