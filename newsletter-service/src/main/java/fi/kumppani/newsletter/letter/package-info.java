/** What a letter is: an address, a sender, and blocks of content with two layouts. */
@NullMarked
package fi.kumppani.newsletter.letter;

import org.jspecify.annotations.NullMarked;
