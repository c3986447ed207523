/** The work of those who handle and decide a municipality's grants. */
@NullMarked
package fi.kumppani.portal.official;

import org.jspecify.annotations.NullMarked;
