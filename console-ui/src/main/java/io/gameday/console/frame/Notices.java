package io.gameday.console.frame;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The one line below the header where every screen may say something that went wrong and what to do about it. Belongs
/// to the UI thread.
public final class Notices {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper problem = new ReadOnlyBooleanWrapper();

    /// @param sentence what happened, where, and the next step
    public void say(String sentence) {
        problem.set(true);
        text.set(line(sentence));
    }

    /// @param sentence what is being done just now; nothing is wrong
    public void progress(String sentence) {
        problem.set(false);
        text.set(line(sentence));
    }

    private static String line(String sentence) {
        return sentence.strip().replace('\n', ' ');
    }

    public void dismiss() {
        text.set("");
    }

    /// False where the line only says what is being done.
    public ReadOnlyBooleanProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Empty when there is nothing to say.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
