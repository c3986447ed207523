/** What looks into files before anybody may download them. */
@NullMarked
package fi.kumppani.grants.attachment.scan;

import org.jspecify.annotations.NullMarked;
