/** Associations that apply together (yhteenliittymä): one answers for the rest and is paid. */
@NullMarked
package fi.kumppani.grants.consortium;

import org.jspecify.annotations.NullMarked;
