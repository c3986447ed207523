/** Who may act for which association. */
@NullMarked
package fi.kumppani.registry.mandate;

import org.jspecify.annotations.NullMarked;
