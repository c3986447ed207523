/**
 * One application goes to calls of several municipalities: each gets a draft of its own, decides it
 * for itself, and learns of the others by what the applicant declares.
 */
@NullMarked
package fi.kumppani.grants.sending;

import org.jspecify.annotations.NullMarked;
