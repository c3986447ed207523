/**
 * At the door of an event: people count themselves with the code that is shown there, coordinators
 * note who comes.
 */
@NullMarked
package fi.kumppani.portal.door;

import org.jspecify.annotations.NullMarked;
