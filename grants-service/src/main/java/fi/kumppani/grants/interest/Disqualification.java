package fi.kumppani.grants.interest;

import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.WireCodes;

/**
 * That somebody must take no part in a matter (esteellisyys): neither prepare, propose nor decide
 * it, nor be present (hallintolaki 434/2003, 27 §).
 *
 * @param ground why; of several the first
 */
public record Disqualification(Ground ground) {

    /** 403: closed to them; the ground is told, not through whom it is one. */
    public Problem problem() {
        return Problems.barred("disqualified", WireCodes.of(ground));
    }
}
