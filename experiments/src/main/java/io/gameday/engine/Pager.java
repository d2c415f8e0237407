package io.gameday.engine;

import io.gameday.observability.Scope;
import io.gameday.target.Reply;

/// Tells people. Answers on the engine's loop, once for each channel that it tried.
public interface Pager {

    /// @param sent told the channel's name when the page is out, or why it is not
    void page(Page page, Reply<String> sent);

    /// @param to role
    record Page(String run, String to, String subject, String alarm, Scope scope, String evidence) {
    }
}
