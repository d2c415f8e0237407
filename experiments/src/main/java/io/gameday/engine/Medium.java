package io.gameday.engine;

/// What a tool of the team's own tells of.
enum Medium {
    ALARMS, PAGES
}
