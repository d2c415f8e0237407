/// Hears what Alertmanager really sends: its webhooks, received, kept and read.
/// Start with [io.gameday.signal.webhook.WebhookReceiver].
@NullMarked
package io.gameday.signal.webhook;

import org.jspecify.annotations.NullMarked;
