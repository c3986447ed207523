/**
 * Reports of how grants were used (käyttöselvitys): written by who was granted something, checked
 * by two, a share of them against their receipts.
 */
@NullMarked
package fi.kumppani.grants.usagereport;

import org.jspecify.annotations.NullMarked;
