/** Keeps what the registry told as read models. */
@NullMarked
package fi.kumppani.grants.applicant.persistence;

import org.jspecify.annotations.NullMarked;
