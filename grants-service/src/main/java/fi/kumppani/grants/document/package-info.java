/**
 * The decision document (päätösasiakirja): a decision with its reasons and the instruction that
 * goes with it, in the applicant's language, as a page and as an accessible PDF.
 */
@NullMarked
package fi.kumppani.grants.document;

import org.jspecify.annotations.NullMarked;
