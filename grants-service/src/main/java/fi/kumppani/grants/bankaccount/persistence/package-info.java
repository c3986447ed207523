/** Bank accounts as documents, their numbers and contacts encrypted. */
@NullMarked
package fi.kumppani.grants.bankaccount.persistence;

import org.jspecify.annotations.NullMarked;
