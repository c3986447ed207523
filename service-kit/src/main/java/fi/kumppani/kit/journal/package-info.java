/** One parent with many children, moved in batches that are written before they are carried out. */
@NullMarked
package fi.kumppani.kit.journal;

import org.jspecify.annotations.NullMarked;
