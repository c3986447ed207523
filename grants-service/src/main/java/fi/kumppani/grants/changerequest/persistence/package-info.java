/** Requests to change a grant's terms as documents. */
@NullMarked
package fi.kumppani.grants.changerequest.persistence;

import org.jspecify.annotations.NullMarked;
