/// A real browser for the tests of pages. Start with [io.gameday.browser.Chromium]; other modules' tests use it, too.
@NullMarked
package io.gameday.browser;

import org.jspecify.annotations.NullMarked;
