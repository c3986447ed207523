/** Files that people hand in: what they are, told by their content. */
@NullMarked
package fi.kumppani.kit.file;

import org.jspecify.annotations.NullMarked;
