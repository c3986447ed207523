/** Letters as readers see them: the latest ones, subscribing, confirming and leaving. */
@NullMarked
package fi.kumppani.portal.letter;

import org.jspecify.annotations.NullMarked;
