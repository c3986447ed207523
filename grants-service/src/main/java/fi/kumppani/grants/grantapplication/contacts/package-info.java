/** Answers whom to write to about a decision, when the mail is sent. */
@NullMarked
package fi.kumppani.grants.grantapplication.contacts;

import org.jspecify.annotations.NullMarked;
