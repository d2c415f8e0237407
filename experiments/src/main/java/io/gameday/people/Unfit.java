package io.gameday.people;

/// What somebody sent is not allowed, and their page can say so in their language.
final class Unfit extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Phrase why;

    Unfit(Phrase why) {
        super(why.english());
        this.why = why;
    }

    Phrase why() {
        return why;
    }
}
