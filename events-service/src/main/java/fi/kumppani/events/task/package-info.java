/** What is to be done at an event held by many, and who takes it. */
@NullMarked
package fi.kumppani.events.task;

import org.jspecify.annotations.NullMarked;
