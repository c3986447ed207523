/** Who reads a page, in which language, and how texts are told to them. */
@NullMarked
package fi.kumppani.portal.reader;

import org.jspecify.annotations.NullMarked;
