/** What applicants are asked: sections of questions in versions, checked as JSON Schema. */
@NullMarked
package fi.kumppani.grants.form;

import org.jspecify.annotations.NullMarked;
