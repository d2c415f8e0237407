/// One driver per kind of fault, speaking HTTP to where the effect is. Start with [io.gameday.agent.driver.Driver].
@NullMarked
package io.gameday.agent.driver;

import org.jspecify.annotations.NullMarked;
