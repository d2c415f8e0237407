/// How a new revision comes to the fleet, and back: which unit gets it now, when it is believed, and what is done when it
/// fails. Values and time in, decisions out. Start with [io.gameday.reference.deployment.Deployments].
@NullMarked
package io.gameday.reference.deployment;

import org.jspecify.annotations.NullMarked;
