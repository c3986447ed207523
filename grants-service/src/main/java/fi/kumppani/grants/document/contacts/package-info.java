/** Answers whom to write to about rulings that have a document of their own. */
@NullMarked
package fi.kumppani.grants.document.contacts;

import org.jspecify.annotations.NullMarked;
