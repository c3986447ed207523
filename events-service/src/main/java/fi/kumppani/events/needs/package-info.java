/** What participants need: told to those who see to it, counted for the kitchen, then erased. */
@NullMarked
package fi.kumppani.events.needs;

import org.jspecify.annotations.NullMarked;
