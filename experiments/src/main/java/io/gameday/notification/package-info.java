/// Ways of telling people: an inbox file in the run's folder, and the operator's webhook.
/// Start with [io.gameday.notification.Inbox].
@NullMarked
package io.gameday.notification;

import org.jspecify.annotations.NullMarked;
