/// People who take part in a run by a page of their own, on a phone or a laptop. Start with
/// [io.gameday.people.PeopleEndpoint]; what they do is decided in [io.gameday.people.Desk].
@NullMarked
package io.gameday.people;

import org.jspecify.annotations.NullMarked;
