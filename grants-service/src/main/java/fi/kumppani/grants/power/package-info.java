/**
 * Powers to decide (ratkaisuvalta) as the administrative rules (hallintosääntö) give them: to which
 * official or board, for which grants, up to which amount, and who may record its decisions
 * (kuntalaki 410/2015, 90–91 §).
 */
@NullMarked
package fi.kumppani.grants.power;

import org.jspecify.annotations.NullMarked;
