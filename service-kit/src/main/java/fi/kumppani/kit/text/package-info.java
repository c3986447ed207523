/** Texts in Finnish, Swedish and English. */
@NullMarked
package fi.kumppani.kit.text;

import org.jspecify.annotations.NullMarked;
