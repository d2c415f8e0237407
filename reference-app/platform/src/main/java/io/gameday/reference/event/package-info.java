/// What the automation of the platform tells that it did, in the wording of Amazon ECS where ECS has one. Start with
/// [io.gameday.reference.event.EventLog].
@NullMarked
package io.gameday.reference.event;

import org.jspecify.annotations.NullMarked;
