package io.gameday.console.frame;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The one line below the header where every screen may say something that went wrong and what to do about it. Belongs
/// to the UI thread.
public final class Notices {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    /// @param sentence what happened, where, and the next step
    public void say(String sentence) {
        text.set(sentence.strip().replace('\n', ' '));
    }

    public void dismiss() {
        text.set("");
    }

    /// Empty when there is nothing to say.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
