package io.gameday.reference.deployment;

import io.gameday.observability.Scope;

/// Something to be told.
///
/// @param rollback whether it is about the way back
public record Notice(Scope scope, boolean rollback, String text) {
}
