/** Work that nobody asks for and that goes on as long as the service does. */
@NullMarked
package fi.kumppani.kit.background;

import org.jspecify.annotations.NullMarked;
