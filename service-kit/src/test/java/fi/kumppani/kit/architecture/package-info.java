/** The rules that keep every service readable in the same way. */
@NullMarked
package fi.kumppani.kit.architecture;

import org.jspecify.annotations.NullMarked;
