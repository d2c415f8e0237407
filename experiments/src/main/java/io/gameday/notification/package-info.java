/// Ways of telling people: an inbox file in the run's folder, the operator's webhook, Slack, PagerDuty.
/// Start with [io.gameday.notification.Channels].
@NullMarked
package io.gameday.notification;

import org.jspecify.annotations.NullMarked;
