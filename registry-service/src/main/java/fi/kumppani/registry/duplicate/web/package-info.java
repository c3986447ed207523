/** Shows coordinators what looks like the same association. */
@NullMarked
package fi.kumppani.registry.duplicate.web;

import org.jspecify.annotations.NullMarked;
