/** Has associations asked once a year. */
@NullMarked
package fi.kumppani.registry.association.schedule;

import org.jspecify.annotations.NullMarked;
