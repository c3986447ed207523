/** Answers whom to write to about requests to change the terms of a grant. */
@NullMarked
package fi.kumppani.grants.changerequest.contacts;

import org.jspecify.annotations.NullMarked;
