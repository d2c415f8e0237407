package io.gameday.reference.host;

/// That it worked, where there is nothing else to tell.
record Done() {
}
