/// Game days as tests of JUnit Jupiter, 5.14 and 6. Start with [io.gameday.junit.GameDay].
@NullMarked
package io.gameday.junit;

import org.jspecify.annotations.NullMarked;
