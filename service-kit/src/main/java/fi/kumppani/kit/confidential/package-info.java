/** Texts that are kept encrypted: contact details, and what people wrote in their own words. */
@NullMarked
package fi.kumppani.kit.confidential;

import org.jspecify.annotations.NullMarked;
