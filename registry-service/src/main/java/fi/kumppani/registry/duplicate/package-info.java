/** Associations that look like the same one, until somebody says that they are not. */
@NullMarked
package fi.kumppani.registry.duplicate;

import org.jspecify.annotations.NullMarked;
