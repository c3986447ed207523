/** Pages that a municipality's own site shows within its own pages, and how it asks for them. */
@NullMarked
package fi.kumppani.portal.embed;

import org.jspecify.annotations.NullMarked;
