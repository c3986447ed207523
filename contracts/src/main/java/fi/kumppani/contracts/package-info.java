/** The published language of Kumppani: topics and what every message on them has in common. */
@NullMarked
package fi.kumppani.contracts;

import org.jspecify.annotations.NullMarked;
