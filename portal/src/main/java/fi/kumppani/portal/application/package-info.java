/** Applying for a grant in the name of an association: from the call to what follows a decision. */
@NullMarked
package fi.kumppani.portal.application;

import org.jspecify.annotations.NullMarked;
