/** What the pages of each municipality look like: its name, its logo and its colours. */
@NullMarked
package fi.kumppani.portal.look;

import org.jspecify.annotations.NullMarked;
