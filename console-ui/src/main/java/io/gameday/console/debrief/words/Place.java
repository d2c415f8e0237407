package io.gameday.console.debrief.words;

/// What a form is about: an item of `coe.yaml` by its id, so that it is found wherever it stands by then.
///
/// @param id of the why, action or question; ours for a lesson and for what was said in the debrief, which have none; empty
///           for the file itself
record Place(Part part, String id) {

    static final Place FILE = new Place(Part.FILE, "");

    /// The parts of the file, as it calls them.
    enum Part {
        FILE(""), ANSWERS("answers"), DEBRIEF("debrief"), WHYS("whys"), LESSONS("lessons"), ACTIONS("actions");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
