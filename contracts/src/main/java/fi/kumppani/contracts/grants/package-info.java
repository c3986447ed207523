/** What grants-service tells the others: calls and the way of each application. */
@NullMarked
package fi.kumppani.contracts.grants;

import org.jspecify.annotations.NullMarked;
