/** What is in attached files, as it is kept. */
@NullMarked
package fi.kumppani.grants.attachment.persistence;

import org.jspecify.annotations.NullMarked;
